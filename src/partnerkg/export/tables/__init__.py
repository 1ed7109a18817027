"""Tables of the graph: what is in each stands in a `.rq` file beside this one.

The header of such a file gives the `title` and the `summary` of the table in both languages, the `key` (the
columns that tell one row from another), `about` (the column that a part of a graph may be about), `whole`
(whether the rows are true of a whole graph only, such as what it does not know) and for each column its
title and what it `holds`: `thing`, `text`, `number` or `address`, or several `things`, `texts` or
`addresses`. The queries below it, each a simple one that any engine answers quickly, are kept apart by `#
---`: the first of them, or as many as `rows` says, find the rows, the others what else is said of them.
What they answer is put together by the columns of the key that they have.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.query import header as headers
from partnerkg.query.labels import labels
from partnerkg.query.results import text
from partnerkg.query.run import ask
from partnerkg.store.held import Held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store, Term

    Cell = tuple[Term, ...]
    Rows = dict[tuple[Term | None, ...], list[list[set[Term]]]]

NAMES = ("organisations", "groups", "sites", "places", "relations", "evidence", "gaps")
BETWEEN = "# ---\n"
THING, THINGS, NUMBER = "thing", "things", "number"
ADDRESS, ADDRESSES = "address", "addresses"


@dataclass(frozen=True)
class Column:
    """A column: its name, its title by language, what it holds."""

    name: str
    titles: Mapping[str, str]
    holds: str

    @property
    def is_list(self) -> bool:
        """Return whether a cell may hold several values."""
        return self.holds.endswith("s")

    @property
    def has_labels(self) -> bool:
        """Return whether the cells hold things, which have labels."""
        return self.holds in (THING, THINGS)


@dataclass(frozen=True)
class Plan:
    """What a table is, as the header of its file says.

    `key` are the places of the columns that tell rows apart, `about` that of the column with the thing a
    row is about, None if it has none; `words` say values; `rows` is how many of the queries find rows.
    """

    name: str
    titles: Mapping[str, str]
    summary: Mapping[str, str]
    columns: tuple[Column, ...]
    key: tuple[int, ...]
    about: int | None
    whole: bool
    words: Mapping[str, Mapping[str, str]]
    queries: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Table:
    """A table with its rows, sorted; each cell is a tuple of terms, `labels` has those of things by IRI."""

    plan: Plan
    rows: tuple[tuple[Cell, ...], ...]
    labels: Mapping[str, str]

    def label(self, term: Term) -> str:
        """Return what a person calls a thing: its label, else the end of its IRI; the text of a literal."""
        value = text(term)
        return self.labels.get(value) or (_end(value) if isinstance(term, NamedNode) else value)


def read(name: str) -> Plan:
    """Return what one of NAMES is."""
    path = os.path.join(os.path.dirname(__file__), f"{name}.rq")
    with open(path, encoding="utf-8") as file:
        query = file.read()
    values = headers.read(path, query).values
    columns = tuple(
        Column(column, headers.texts(said), headers.texts(said)["holds"])
        for column, said in headers.mapping(values["columns"]).items()
    )
    names = [column.name for column in columns]
    return Plan(
        name=name,
        titles=headers.texts(values["title"]),
        summary=headers.texts(values["summary"]),
        columns=columns,
        key=tuple(names.index(column) for column in headers.items(values["key"])),
        about=names.index(str(values["about"])) if "about" in values else None,
        whole=values.get("whole") is True,
        words={value: headers.texts(said) for value, said in headers.mapping(values.get("values")).items()},
        queries=tuple(query.split(BETWEEN)),
        rows=int(str(values.get("rows", 1))),
    )


def tables(store: Store, language: str, names: Iterable[str] = NAMES) -> list[Table]:
    """Return the tables of a store, labels in a language, else in another.

    Of a part of a graph, those things have a row that it is about.
    """
    return [_filled(read(name), store, language) for name in names]


def _filled(plan: Plan, store: Store, language: str) -> Table:
    about = store.about if isinstance(store, Held) else None
    if plan.whole and isinstance(store, Held):
        store = store.whole or store
    rows = list(_gathered(plan, store))
    if about is not None and plan.about is not None:
        place = plan.about
        rows = [row for row in rows if row[place] & about]
    things = {
        term
        for row in rows
        for column, cell in zip(plan.columns, row, strict=True)
        if column.has_labels
        for term in cell
        if isinstance(term, NamedNode)
    }
    table = Table(plan, (), labels(things, store, language))
    ordered = (tuple(_ordered(cell, table) for cell in row) for row in rows)
    return Table(plan, tuple(sorted(ordered, key=lambda row: _place(row, table))), table.labels)


def _gathered(plan: Plan, store: Store) -> Iterable[list[set[Term]]]:
    """Return the values of each row of the table."""
    names = [column.name for column in plan.columns]
    rows: Rows = {}
    for number, query in enumerate(plan.queries):
        found: Solutions = ask(query, store)  # type: ignore[assignment]
        places = [names.index(column) for column in found.columns]
        key = [place for place in plan.key if place in places]
        whole = len(key) == len(plan.key)
        known = rows if whole else _by(rows, key, plan)
        for answer in found:
            row = dict(zip(places, answer, strict=True))
            wanted = tuple(row[place] for place in key)
            if number < plan.rows:
                rows.setdefault(wanted, [[set() for _ in names]])
            for cells in known.get(wanted, ()):
                _add(cells, row)
    return [cells for (cells,) in rows.values()]


def _by(rows: Rows, key: list[int], plan: Plan) -> Rows:
    """Return the rows by some columns of their key."""
    found: Rows = {}
    places = [plan.key.index(place) for place in key]
    for whole, cells in rows.items():
        found.setdefault(tuple(whole[place] for place in places), []).extend(cells)
    return found


def _add(cells: list[set[Term]], row: Mapping[int, Term | None]) -> None:
    for place, term in row.items():
        if term is not None:
            cells[place].add(term)


def _ordered(cell: set[Term], table: Table) -> Cell:
    return tuple(sorted(cell, key=lambda term: (table.label(term), str(term))))


def _place(row: tuple[Cell, ...], table: Table) -> tuple[list[list[str]], list[list[str]]]:
    """Return where a row stands: by what people see, then by what tells it from all others."""
    seen = [[table.label(term) for term in row[place]] for place in table.plan.key]
    return seen, [[str(term) for term in row[place]] for place in table.plan.key]


def _end(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri
