"""CSV on the Web: the tables as CSV with a description of their columns (https://www.w3.org/TR/tabular-data-primer/).

A thing takes two columns, its IRI and its label. A cell with several values has a sign between them that
none of the column has: `|`, if it can be. Cells are the data letter for letter, also where they begin with
`=`, `+`, `-` or `@`: a spreadsheet program may take these for formulas; for people there is `xlsx`.
"""

from __future__ import annotations

import csv
from io import StringIO

from partnerkg.errors import N_, Message, UnwritableValue
from partnerkg.export import unwatched
from partnerkg.export.tables import tables
from partnerkg.export.tables.described import metadata, names
from partnerkg.export.tables.plan import NAMES, read
from partnerkg.files import archive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.export.tables import Table
    from partnerkg.export.tables.described import Separators
    from partnerkg.export.tables.plan import Cell, Column
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/zip"
ENDING = ".csvw.zip"
BINARY = True
SUMMARY = N_(
    "the tables as CSV files, with a description of their columns (CSV on the Web); a zip or a folder"
)
METADATA = "csv-metadata.json"
SEPARATORS = ("|", "¦", "‖", *map(chr, range(0x2500, 0x2580)))  # then the signs that draw boxes
_PIECE = 1 << 16  # characters


def files(store: Store, language: str, watch: Watch = unwatched) -> dict[str, Iterator[bytes]]:
    """Return a CSV file for each table, in pieces, and their description in CSVW.

    They are to be read in their order: each table is made when its file is.
    """
    written = tables(store, language, watch=watch)
    separators: dict[tuple[str, str], str] = {}
    contents = {f"{name}.csv": _csv(written, separators) for name in NAMES}
    return {**contents, METADATA: _metadata(separators, language)}


def _metadata(separators: Separators, language: str) -> Iterator[bytes]:
    """Yield the description; which separators there are is known once the tables are written."""
    yield metadata(map(read, NAMES), separators, language)


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the files as a zip archive."""
    return archive.zipped(files(store, language, watch))


def _csv(remaining: Iterator[Table], separators: dict[tuple[str, str], str]) -> Iterator[bytes]:
    """Yield the file of the next table, and say what separates the values of its columns."""
    table = next(remaining)
    columns = table.plan.columns
    between = [_separator(table, place) for place in range(len(columns))]
    separators.update({(table.plan.name, one.name): sign for one, sign in zip(columns, between, strict=True)})
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180 §2
    writer.writerow(name for column in columns for name in names(column))
    for row in table:
        cells = zip(columns, row, between, strict=True)
        writer.writerow(value for column, cell, sign in cells for value in _values(column, cell, sign))
        if text.tell() > _PIECE:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _separator(table: Table, place: int) -> str:
    """Return a sign that no value of a column has; UnwritableValue if its values have them all."""
    column = table.plan.columns[place]
    if not column.is_list:
        return ""
    for sign in SEPARATORS:
        if not table.holds(place, sign):
            return sign
    what = Message(N_("The column {column} of {table}"), column=column.name, table=table.plan.name)
    reason = Message(N_("its values have every sign that could stand between them"))
    raise UnwritableValue(what=what, format="csvw", reason=reason, known="parquet")


def _values(column: Column, cell: Cell, between: str) -> Iterator[str]:
    yield between.join(value.text for value in cell)
    if column.has_labels:
        yield between.join(value.label for value in cell)
