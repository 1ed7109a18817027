"""Apache Parquet: the tables as columns with types, several values as lists; by the extra `polars`."""

from __future__ import annotations

from itertools import islice
from operator import attrgetter
from tempfile import TemporaryFile

from partnerkg.errors import N_, MissingExtra
from partnerkg.export import unwatched
from partnerkg.export.tables import tables
from partnerkg.export.tables.plan import NAMES, NUMBER
from partnerkg.files import archive
from partnerkg.files.spooled import pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType
    from typing import Any

    from partnerkg.export import Watch
    from partnerkg.export.tables import Table
    from partnerkg.export.tables.plan import Row
    from partnerkg.export.tables.values import Value
    from partnerkg.query.values import Plain
    from partnerkg.store.base import Store

    Way = tuple[str, object, Callable[[Row], object]]  # name, kind, what stands there in a row

MEDIA_TYPE = "application/vnd.apache.parquet"
ENDING = ".parquet.zip"
BINARY = True
_BATCH = 2000  # rows at once in memory as columns
_GROUP = 1 << 14  # rows of a group in the file, which are in memory together when they are written
SUMMARY = N_("the tables as Parquet files, for data frames (extra `polars`); a zip or a folder")


def files(store: Store, language: str, watch: Watch = unwatched) -> dict[str, Iterator[bytes]]:
    """Return a Parquet file for each table, in pieces, to be read in order; MissingExtra without polars."""
    library = _library()
    remaining = tables(store, language, watch=watch)
    return {f"{name}.parquet": _file(remaining, library) for name in NAMES}


def asked(store: Store, language: str, watch: Watch = unwatched) -> Iterator[bytes]:
    """Return the files as a zip archive."""
    return archive.zipped(files(store, language, watch))


def _library() -> ModuleType:
    from importlib import import_module

    try:
        return import_module("polars")
    except ModuleNotFoundError as error:
        if error.name != "polars":
            raise
        raise MissingExtra(name="polars") from None


def _file(remaining: Iterator[Table], library: ModuleType) -> Iterator[bytes]:
    """Yield the file of the next table."""
    from polars.io.plugins import register_io_source

    table = next(remaining)
    ways = list(_ways(table, library))
    schema: dict[str, Any] = {name: kind for name, kind, _ in ways}

    def frames(*_: object) -> Iterator[Any]:
        rows = iter(table)
        while batch := list(islice(rows, _BATCH)):
            columns = {name: [*map(way, batch)] for name, _, way in ways}
            yield library.DataFrame(columns, schema=schema)

    with TemporaryFile(prefix="partnerkg-") as written:
        lazy = register_io_source(frames, schema=schema) if len(table) else library.LazyFrame(schema=schema)
        lazy.sink_parquet(written, row_group_size=_GROUP)
        yield from pieces(written)


def _ways(table: Table, library: ModuleType) -> Iterator[Way]:
    """Yield the columns of the file."""
    for place, column in enumerate(table.plan.columns):
        whole = column.holds == NUMBER and all(isinstance(value.plain, int) for value in table.values(place))
        one = library.Int64 if whole else library.String
        kind = library.List(one) if column.is_list else one
        said = attrgetter("plain" if whole else "text")
        yield column.name, kind, _cells(place, column.is_list, said)
        if column.has_labels:
            yield f"{column.name}_label", kind, _cells(place, column.is_list, attrgetter("label"))


def _cells(place: int, is_list: bool, said: Callable[[Value], Plain]) -> Callable[[Row], object]:
    if is_list:
        return lambda row: [said(value) for value in row[place]]
    return lambda row: said(row[place][0]) if row[place] else None
