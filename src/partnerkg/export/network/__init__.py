"""Who works with whom as nodes and edges, for the formats of network programs."""

from __future__ import annotations

from typing import NamedTuple

from partnerkg.errors import UnwritableValue
from partnerkg.export.tables import in_cell, tables
from partnerkg.export.tables.database import Database
from partnerkg.rdf import xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export import Watch
    from partnerkg.export.tables import Table
    from partnerkg.export.tables.plan import Row
    from partnerkg.store.base import Store

BETWEEN = "; "
NODE_DETAILS = ("class", "kind", "town")
EDGE_DETAILS = ("category", "activity", "status", "page")
_KINDS = ("organisations", "groups", "relations")


class Node(NamedTuple):
    """An organisation, a group, or what else a relation leads to; `details` follow NODE_DETAILS."""

    iri: str
    label: str
    details: tuple[str, ...]


class Edge(NamedTuple):
    """A relation from one node to another; `details` follow EDGE_DETAILS."""

    source: str
    target: str
    relation: str
    details: tuple[str, ...]


class Network:
    """The nodes by label and the edges by the labels of their ends, outside memory."""

    __slots__ = ("_base",)

    def __init__(self, store: Store, language: str, watch: Watch) -> None:
        """Take the network of a store, labels in a language, else in another."""
        self._base = Database()
        self._base.execute(f"CREATE TABLE node (iri TEXT PRIMARY KEY, label, {', '.join(NODE_DETAILS)})")
        self._base.execute(f"CREATE TABLE edge (source, target, relation, {', '.join(EDGE_DETAILS)})")
        wanted = (*NODE_DETAILS, "member_kind", *EDGE_DETAILS)
        for table in tables(store, language, _KINDS, wanted, watch):
            if table.plan.name == "relations":
                self._relate(table)
            else:
                self._base.insert("node", 5, _nodes(table), known="REPLACE")

    @property
    def nodes(self) -> Iterator[Node]:
        """Return the nodes by label, each time from the first."""
        rows = self._base.execute("SELECT * FROM node ORDER BY label, iri")
        return (Node(iri, label, tuple(details)) for iri, label, *details in rows)

    @property
    def edges(self) -> Iterator[Edge]:
        """Return the edges by the labels of their ends, each time from the first."""
        rows = self._base.execute("SELECT * FROM edge ORDER BY rowid")
        return (Edge(source, target, relation, tuple(details)) for source, target, relation, *details in rows)

    def _relate(self, table: Table) -> None:
        """Put an edge for each row, and a node for each end that has none."""
        ends = [_place(table, name) for name in ("subject", "object")]
        relation = _place(table, "relation")
        details = [_place(table, name) for name in EDGE_DETAILS]
        for row in table:
            pair = [row[place][0] for place in ends]
            values = (
                _joined(row, place, plain=name == "page")
                for place, name in zip(details, EDGE_DETAILS, strict=True)
            )
            new = [(end.text, end.label, *[""] * len(NODE_DETAILS)) for end in pair]
            self._base.insert("node", 5, new, known="IGNORE")
            edge = (pair[0].text, pair[1].text, row[relation][0].label, *values)
            self._base.insert("edge", 7, [edge])


def escaped(value: str, form: str, column: str, thing: str) -> str:
    """Return what a column says of a thing for an XML attribute or text.

    UnwritableValue for characters that XML does not have.
    """
    reason = xml.illegal(value)
    if reason:
        raise UnwritableValue(what=in_cell(value, column, thing), format=form, reason=reason, known="csvw")
    return xml.in_attribute(value)


def _nodes(table: Table) -> Iterator[tuple[str, ...]]:
    """Return a node a row; the kind of a group is that of its members."""
    names = ("", "member_kind", "") if table.plan.name == "groups" else NODE_DETAILS
    places = [_place(table, name) if name else None for name in names]
    for row in table:
        [thing] = row[table.plan.key[0]]
        yield thing.text, thing.label, *("" if place is None else _joined(row, place) for place in places)


def _place(table: Table, name: str) -> int:
    return [column.name for column in table.plan.columns].index(name)


def _joined(row: Row, place: int, *, plain: bool = False) -> str:
    return BETWEEN.join(value.text if plain else value.label for value in row[place])
