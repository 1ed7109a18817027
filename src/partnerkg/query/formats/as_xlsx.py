"""A spreadsheet (ECMA-376) of one sheet, labels beside IRIs; a cell is a text, number or day, no formula."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime

from pyoxigraph import Literal

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.query.formats.as_html import ANSWER
from partnerkg.query.formats.labelled import labelled
from partnerkg.query.values import XSD, plain
from partnerkg.translation import Number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table
    from partnerkg.query.values import Plain

    Cell = Plain | date

_LONGEST = 32_767  # characters of a cell
_ROWS = 1_048_576
_EXACT = 10**15  # below this a spreadsheet keeps every digit
_WIDEST = 60
_DAY, _YEAR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), re.compile(r"[0-9]{4}")
_FIRST_DAY = date(1900, 3, 1)  # spreadsheets count a 29 February 1900 that there was not
_SMALL = 5000  # rows that are made a sheet in memory, without files beside


def lines(solutions: Table, look: Look) -> Iterator[bytes]:
    """Return the workbook; MissingExtra without xlsxwriter, UnwritableValue for what no sheet holds."""
    from partnerkg.files.workbook import small, workbook

    found = labelled(solutions, look)
    rows = [list(map(_value, row)) for row in found]
    _check(found, rows)

    def fill(book: Workbook) -> None:
        _fill(book, look.say(ANSWER), look.headings(found), rows)

    return iter([small(fill)]) if len(rows) <= _SMALL else workbook(fill)


def _value(term: Term | None) -> Cell:
    """Return a term as a sheet holds it: days and years that it can count as such, the rest as `plain`."""
    if isinstance(term, Literal) and term.datatype.value == XSD + "date" and _DAY.fullmatch(term.value):
        with suppress(ValueError):
            day = date.fromisoformat(term.value)
            return day if day >= _FIRST_DAY else term.value
    if isinstance(term, Literal) and term.datatype.value == XSD + "gYear" and _YEAR.fullmatch(term.value):
        return int(term.value)
    return plain(term)


def _check(solutions: Table, rows: list[list[Cell]]) -> None:
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


def _fill(book: Workbook, name: str, headings: list[str], rows: list[list[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(zip(headings, *rows, strict=True)):
        longest = max(len(str(value)) for value in column if value is not None)
        sheet.set_column(place, place, min(longest + 2, _WIDEST))
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, day)


def _write(sheet: Worksheet, row: int, place: int, value: Cell, day: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), day)
    elif isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float) and abs(value) < _EXACT:
        sheet.write_number(row, place, value)
    elif value not in (None, ""):
        sheet.write_string(row, place, str(value))
