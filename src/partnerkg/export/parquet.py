"""Apache Parquet: the tables as columns with types, several values as lists; by the extra `polars`."""

from __future__ import annotations

from io import BytesIO

from partnerkg.errors import N_, MissingExtra
from partnerkg.export import archive
from partnerkg.export.tables import NUMBER, tables
from partnerkg.query.results import plain, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from partnerkg.export.tables import Table
    from partnerkg.store.base import Store

MEDIA_TYPE = "application/vnd.apache.parquet"
ENDING = ".parquet.zip"
BINARY = True
SUMMARY = N_("the tables as Parquet files, for data frames (extra `polars`); a zip or a folder")


def files(store: Store, language: str) -> dict[str, bytes]:
    """Return a Parquet file for each table; MissingExtra without polars."""
    library = _library()
    return {f"{table.plan.name}.parquet": _file(table, library) for table in tables(store, language)}


def asked(store: Store, language: str) -> Iterator[bytes]:
    """Return the files as a zip archive."""
    return archive.zipped(files(store, language))


def _library() -> ModuleType:
    from importlib import import_module

    try:
        return import_module("polars")
    except ModuleNotFoundError as error:
        if error.name != "polars":
            raise
        raise MissingExtra(name="polars") from None


def _file(table: Table, library: ModuleType) -> bytes:
    columns: dict[str, list[object]] = {}
    schema: dict[str, object] = {}
    for place, column in enumerate(table.plan.columns):
        cells = [row[place] for row in table.rows]
        whole = column.holds == NUMBER and all(
            isinstance(plain(term), int) for cell in cells for term in cell
        )
        one = library.Int64 if whole else library.String
        kind = library.List(one) if column.is_list else one
        value = plain if whole else text
        ways = {column.name: value, f"{column.name}_label": table.label}
        for name, way in ways.items() if column.has_labels else [(column.name, value)]:
            found = [[way(term) for term in cell] for cell in cells]
            columns[name] = [*found] if column.is_list else [cell[0] if cell else None for cell in found]
            schema[name] = kind
    written = BytesIO()
    library.DataFrame(columns, schema=schema).write_parquet(written)
    return written.getvalue()
