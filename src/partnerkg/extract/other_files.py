"""Files that are no pages, and what to do with them: documents, pictures, archives, other data."""

from __future__ import annotations

import json

from partnerkg.errors import N_, Message
from partnerkg.extract import annotated

_LOOKED_AT = 4_000_000  # bytes of an archive that tell what is in it
_PICTURE = N_("it is a picture; write the names that it shows into a text file")
_PACKED = N_("it is packed; unpack it")
_WRITTEN = N_("it was written with a word processor; save it there as a web page (HTML) or as plain text")
_SHEET = N_("it is a spreadsheet of another form; save it as .xlsx or as CSV")
_OLD = N_("it has the form of old Word and Excel files; save it as a web page (HTML), .xlsx or CSV")
_PDF = N_("it is a PDF; open it, copy its text into a text file (.txt)")
_SAFARI = N_("it is a page as Safari keeps it; save it there as page source (HTML)")
_STARTS = (
    (b"bplist00", _SAFARI),
    (b"%PDF-", _PDF),
    (b"{\\rtf", _WRITTEN),
    (b"\xd0\xcf\x11\xe0", _OLD),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
)
_INSIDE = (
    (b"word/document.xml", _WRITTEN),
    (b"opendocument.text", _WRITTEN),
    (b"opendocument.spreadsheet", _SHEET),
    (b"", _PACKED),
)


def of_bytes(data: bytes) -> Message | None:
    """Return why bytes are no page, as their beginning tells; None if it does not."""
    if data.startswith(b"PK\x03\x04"):
        return next(Message(reason) for mark, reason in _INSIDE if mark in data[:_LOOKED_AT])
    return next((Message(reason) for start, reason in _STARTS if data.lstrip()[:8].startswith(start)), None)


def of_text(text: str) -> Message | None:
    """Return why a text is no page: JSON that quotes no words, a reading; None if it may be one."""
    start = text[:200].lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return _of_json(text)
    if any(line.startswith("reading:") for line in text[:2000].splitlines()) and "\nsource:" in text:
        return Message(N_("it is a reading; partnerkg check says what is to be decided in it"))
    return None


def _of_json(text: str) -> Message | None:
    quotes = annotated.is_annotations(text)
    try:
        json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        broken = N_("its JSON is broken at line {line}; have the annotations written again")
        return Message(broken, line=error.lineno) if quotes else None
    except RecursionError:
        return Message(N_("its JSON is nested too deeply"))
    return (
        None if quotes else Message(N_("it is JSON, but has no Web Annotations that quote words (`exact`)"))
    )
