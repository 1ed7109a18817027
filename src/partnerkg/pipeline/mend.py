"""The quotes of readings brought to their place in the page."""

from __future__ import annotations

import hashlib
import os
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from partnerkg.errors import N_, NoCapture
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.pipeline import mentions
from partnerkg.pipeline.decisions import said
from partnerkg.pipeline.output import Output
from partnerkg.readings import mend
from partnerkg.readings.standing import CAPTURES, reading_files
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened


def fill(opened: Opened, audience: Audience, names: Sequence[str], page: str | None = None) -> Output:
    """Write where the quotes of readings stand, in those that do not say it; findings for what is not sure.

    `page` is the page of the one reading named, if its text is not among the captures.
    """
    root = Path(opened.writable())
    lines, open_ = [], False
    with alone(str(root)):
        for path in reading_files(root, names):
            text = _given(root, path, page) if page else _text(root, path, needed=bool(names))
            if text is None:
                continue
            mended = mend.filled(path, text, date.today().isoformat())
            lines += _written(path, mended, audience)
            open_ = open_ or bool(mended.notes)
    return Output(lines, findings=open_)


def repair(
    opened: Opened, audience: Audience, names: Sequence[str], *, write: bool = False, near: bool = False
) -> Output:
    """Return where quotes stand that are not in their place, or what comes near; with `write` it is written.

    What only comes near is written if `near` asks for it. Findings for what remains, and if there is no text
    of a page to look at.
    """
    root = Path(opened.writable() if write else opened.folder())
    lines, left, looked_at = [], 0, 0
    with alone(str(root)) if write else nullcontext():
        for path in reading_files(root, names):
            text = _text(root, path, needed=bool(names))
            if text is None:
                continue
            looked_at += 1
            mended = mend.repaired(path, text, near=near)
            left += len(mended.notes) - (mended.count if write else 0)
            if write:
                lines += _written(path, mended, audience)
            else:
                lines += [f"{said(note, audience)}\n" for note in mended.notes]
    if not looked_at:
        nothing = N_("Nothing was looked at: {folder} has the text of no page that was read.")
        folder = os.path.join(os.path.relpath(root), CAPTURES)
        return Output([audience.say(nothing, folder=folder) + "\n"], findings=True)
    return Output(
        lines or [audience.say(N_("All quotes stand where they should.")) + "\n"], findings=left > 0
    )


def _written(path: Path, mended: mend.Mended, audience: Audience) -> list[str]:
    if mended.text.encode() != path.read_bytes():
        writing.write_atomically(str(path), [mended.text.encode()])
    done = Several(
        "{path}: {count} place written.",
        "{path}: {count} places written.",
        mended.count,
        path=os.path.relpath(path),
    )
    lines = [f"{done.text(audience.translate)}\n"]
    return lines + [f"{said(note, audience)}\n" for note in mended.notes]


def _text(root: Path, path: Path, *, needed: bool) -> str | None:
    """Return the captured text of a reading; NoCapture where it is needed and not at hand."""
    found = next(mend.captures(root, path), None)
    if found is None and needed:
        raise NoCapture(path=os.path.relpath(path), folder=os.path.join(os.path.relpath(root), CAPTURES))
    return found.read_bytes().decode() if found else None


def _given(root: Path, path: Path, page: str) -> str:
    """Return the text of a page that is given, and keep it."""
    from partnerkg.readings.captured import captured

    text = captured(mentions.page(page)).text
    digest = hashlib.sha256(text.encode()).hexdigest()
    writing.make_folder(str(root / CAPTURES))
    writing.write_atomically(str(root / CAPTURES / f"{path.stem}.{digest[:8]}.txt"), [text.encode()])
    return text
