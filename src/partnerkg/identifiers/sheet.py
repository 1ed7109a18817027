"""The sheet of missing identifiers as a file: CSV, CSV as Excel opens it, or XLSX; no cell is a formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.files import separated
from partnerkg.identifiers.missing import COLUMNS, Row
from partnerkg.query.headings import headings
from partnerkg.rdf import xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook

BOM = "\ufeff"
TITLE = "identifiers"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet takes for a formula
_NARROWEST, _WIDEST, _TO_FILL = 8, 60, 24  # characters


def as_csv(rows: Iterable[Row], language: str) -> Iterator[bytes]:
    """Yield the rows as CSV with a header."""
    yield _csv(rows, language, ",").encode()


def as_excel(rows: Iterable[Row], language: str) -> Iterator[bytes]:
    """Yield CSV as a French or German Excel opens it: semicolons and a byte order mark."""
    yield (BOM + _csv(rows, language, ";")).encode()


def as_xlsx(rows: Iterable[Row], language: str) -> Iterator[bytes]:
    """Return a workbook whose cells are texts, the empty ones too: no number loses a digit. MissingExtra."""
    from partnerkg.files.workbook import workbook

    listed = [_writable(row) for row in rows]
    return workbook(lambda book: _fill(book, listed, language))


FORMATS: Mapping[str, Callable[[Iterable[Row], str], Iterator[bytes]]] = {
    "csv": as_csv,
    "excel": as_excel,
    "xlsx": as_xlsx,
}


def _csv(rows: Iterable[Row], language: str, delimiter: str) -> str:
    told = (map(_tamed, astuple(row)) for row in rows)
    header = headings(COLUMNS, language).values()
    return "".join(separated.lines([header, *told], separated.CRLF, delimiter))


def _tamed(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _writable(row: Row) -> tuple[str, ...]:
    """Return the cells of a row; UnwritableValue for characters that XML does not have."""
    cells: tuple[str, ...] = astuple(row)
    for column, cell in zip(COLUMNS, cells, strict=True):
        if reason := xml.illegal(cell):
            what = Message(N_("The {column} of {thing}"), column=column, thing=row.organization)
            raise UnwritableValue(what=what, format="xlsx", reason=reason, known="csv")
    return cells


def _fill(book: Workbook, rows: Sequence[tuple[str, ...]], language: str) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    words = book.add_format({"num_format": "@", "valign": "top"})
    sheet = book.add_worksheet(TITLE)
    for place, name in enumerate(headings(COLUMNS, language).values()):
        longest = max((len(row[place]) for row in rows), default=0)
        wide = min(max(longest + 2, len(name) + 3, _NARROWEST), _WIDEST)
        sheet.set_column(place, place, wide if longest else _TO_FILL, words)
        sheet.write_string(0, place, name, bold)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            (sheet.write_string if cell else sheet.write_blank)(number, place, cell, words)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
