"""Who works with whom as nodes and edges, for the formats of network programs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.errors import Message, UnwritableValue
from partnerkg.export.tables import tables
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.export.tables import Table
    from partnerkg.store.base import Store

BETWEEN = "; "
NODE_DETAILS = ("class", "kind", "town")
EDGE_DETAILS = ("category", "activity", "status", "page")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0 §2.2
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\r": "&#13;",
        "\n": "&#10;",
        "\t": "&#9;",  # else an attribute would have spaces for them
    }
)


@dataclass(frozen=True)
class Node:
    """An organisation, a group, or what else a relation leads to; `details` follow NODE_DETAILS."""

    iri: str
    label: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Edge:
    """A relation from one node to another; `details` follow EDGE_DETAILS."""

    source: str
    target: str
    relation: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Network:
    """The nodes by label and the edges by the labels of their ends."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(store: Store, language: str) -> Network:
    """Return the network of a store, labels in a language, else in another."""
    organisations, groups, relations = tables(store, language, ("organisations", "groups", "relations"))
    found = {node.iri: node for node in (*_nodes(organisations), *_nodes(groups))}
    edges = []
    for row in relations.rows:
        source, relation, target = (
            row[_place(relations, name)] for name in ("subject", "relation", "object")
        )
        for (end,) in (source, target):
            iri = text(end)
            found.setdefault(iri, Node(iri, relations.label(end), ("",) * len(NODE_DETAILS)))
        details = tuple(_said(relations, row[_place(relations, name)], name) for name in EDGE_DETAILS)
        edges.append(Edge(text(source[0]), text(target[0]), relations.label(relation[0]), details))
    return Network(tuple(sorted(found.values(), key=lambda node: (node.label, node.iri))), tuple(edges))


def escaped(value: str, form: str) -> str:
    """Return a value for an XML attribute or text; UnwritableValue for characters that XML does not have."""
    found = _FORBIDDEN.search(value)
    if found:
        reason = Message("XML has no character U+{code}", code=f"{ord(found[0]):04X}")
        raise UnwritableValue(format=form, reason=reason, known="csvw")
    return value.translate(_ESCAPES)


def _nodes(table: Table) -> Iterator[Node]:
    """Return a node a row; the kind of a group is that of its members."""
    names = {"class": "class", "kind": "kind", "town": "town"}
    if table.plan.name == "groups":
        names = {"class": "", "kind": "member_kind", "town": ""}
    for row in table.rows:
        (thing,) = row[table.plan.key[0]]
        details = (_said(table, row[_place(table, name)], name) if name else "" for name in names.values())
        yield Node(text(thing), table.label(thing), tuple(details))


def _place(table: Table, name: str) -> int:
    return [column.name for column in table.plan.columns].index(name)


def _said(table: Table, cell: tuple[object, ...], name: str) -> str:
    plain = name == "page"
    return BETWEEN.join(text(term) if plain else table.label(term) for term in cell)  # type: ignore[arg-type]
