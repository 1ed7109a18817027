"""A spreadsheet for people (ECMA-376): a sheet a table, labels instead of IRIs; by the extra `xlsx`.

Every cell is a text or a number, never a formula or a link, whatever it begins with.
"""

from __future__ import annotations

import datetime
import re
from io import BytesIO

from partnerkg.errors import N_, Message, MissingExtra, UnwritableValue
from partnerkg.export.tables import NUMBER, tables
from partnerkg.query.results import plain, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from partnerkg.export.tables import Cell, Column, Table
    from partnerkg.query.results import Plain
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ENDING = ".xlsx"
BINARY = True
SUMMARY = N_("a spreadsheet with a sheet for each table, labels instead of IRIs (extra `xlsx`)")
BETWEEN = "; "
_NARROWEST, _WIDEST = 8, 60  # characters
_LONGEST = 32_767  # characters of a cell (ECMA-376, Excel's limit)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2
_CREATED = datetime.datetime(1980, 1, 1)  # no day of ours belongs into a file


def asked(store: Store, language: str) -> Iterator[bytes]:
    """Return the workbook; MissingExtra without xlsxwriter.

    UnwritableValue for characters that XML does not have and for texts that no cell can hold.
    """
    library = _library()
    written = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = library.Workbook(written, settings)
    book.set_properties({"created": _CREATED})
    bold = book.add_format({"bold": True, "bottom": 1})
    top = book.add_format({"valign": "top"})
    folded = book.add_format({"valign": "top", "text_wrap": True})
    for table in tables(store, language):
        _fill(book.add_worksheet(table.plan.titles[language]), table, language, (bold, top, folded))
    book.close()
    yield written.getvalue()


def _library() -> ModuleType:
    from importlib import import_module

    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise MissingExtra(name="xlsx") from None


def _fill(sheet: Worksheet, table: Table, language: str, looks: tuple[Format, Format, Format]) -> None:
    bold, top, folded = looks
    columns = table.plan.columns
    titles = [*(column.titles[language] for column in columns), "IRI"]
    iri = next(place for place in (*table.plan.key, 0) if columns[place].has_labels)
    rows = [
        [
            *(_value(column, cell, table, language) for column, cell in zip(columns, row, strict=True)),
            text(row[iri][0]) if row[iri] else None,
        ]
        for row in table.rows
    ]
    for place, title in enumerate(titles):
        values = [row[place] for row in rows]
        wide = _width([title, *values])
        sheet.set_column(place, place, wide, folded if wide == _WIDEST else top)
        sheet.write_string(0, place, title, bold)
        for number, value in enumerate(values, start=1):
            _put(sheet, number, place, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)


def _put(sheet: Worksheet, row: int, column: int, value: Plain) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, str(value))


def _value(column: Column, cell: Cell, table: Table, language: str) -> Plain:
    if column.holds == NUMBER:
        return plain(cell[0]) if cell else None
    said = [table.label(term) if column.has_labels else text(term) for term in cell]
    words = table.plan.words if not column.has_labels else {}
    return _checked(BETWEEN.join(words.get(value, {}).get(language, value) for value in said))


def _checked(value: str) -> str:
    found = _FORBIDDEN.search(value)
    if found:
        reason = Message("XML has no character U+{code}", code=f"{ord(found[0]):04X}")
        raise UnwritableValue(format="xlsx", reason=reason, known="csvw")
    if len(value) > _LONGEST:
        reason = Message("a cell holds no more than {most} characters", most=_LONGEST)
        raise UnwritableValue(format="xlsx", reason=reason, known="csvw")
    return value


def _width(values: list[Plain]) -> int:
    """Return how wide a column is: as its longest line, within bounds."""
    longest = max(len(line) for value in values for line in str(value or "").split("\n"))
    return min(max(longest + 3, _NARROWEST), _WIDEST)  # three for the arrow of the filter
