"""A temporary database of SQLite: in memory while it is small, then in a file without a name.

So nothing is left behind however the program ends. It sorts texts as Python does.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from tempfile import gettempdir

from partnerkg.errors import UnwritablePath
from partnerkg.store.local import Local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Rows, Store

_MEMORY = 1 << 15  # kilobytes that are held in memory
_NO_PLACE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


class Database:
    """A database that goes when nothing refers to it any more."""

    __slots__ = ("_base",)

    def __init__(self) -> None:
        # another thread may read it, one at a time: polars does
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        # it is never written back: if the program breaks off, all is gone anyhow
        for setting in ("journal_mode = OFF", "temp_store = FILE", f"cache_size = -{_MEMORY}"):
            self._base.execute(f"PRAGMA {setting}")
        self._base.execute("BEGIN")

    def __del__(self) -> None:
        self._base.close()

    def define(self, name: str, function: Callable[..., str | int | float | None]) -> None:
        """Let SQL use a function of one text, which always gives the same for the same."""
        self._base.create_function(name, 1, function, deterministic=True)

    def execute(self, text: str, values: Sequence[str | int] = ()) -> sqlite3.Cursor:
        """Return the rows that SQL finds; UnwritablePath if there is no place for temporary files."""
        with _writing():
            return self._base.execute(text, values)

    def insert(
        self, table: str, columns: int, rows: Iterable[Sequence[str | None]], *, known: str = "ABORT"
    ) -> None:
        """Put rows of so many columns into a table; UnwritablePath if there is no place for temporary files.

        `known` is what SQL does with a row whose key the table has: IGNORE it, REPLACE the other, or ABORT.
        """
        with _writing():
            holes = ", ".join("?" * columns)
            self._base.executemany(f"INSERT OR {known} INTO {table} VALUES ({holes})", rows)


def answered(query: str, store: Store) -> Rows:
    """Return the answer to a `SELECT DISTINCT`, in which a store of ours may say things twice.

    Our engine would keep all that it found to know what is new, and repeats are easily removed outside
    memory. A server removes them: they would count when it holds back what is more than it gives at once.
    """
    text = query.replace("SELECT DISTINCT", "SELECT REDUCED", 1) if isinstance(store, Local) else query
    return store.select(text)


def tokens(answer: Iterable[Iterable[Term | None]]) -> Iterator[list[str]]:
    """Yield rows with each term as N-Triples writes it, "" for none."""
    return (["" if term is None else str(term) for term in row] for row in answer)


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_PLACE:
            raise
        raise UnwritablePath(path=gettempdir(), reason=str(error)) from None
