"""A spreadsheet for people (ECMA-376): a sheet a table, labels instead of IRIs; by the extra `xlsx`.

Every cell is a text or a number, never a formula or a link, whatever it begins with.
"""

from __future__ import annotations

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.export import unwatched
from partnerkg.export.tables import in_cell, tables
from partnerkg.export.tables.plan import NUMBER
from partnerkg.files.workbook import MEDIA_TYPE as _SHEETS
from partnerkg.files.workbook import workbook
from partnerkg.rdf import xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from partnerkg.export import Watch
    from partnerkg.export.tables import Table
    from partnerkg.export.tables.plan import Cell, Column, Row
    from partnerkg.query.values import Plain
    from partnerkg.store.base import Store

MEDIA_TYPE = _SHEETS
ENDING = ".xlsx"
BINARY = True
SUMMARY = N_("a spreadsheet with a sheet for each table, labels instead of IRIs (extra `xlsx`)")
BETWEEN = "; "
_NARROWEST, _WIDEST = 8, 60  # characters
_LONGEST = 32_767  # characters of a cell (ECMA-376, Excel's limit)
_MOST_ROWS = 1_048_575  # below that with the titles


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the workbook; MissingExtra without xlsxwriter.

    UnwritableValue for characters that XML does not have, for texts that no cell can hold and for more rows
    than a sheet can hold. Rows pass through temporary files.
    """
    return workbook(lambda book: _write(book, tables(store, language, watch=watch), language))


def _write(book: Workbook, every: Iterator[Table], language: str) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    top = book.add_format({"valign": "top"})
    folded = book.add_format({"valign": "top", "text_wrap": True})
    for table in every:
        _fill(book.add_worksheet(table.plan.titles[language]), table, language, (bold, top, folded))


def _fill(sheet: Worksheet, table: Table, language: str, looks: tuple[Format, Format, Format]) -> None:
    """Write a table, whose rows are read twice: how wide a column is must be known before its cells."""
    if len(table) > _MOST_ROWS:
        reason = Message("a sheet holds no more than {most} rows", most=_MOST_ROWS)
        what = Message(N_("The table {name}"), name=table.plan.titles[language])
        raise UnwritableValue(what=what, format="xlsx", reason=reason, known="csvw")
    bold, top, folded = looks
    titles = [*(column.titles[language] for column in table.plan.columns), "IRI"]
    widths = [len(title) for title in titles]
    for row in table:
        widths = [*map(max, widths, map(_length, _written(row, table, language)))]
    for place, (title, longest) in enumerate(zip(titles, widths, strict=True)):
        wide = min(max(longest + 3, _NARROWEST), _WIDEST)  # three for the arrow of the filter
        sheet.set_column(place, place, wide, folded if wide == _WIDEST else top)
        sheet.write_string(0, place, title, bold)
    for number, row in enumerate(table, start=1):
        for place, value in enumerate(_written(row, table, language)):
            _put(sheet, number, place, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(table), 1), len(titles) - 1)


def _written(row: Row, table: Table, language: str) -> Iterator[Plain]:
    """Return what the cells of a row say, the last of them the IRI of what it is about."""
    columns = table.plan.columns
    for column, cell in zip(columns, row, strict=True):
        value = _value(column, cell, table, language)
        yield _checked(value, column, _about(row, table), language) if isinstance(value, str) else value
    yield _about(row, table)


def _about(row: Row, table: Table) -> str | None:
    """Return the IRI of what a row is about."""
    columns = table.plan.columns
    iri = next(place for place in (*table.plan.key, 0) if columns[place].has_labels)
    return row[iri][0].text if row[iri] else None


def _put(sheet: Worksheet, row: int, column: int, value: Plain) -> None:
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, str(value))


def _value(column: Column, cell: Cell, table: Table, language: str) -> Plain:
    if column.holds == NUMBER:
        return cell[0].plain if cell else None
    texts = [value.label if column.has_labels else value.text for value in cell]
    words = table.plan.words if not column.has_labels else {}
    return BETWEEN.join(words.get(value, {}).get(language, value) for value in texts)


def _checked(value: str, column: Column, thing: str | None, language: str) -> str:
    reason = xml.illegal(value)
    if len(value) > _LONGEST:
        reason = Message("a cell holds no more than {most} characters", most=_LONGEST)
    if reason:
        what = in_cell(value, column.titles[language], thing or "")
        raise UnwritableValue(what=what, format="xlsx", reason=reason, known="csvw")
    return value


def _length(value: Plain) -> int:
    """Return how long the longest line of a cell is."""
    return max(map(len, str(value or "").split("\n")))
