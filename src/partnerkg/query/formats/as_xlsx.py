"""A spreadsheet (ECMA-376) of one sheet, labels beside IRIs; a cell is a text or number, never a formula."""

from __future__ import annotations

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.query.formats.labelled import labelled
from partnerkg.translation import Number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table
    from partnerkg.query.values import Plain

_LONGEST = 32_767  # characters of a cell
_ROWS = 1_048_576
_EXACT = 10**15  # below this a spreadsheet keeps every digit
_WIDEST = 60


def lines(solutions: Table, look: Look) -> Iterator[bytes]:
    """Return the workbook; MissingExtra without xlsxwriter, UnwritableValue for what no sheet holds."""
    from partnerkg.files.workbook import workbook

    found = labelled(solutions, look)
    rows = [list(record.values()) for record in found.records()]
    _check(found, rows)
    return workbook(lambda book: _fill(book, look.headings(found), rows))


def _check(solutions: Table, rows: list[list[Plain]]) -> None:
    if len(rows) >= _ROWS:
        reason = Message(N_("a sheet has at most {most} rows"), most=Number(_ROWS))
        what = Message(N_("An answer of {count} rows"), count=Number(len(rows)))
        raise UnwritableValue(what=what, format="xlsx", reason=reason, known="csv")
    for number, row in enumerate(rows, 1):
        for column, value in zip(solutions.columns, row, strict=True):
            if isinstance(value, str) and len(value) > _LONGEST:
                reason = Message(N_("a cell holds at most {most} characters"), most=Number(_LONGEST))
                what = Message(N_("Row {row}, column {column}"), row=number, column=column)
                raise UnwritableValue(what=what, format="xlsx", reason=reason, known="csv")


def _fill(book: Workbook, headings: list[str], rows: list[list[Plain]]) -> None:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(zip(headings, *rows, strict=True)):
        longest = max(len(str(value)) for value in column if value is not None)
        sheet.set_column(place, place, min(longest + 2, _WIDEST))
    bold = book.add_format({"bold": True})
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value)


def _write(sheet: Worksheet, row: int, place: int, value: Plain) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float) and abs(value) < _EXACT:
        sheet.write_number(row, place, value)
    elif value not in (None, ""):
        sheet.write_string(row, place, str(value))
