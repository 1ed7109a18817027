"""Reading: what people wrote in readings, or in the official geographical code → the files of the graph."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

from partnerkg.encode.generated import Generated, claims_and_evidence
from partnerkg.errors import N_, Message
from partnerkg.files.locks import alone
from partnerkg.pipeline.output import Output
from partnerkg.places import cog, gazetteer
from partnerkg.readings.build import build
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.build import Build


def readings(opened: Opened, audience: Audience, texts: str | None = None, *, check: bool = False) -> Output:
    """Write the claims and evidence of the readings, and return how many there are and what was written.

    With `texts`, every quote is compared with the captured text in that folder. With `check` nothing is
    written, and there are findings if a file is not up to date. WrongReading and what is wrong with files.
    """
    folder = opened.folder() if check else opened.writable()
    with nullcontext() if check else alone(folder):
        built = build(folder, texts)
        output = _made(built.generated, audience, check=check)
    output.pieces = [f"{_counts(built).text(audience.translate)}\n", *map(str, output.pieces)]
    left = N_("{path} is left as it is: no reading makes it.")
    output.notes = tuple(Message(left, path=os.path.relpath(path)) for path in built.strangers)
    return output


def places(opened: Opened, audience: Audience, folder: str, *, check: bool = False) -> Output:
    """Write the places that communes.yaml lists as the files in a folder have them; `check` as above."""
    root = opened.folder() if check else opened.writable()
    graph = Path(root, "graph")
    with nullcontext() if check else alone(root):
        quads = gazetteer.reference(cog.listing(str(graph / "reference" / "communes.yaml")), folder)
        paths = (graph / "reference" / "places.trig", graph / "evidence" / "reference.trig")
        generated = Generated(graph, "places", claims_and_evidence(quads, *paths))
        return _made(generated, audience, check=check)


def _made(generated: Generated, audience: Audience, *, check: bool) -> Output:
    """Write and name the files that are out of date; with `check` only name them."""
    stale = generated.stale() if check else generated.write()
    lines = [audience.say(_done(path, check=check), path=os.path.relpath(path)) + "\n" for path in stale]
    return Output(lines, findings=bool(check and stale))


def _done(path: Path, *, check: bool) -> str:
    if check:
        return N_("not up to date: {path}")
    return N_("written: {path}") if path.exists() else N_("removed: {path}")


def _counts(built: Build) -> Message:
    pages = [reading for reading in built.readings if reading.capture]
    claims = sum(len(reading.claims) for reading in built.readings)
    others = len(built.readings) - len(pages)
    return Message(
        N_("{claims} in {pages} and seen on {others}."),
        claims=Several("{count} claim read", "{count} claims read", claims),
        pages=Several("{count} page", "{count} pages", len(pages)),
        others=Several("{count} other public page", "{count} other public pages", others),
    )
