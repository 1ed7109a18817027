"""The identifiers that are missing: a sheet of them out, and what comes back from it."""

from __future__ import annotations

import os
from contextlib import nullcontext

from partnerkg.errors import N_, Message
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.identifiers.missing import QUESTION, missing
from partnerkg.identifiers.sheet import FORMATS
from partnerkg.identifiers.take import MOST, take
from partnerkg.pipeline.output import Output
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.identifiers.filled import Fault
    from partnerkg.identifiers.take import Taken
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened


ENDINGS = {".csv": "csv", ".xlsx": "xlsx"}


def sheet(opened: Opened, audience: Audience, *, format: str = "csv") -> Output:  # noqa: A002
    """Return a line for each identifier that is missing, as `csv`, `excel` (CSV as Excel opens it) or `xlsx`.

    UnwritableValue, MissingExtra.
    """
    rows = missing(opened.store, opened.questions[QUESTION], audience.language)
    return Output(FORMATS[format](rows, audience.language))


def taken(opened: Opened, path: str, audience: Audience, *, check: bool = False) -> Output:
    """Take the identifiers of a filled sheet into the enrichment, and return what was written.

    All of them or none: if something in it is wrong, that is returned as findings. With `check` nothing is
    written. MissingFile, UnreadableFile, UnwritablePath.
    """
    project = opened.folder() if check else opened.writable()
    with nullcontext() if check else alone(project):
        found = take(project, path)
        if not check and not found.faults:
            for folder in sorted({str(path.parent) for path in found.files}):
                writing.make_folder(folder)
            writing.write_together({str(path): [data] for path, data in found.files.items()})
    if found.faults:
        left = Message(N_("Only the first {count} faults are named."), count=MOST)
        notes = (left,) if len(found.faults) == MOST else ()
        return Output([f"{_fault(fault, audience)}\n" for fault in found.faults], notes, findings=True)
    return Output([f"{line}\n" for line in _lines(found, audience, check=check)])


def _lines(found: Taken, audience: Audience, *, check: bool) -> Iterator[str]:
    template = N_("would be written: {path}") if check else N_("written: {path}")
    for path in sorted(found.files):
        yield audience.say(template, path=os.path.relpath(path))
    yield Several(
        "{count} new identifier; then `partnerkg build`.",
        "{count} new identifiers; then `partnerkg build`.",
        found.count,
    ).text(audience.translate)


def _fault(fault: Fault, audience: Audience) -> str:
    said = fault.said
    text = said.text(audience.translate) if isinstance(said, Message) else said.get(audience.language, "")
    return audience.say(N_("line {line}: {text}"), line=fault.line, text=text)
