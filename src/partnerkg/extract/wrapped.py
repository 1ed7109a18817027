"""Pages inside other files: a saved whole page (MHTML), a workbook (XLSX) → the page, its rows as text."""

from __future__ import annotations

from itertools import islice

from partnerkg.files import worksheet

MOST_ROWS = 100_000
_ZIP, _SHEET = b"PK\x03\x04", "xl/workbook.xml"
_MARKS = (b"mime-version:", b"multipart/related")


def is_spreadsheet(data: bytes) -> bool:
    """Return whether the bytes are an XLSX file."""
    return data.startswith(_ZIP) and _SHEET.encode() in data


def is_saved_page(data: bytes) -> bool:
    """Return whether the bytes are a page that a browser saved with all that belongs to it (RFC 2557)."""
    start = data[:4096].lower()
    return all(mark in start for mark in _MARKS) and not start.lstrip().startswith(b"<")


def page(data: bytes) -> tuple[bytes, str]:
    """Return the first page of a saved whole page, and the encoding that it is said to have."""
    from email import message_from_bytes
    from email.policy import compat32

    for part in message_from_bytes(data, policy=compat32).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return (content if isinstance(content, bytes) else b""), part.get_content_charset() or ""
    return b"", ""


def rows(data: bytes, path: str) -> str:
    """Return the first sheet of a workbook as text: its rows as lines, its cells between tabs.

    MissingExtra without the extra `xlsx`; UnreadableFile for a file that is broken or too large.
    """
    lines = (
        "\t".join(" ".join(cell.split()) for cell in cells)
        for _, cells in islice(worksheet.rows(path, data), MOST_ROWS)
    )
    return "".join(f"{line}\n" for line in lines if line)
