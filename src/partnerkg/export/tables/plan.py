"""What a table of the graph is, as the header of its `.rq` file says.

The header of such a file gives the `title` and the `summary` of the table in both languages, the `key` (the
columns that tell one row from another), `about` (the column that a part of a graph may be about), `whole`
(whether the rows are true of a whole graph only, such as what it does not know) and for each column its
title and what it `holds`: `thing`, `text`, `number` or `address`, or several `things`, `texts` or
`addresses`. The queries below it, each a simple one that any engine answers quickly, are kept apart by `#
---`: the first of them, or as many as `rows` says, find the rows, the others what else is said of them.
What they answer is put together by the columns of the key that they have; by `through`, which is no column
of the table, if a query has none of these but that which another one gave to the rows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from partnerkg.query import header as headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.export.tables.values import Value

    Cell = tuple[Value, ...]
    Row = tuple[Cell, ...]

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
    row is about, None if it has none; `through` is a name in queries that leads from rows to what is said of
    them; `words` say values; `rows` is how many of the queries find rows.
    """

    name: str
    titles: Mapping[str, str]
    summary: Mapping[str, str]
    columns: tuple[Column, ...]
    key: tuple[int, ...]
    about: int | None
    through: str | None
    whole: bool
    words: Mapping[str, Mapping[str, str]]
    queries: tuple[str, ...]
    rows: int


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
        through=str(values["through"]) if "through" in values else None,
        whole=values.get("whole") is True,
        words={value: headers.texts(said) for value, said in headers.mapping(values.get("values")).items()},
        queries=tuple(query.split(BETWEEN)),
        rows=int(str(values.get("rows", 1))),
    )
