"""A reading against the text of its page, where that is at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from partnerkg.errors import N_, MissingFile, UnreadableFile, WrongReading
from partnerkg.model.claim import Reading
from partnerkg.model.document import CONTEXT, Capture, Passage
from partnerkg.readings.check.line import Line


def faults(reading: Reading, path: str) -> Iterator[WrongReading]:
    """Yield the passages of a reading that the captured text has otherwise, or that it is another text.

    The text is read exactly as stored (UTF-8, no change of line ends); its hash must be that of the capture.
    MissingFile, UnreadableFile.
    """
    capture = reading.capture
    if capture is None:
        return
    text = _text(path, capture)
    if text is None:
        yield Line(reading, 1).wrong(
            N_("{path} is not the text that was captured: its hash or length differs."), path=path
        )
        return
    seen: set[Passage] = set()
    for claim in reading.claims:
        for evidence in claim.evidence:  # mentions are parts of its passages
            if evidence.capture:
                continue
            for passage in (*evidence.passages, *evidence.headings):
                if passage not in seen:
                    yield from _passage(passage, text, Line(reading, claim.line))
                seen.add(passage)


def _text(path: str, capture: Capture) -> str | None:
    """Return the text of the file if it is what was captured."""
    try:
        data = Path(path).read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path=path, reason=str(error)) from None
    same = hashlib.sha256(data).hexdigest() == capture.sha256 and len(text) == capture.characters
    return text if same else None


def _passage(passage: Passage, text: str, line: Line) -> Iterator[WrongReading]:
    if text[passage.start : passage.end] != passage.exact:
        yield _misplaced(passage, text, line)
        return
    before = text[max(0, passage.start - len(passage.before)) : passage.start]
    if before != passage.before or not text.startswith(passage.after, passage.end):
        right = [
            text[max(0, passage.start - CONTEXT) : passage.start],
            text[passage.end : passage.end + CONTEXT],
        ]
        yield line.wrong(
            N_("`between` is not what surrounds `{quote}`; it is {right}."), quote=passage.exact, right=right
        )


def _misplaced(passage: Passage, text: str, line: Line) -> WrongReading:
    at = text.find(passage.exact)
    if at < 0:
        return line.wrong(
            N_("`{quote}` does not stand in the page; quote its exact words."), quote=passage.exact
        )
    return line.wrong(
        N_("`{quote}` does not stand at [{start}, {end}]; it stands first at [{at}, {to}]."),
        quote=passage.exact,
        start=passage.start,
        end=passage.end,
        at=at,
        to=at + len(passage.exact),
    )
