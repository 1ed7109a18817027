"""What the queries of tables answer, put together in a temporary database."""

from __future__ import annotations

from itertools import groupby

from partnerkg.export.tables import values
from partnerkg.export.tables.answers import Answer, Answers, quoted
from partnerkg.export.tables.database import Database
from partnerkg.export.tables.standing import label, labelled, order
from partnerkg.export.tables.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.export import Watch
    from partnerkg.export.tables.plan import Cell, Plan
    from partnerkg.store.base import Store

_SAY = "INSERT INTO {plan}_said SELECT row, {place}, {term} FROM {source} WHERE {term} <> ''"


class Gathering:
    """The tables of a store that were filled: the keys of their rows, what is said of them, their order."""

    def __init__(self, store: Store, language: str, watch: Watch) -> None:
        """Take the store to ask, the language of labels, and what sees the rows that pass."""
        self._store = store
        self._language = language
        self._watch = watch
        self._base = Database()
        self._answers = Answers(self._base, store, watch)
        self._base.define("name", values.name)
        self._base.execute("CREATE TABLE label (thing TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID")

    def fill(
        self, plan: Plan, about: Iterable[NamedNode] | None = None, wanted: Collection[str] | None = None
    ) -> None:
        """Ask the queries of a plan, for the wanted columns only if these are given.

        Rows that are about no thing in `about` are left out.
        """
        keys = ", ".join(map(_key, plan.key))
        for table, columns in (
            (plan.name, f"(row INTEGER PRIMARY KEY, {keys}, UNIQUE ({keys}))"),
            (f"{plan.name}_said", "(row INTEGER, place INTEGER, term TEXT)"),
            (f"{plan.name}_through", "(link TEXT, row INTEGER, PRIMARY KEY (link, row)) WITHOUT ROWID"),
            (f"{plan.name}_order", "(row INTEGER PRIMARY KEY, standing INTEGER)"),
        ):
            self._base.execute(f"CREATE TABLE {table} {columns}")
        names = ", ".join(quoted(plan.columns[place].name) for place in plan.key)
        for query in plan.queries[: plan.rows]:
            table = self._answers.answer(plan, query).table
            self._base.execute(f"INSERT OR IGNORE INTO {plan.name} ({keys}) SELECT {names} FROM {table}")
        if about is not None and plan.about is not None:
            self._keep(plan, about)
        for place in plan.key:
            self._base.execute(_SAY.format(plan=plan.name, place=place, term=_key(place), source=plan.name))
        for query in plan.queries if self.count(plan) else ():
            self._fit(plan, self._answers.answer(plan, query, wanted))
        label(plan, self._base, self._store, self._language)
        order(plan, self._base)

    def count(self, plan: Plan) -> int:
        """Return how many rows a table has."""
        return int(self._base.execute(f"SELECT COUNT(*) FROM {plan.name}").fetchone()[0])

    def rows(self, plan: Plan) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows by what people see of their keys, then by the keys; values of a cell by label."""
        values = self._base.execute(
            "SELECT standing, place, term, coalesce(label, name(term)) AS shown"
            f" FROM {plan.name}_said JOIN {plan.name}_order USING (row)"
            f" LEFT JOIN label ON place IN ({labelled(plan)}) AND thing = term"
            " ORDER BY standing, place, shown, term"
        )
        none: tuple[Cell, ...] = ((),) * len(plan.columns)
        for _, said in groupby(self._watch(values), key=lambda row: row[0]):
            cells = list(none)
            for place, several in groupby(said, key=lambda row: row[1]):
                cells[place] = tuple(dict.fromkeys(Value(term, shown) for _, _, term, shown in several))
            yield tuple(cells)

    def values(self, plan: Plan, place: int) -> Iterator[Value]:
        """Yield the values of a column, each once; what they are called is not looked for."""
        terms = self._base.execute(
            f"SELECT DISTINCT term FROM {plan.name}_said JOIN {plan.name}_order USING (row) WHERE place = ?",
            (place,),
        )
        return (Value(term, "") for (term,) in terms)

    def holds(self, plan: Plan, place: int, text: str) -> bool:
        """Return whether a value of a column, or what it is called, has a text in it."""
        found = self._base.execute(
            f"SELECT 1 FROM {plan.name}_said LEFT JOIN label ON thing = term"
            " WHERE place = ? AND (instr(term, ?) OR instr(coalesce(label, ''), ?)) LIMIT 1",
            (place, text, text),
        )
        return found.fetchone() is not None

    def _fit(self, plan: Plan, answer: Answer) -> None:
        """Put an answer to the rows with the same values of the key, as far as it has these, else through."""
        places = {column.name: place for place, column in enumerate(plan.columns)}
        key = [name for name in answer.columns if places.get(name) in plan.key]
        if key:
            same = " AND ".join(f"{_key(places[name])} = {quoted(name)}" for name in key)
            source = f"{answer.table} CROSS JOIN {plan.name} ON {same}"
            if plan.through in answer.columns:
                link = quoted(plan.through)
                self._base.execute(
                    f"INSERT OR IGNORE INTO {plan.name}_through SELECT {link}, row FROM {source}"
                )
        else:
            source = f"{answer.table} JOIN {plan.name}_through ON link = {quoted(plan.through or '')}"
        for name in answer.columns:
            if name in places and name not in key:
                say = _SAY.format(plan=plan.name, place=places[name], term=quoted(name), source=source)
                self._base.execute(say)

    def _keep(self, plan: Plan, about: Iterable[NamedNode]) -> None:
        """Leave out the rows that are about no thing of these."""
        self._base.execute("CREATE TABLE about (thing TEXT PRIMARY KEY) WITHOUT ROWID")
        self._base.insert("about", 1, ((str(thing),) for thing in about))
        self._base.execute(f"DELETE FROM {plan.name} WHERE key{plan.about} NOT IN (SELECT thing FROM about)")
        self._base.execute("DROP TABLE about")


def _key(place: int) -> str:
    return f"key{place}"
