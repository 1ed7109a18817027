"""Pages inside other files: a saved whole page (MHTML), a workbook (XLSX) → the page, its rows as text."""

from __future__ import annotations

from itertools import islice

from partnerkg.extract import tables
from partnerkg.files import worksheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 100_000
MOST_SHEETS = 50  # that are looked at
ABOVE = 20  # rows that may stand above the headings
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


def address(data: bytes) -> str:
    """Return where a saved whole page stands on the web, empty if it does not say so."""
    from email import message_from_bytes
    from email.policy import compat32

    head = message_from_bytes(data[:65_536], policy=compat32)
    said = (str(head.get(name, "")).strip() for name in ("Snapshot-Content-Location", "Content-Location"))
    return next((one for one in said if one.startswith("http") and len(one.split()) == 1), "")


def rows(data: bytes, path: str) -> str:
    """Return the sheet of a workbook that names partners as text: rows as lines, cells between tabs.

    It is the first with a column of names, else the first. What stands above the headings is left out.
    MissingExtra without the extra `xlsx`; UnreadableFile for a file that is broken or too large.
    """
    sheet, headings = _of_names(data, path)
    lines = (
        "\t".join(" ".join(cell.split()) for cell in cells)
        for _, cells in islice(worksheet.rows(path, data, sheet), headings, MOST_ROWS)
    )
    return "".join(f"{line}\n" for line in lines if line)


def unread(data: bytes, path: str) -> list[str]:
    """Return the names of the sheets of a workbook that `rows` leaves out."""
    read, _ = _of_names(data, path)
    names = worksheet.sheets(path, data)
    return [name for number, name in enumerate(names) if number != read and any(_head(data, path, number))]


def _of_names(data: bytes, path: str) -> tuple[int, int]:
    """Return the number of the first sheet with a column of names, and that of the row with its heading."""
    for sheet, _ in enumerate(worksheet.sheets(path, data)[:MOST_SHEETS]):
        for number, cells in enumerate(_head(data, path, sheet)):
            roles = {tables.role(cell) for cell in cells}
            if "name" in roles and sum(map(bool, cells)) > 1:
                return sheet, number
    return 0, 0


def _head(data: bytes, path: str, sheet: int) -> Iterator[list[str]]:
    return (cells for _, cells in islice(worksheet.rows(path, data, sheet), ABOVE + 1))
