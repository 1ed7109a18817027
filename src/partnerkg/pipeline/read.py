"""Reading: what people wrote in readings, or in the official geographical code → the files of the graph."""

from __future__ import annotations

from pathlib import Path

from partnerkg.encode.generated import Generated, claims_and_evidence
from partnerkg.errors import N_, Message
from partnerkg.pipeline.output import Output
from partnerkg.places import cog, gazetteer
from partnerkg.readings.build import build

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.origin import Origin
    from partnerkg.readings.build import Build


def readings(origin: Origin, audience: Audience, texts: str | None = None, *, check: bool = False) -> Output:
    """Write the claims and evidence of the readings, and return how many there are and what was written.

    With `texts`, every quote is compared with the captured text in that folder. With `check` nothing is
    written, and there are findings if a file is not up to date. WrongReading and what is wrong with files.
    """
    built = build(origin.folder(), texts)
    output = _made(built.generated, audience, check=check)
    output.pieces = [audience.say(_counts(built).template, **_counts(built).details) + "\n", *output.pieces]
    return output


def places(origin: Origin, audience: Audience, folder: str, *, check: bool = False) -> Output:
    """Write the places that communes.yaml lists as the files in a folder have them; `check` as above."""
    graph = Path(origin.folder(), "graph")
    quads = gazetteer.reference(cog.listing(str(graph / "reference" / "communes.yaml")), folder)
    paths = (graph / "reference" / "places.trig", graph / "evidence" / "reference.trig")
    return _made(Generated(claims_and_evidence(quads, *paths)), audience, check=check)


def _made(generated: Generated, audience: Audience, *, check: bool) -> Output:
    """Write and name the files that are out of date; with `check` only name them."""
    stale = generated.stale() if check else generated.write()
    template = N_("not up to date: {path}") if check else N_("written: {path}")
    return Output(list(_named(stale, template, audience)), findings=bool(check and stale))


def _named(paths: list[Path], template: str, audience: Audience) -> Iterator[str]:
    import os

    return (audience.say(template, path=os.path.relpath(path)) + "\n" for path in paths)


def _counts(built: Build) -> Message:
    pages = [reading for reading in built.readings if reading.capture]
    return Message(
        N_("{claims} claims read in {pages} pages and seen on {others} other public pages."),
        claims=sum(len(reading.claims) for reading in built.readings),
        pages=len(pages),
        others=len(built.readings) - len(pages),
    )
