"""Completeness is measured: a store is asked once for the things of each pattern."""

from __future__ import annotations

import os
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from partnerkg.completeness import asking
from partnerkg.completeness.cell import Cell
from partnerkg.completeness.matrix import Completeness
from partnerkg.completeness.wanted import Wanted, uncounted, wanted
from partnerkg.validate.compiled import focus
from partnerkg.validate.reading import load
from partnerkg.validate.shapes import Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Data

_LABELS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?label {
    VALUES ?thing { %s }
    ?thing rdfs:label ?label
}"""


def measure(store: Data, shapes: Shapes | Iterable[str | os.PathLike[str]] | None = None) -> Completeness:
    """Return how complete the records of a store are: one query a class and one or two a property.

    `shapes` are loaded shapes or their files, else the shipped ones; what they ask for that cannot be counted
    is left out and named. WrongShape if a weight is no number; the errors of `load` and of the store.
    """
    known = shapes if isinstance(shapes, Shapes) else load(shapes)
    found = wanted(known)
    asked = _Asked(store)
    cells = tuple(_cell(one, asked) for one in found)
    groups = sorted(known.groups.values(), key=lambda group: (group.order, group.iri))
    facets = {group.iri: group.labels for group in groups}
    return Completeness(
        cells, _class_names(store, {one.class_ for one in found}), facets, uncounted=uncounted(known)
    )


class _Asked:
    """A store that is asked each thing once."""

    __slots__ = ("_found", "_held", "_store")

    def __init__(self, store: Data) -> None:
        self._store = store
        self._found: dict[str, frozenset[str]] = {}
        self._held: dict[str, bool] = {}

    def fitting(self, pattern: str) -> frozenset[str]:
        """Return the things that fit a pattern."""
        if pattern not in self._found:
            self._found[pattern] = _things(
                self._store, asking.declared(f"SELECT DISTINCT ?thing WHERE {{ {pattern} }}")
            )
        return self._found[pattern]

    def holds(self, graph: str) -> bool:
        """Return whether the store has this graph."""
        if graph not in self._held:
            self._held[graph] = bool(graph) and focus.holds(graph, self._store.each)
        return self._held[graph]


def _cell(one: Wanted, asked: _Asked) -> Cell:
    found = one.patterns
    beyond = one.beyond if asked.holds(one.beyond) else ""
    members = asked.fitting(asking.target(one.class_, beyond))
    applicable = members & asked.fitting(found.touching) if found.touching else members
    answered = applicable
    for pattern, must in found.parts if applicable else ():
        fitting = asked.fitting(pattern)
        answered = answered & fitting if must else answered - fitting
    absent = applicable & asked.fitting(found.absent) if found.absent else frozenset[str]()
    return Cell(one, applicable, applicable - answered, absent, beyond)


def _things(store: Data, query: str) -> frozenset[str]:
    return frozenset(_name(row[0]) for row in store.each(query) if row[0] is not None)


def _name(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _class_names(store: Data, classes: Iterable[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    values = " ".join(str(NamedNode(class_)) for class_ in sorted(classes))
    for thing, label in store.each(_LABELS % values) if values else ():
        if isinstance(label, Literal) and isinstance(thing, NamedNode):
            found.setdefault(thing.value, {})[label.language or ""] = label.value
    return found
