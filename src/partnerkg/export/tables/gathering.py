"""What the queries of tables answer, put together outside memory.

A temporary database of SQLite is in memory while it is small, then in a file without a name, so nothing is
left behind however the program ends. It sorts texts as Python does.
"""

from __future__ import annotations

import sqlite3
from itertools import groupby

from pyoxigraph import NamedNode

from partnerkg.export.tables import values
from partnerkg.export.tables.values import Value
from partnerkg.query.labels import BATCH, labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pyoxigraph import QuerySolutions

    from partnerkg.export import Watch
    from partnerkg.export.tables import Cell, Plan
    from partnerkg.store.base import Store, Term

_MEMORY = 1 << 15  # kilobytes of a database that are held in memory
_KNOWN = "SELECT DISTINCT term FROM {said} WHERE place IN ({places}) AND substr(term, 1, 1) = '<'"


class Database(sqlite3.Connection):
    """A database that closes itself when nothing refers to it any more."""

    def __del__(self) -> None:
        self.close()


def database() -> Database:
    """Return a new temporary database, which is never written back: nothing is kept if it breaks off."""
    base = sqlite3.connect(
        "", isolation_level=None, check_same_thread=False, factory=Database
    )  # polars reads in its own
    for setting in ("journal_mode = OFF", "temp_store = FILE", f"cache_size = -{_MEMORY}"):
        base.execute(f"PRAGMA {setting}")
    base.execute("BEGIN")
    return base


def tokens(answer: Iterable[Iterable[Term | None]]) -> Iterator[list[str]]:
    """Yield rows with each term as N-Triples writes it, "" for none."""
    return (["" if term is None else str(term) for term in row] for row in answer)


class Gathering:
    """The tables of a store that were filled: the keys of their rows, what is said of them, their order."""

    def __init__(self, store: Store, language: str, watch: Watch) -> None:
        """Take the store to ask, the language of labels, and what sees the rows that pass."""
        self._store = store
        self._language = language
        self._watch = watch
        self._base = database()
        self._base.create_function("name", 1, values.name, deterministic=True)
        self._base.execute("CREATE TABLE label (thing TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID")

    def fill(
        self, plan: Plan, about: Iterable[NamedNode] | None = None, wanted: Collection[str] | None = None
    ) -> None:
        """Ask the queries of a plan, for the wanted columns only if these are given.

        Rows that are about no thing in `about` are left out.
        """
        keys = ", ".join(f"key{place}" for place in plan.key)
        self._base.execute(f"CREATE TABLE {plan.name} (row INTEGER PRIMARY KEY, {keys}, UNIQUE ({keys}))")
        self._base.execute(f"CREATE TABLE {plan.name}_said (row INTEGER, place INTEGER, term TEXT)")
        for number, query in enumerate(plan.queries):
            self._ask(plan, query, wanted, finds_rows=number < plan.rows)
            if number == plan.rows - 1 and about is not None and plan.about is not None:
                self._keep(plan, about)
        for place in plan.key:
            self._base.execute(
                f"INSERT INTO {plan.name}_said SELECT row, {place}, key{place} FROM {plan.name}"
                f" WHERE key{place} <> ''"
            )
        self._label(plan)
        self._order(plan)

    def count(self, plan: Plan) -> int:
        """Return how many rows a table has."""
        return int(self._base.execute(f"SELECT COUNT(*) FROM {plan.name}").fetchone()[0])

    def rows(self, plan: Plan) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows by what people see of their keys, then by the keys; values of a cell by label."""
        found = self._base.execute(
            "SELECT standing, place, term, coalesce(label, name(term)) AS shown"
            f" FROM {plan.name}_said JOIN {plan.name}_order USING (row)"
            f" LEFT JOIN label ON place IN ({_labelled(plan)}) AND thing = term"
            " ORDER BY standing, place, shown, term"
        )
        none: tuple[Cell, ...] = ((),) * len(plan.columns)
        for _, said in groupby(self._watch(found), key=lambda row: row[0]):
            cells = list(none)
            for place, several in groupby(said, key=lambda row: row[1]):
                cells[place] = tuple(dict.fromkeys(Value(term, shown) for _, _, term, shown in several))
            yield tuple(cells)

    def values(self, plan: Plan, place: int) -> Iterator[Value]:
        """Yield the values of a column, each once; what they are called is not looked for."""
        found = self._base.execute(
            f"SELECT DISTINCT term FROM {plan.name}_said JOIN {plan.name}_order USING (row) WHERE place = ?",
            (place,),
        )
        return (Value(term, "") for (term,) in found)

    def _ask(self, plan: Plan, query: str, wanted: Collection[str] | None, *, finds_rows: bool) -> None:
        """Put what a query answers to the rows with the same values in the columns of the key that it has."""
        answer: QuerySolutions = self._store.query(query)  # type: ignore[assignment]
        names = [column.name for column in plan.columns]
        places = [names.index(variable.value) for variable in answer.variables]
        others = [
            place for place in places if place not in plan.key and (wanted is None or names[place] in wanted)
        ]
        if not others and not finds_rows:
            return
        columns = ", ".join(f"value{place}" for place in places)
        self._base.execute(f"CREATE TABLE answer ({columns})")
        holes = ", ".join("?" * len(places))
        self._base.executemany(f"INSERT INTO answer VALUES ({holes})", tokens(self._watch(answer)))
        key = [place for place in plan.key if place in places]
        if finds_rows:
            columns = ", ".join(f"key{place}" for place in key)
            same = ", ".join(f"value{place}" for place in key)
            self._base.execute(f"INSERT OR IGNORE INTO {plan.name} ({columns}) SELECT {same} FROM answer")
        same = " AND ".join(f"key{place} = value{place}" for place in key)
        for place in others:
            self._base.execute(
                f"INSERT INTO {plan.name}_said SELECT row, {place}, value{place}"
                f" FROM answer CROSS JOIN {plan.name} ON {same} WHERE value{place} <> ''"
            )
        self._base.execute("DROP TABLE answer")

    def _keep(self, plan: Plan, about: Iterable[NamedNode]) -> None:
        """Leave out the rows that are about no thing of these."""
        self._base.execute("CREATE TABLE about (thing TEXT PRIMARY KEY) WITHOUT ROWID")
        self._base.executemany("INSERT INTO about VALUES (?)", ((str(thing),) for thing in about))
        self._base.execute(f"DELETE FROM {plan.name} WHERE key{plan.about} NOT IN (SELECT thing FROM about)")
        self._base.execute("DROP TABLE about")

    def _label(self, plan: Plan) -> None:
        """Fetch the labels of the things of a table that are not known yet."""
        known = _KNOWN.format(said=f"{plan.name}_said", places=_labelled(plan))
        self._base.execute(f"CREATE TABLE asked AS {known} EXCEPT SELECT thing FROM label")
        reader = self._base.execute("SELECT term FROM asked")
        while batch := reader.fetchmany(BATCH):
            things = {term: NamedNode(term[1:-1]) for (term,) in batch if term[1] != "<"}
            found = labels(things.values(), self._store, self._language)
            told = ((term, found.get(thing.value)) for term, thing in things.items())
            self._base.executemany("INSERT INTO label VALUES (?, ?)", told)
        self._base.execute("DROP TABLE asked")

    def _order(self, plan: Plan) -> None:
        self._base.execute(f"CREATE TABLE {plan.name}_order (row INTEGER PRIMARY KEY, standing INTEGER)")
        labelled = _labelled(plan).split(", ")
        seen, joins = [], []
        for place in plan.key:
            label = f"label{place}.label" if str(place) in labelled else "NULL"
            seen.append(f"CASE key{place} WHEN '' THEN NULL ELSE coalesce({label}, name(key{place})) END")
            joins.append(f" LEFT JOIN label AS label{place} ON label{place}.thing = key{place}")
        order = ", ".join([*seen, *(f"key{place}" for place in plan.key)])
        self._base.execute(
            f"INSERT INTO {plan.name}_order SELECT row, row_number() OVER (ORDER BY {order})"
            f" FROM {plan.name}{''.join(joins)}"
        )


def _labelled(plan: Plan) -> str:
    """Return the places of the columns that hold things."""
    return ", ".join(str(place) for place, column in enumerate(plan.columns) if column.has_labels)
