"""The class × property matrix: whom each property concerns, who has it, who lacks it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from shlex import quote

from pyoxigraph import Literal, NamedNode

from partnerkg.completeness import asking, scores
from partnerkg.completeness.scores import Score, Step
from partnerkg.completeness.wanted import Uncounted, Wanted, uncounted, wanted
from partnerkg.errors import Suggestion, UnknownGap, UnknownRecord
from partnerkg.namespaces import shorten
from partnerkg.validate.reading import load
from partnerkg.validate.shapes import Shapes, in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.data import Data

_LABELS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?label {
    VALUES ?thing { %s }
    ?thing rdfs:label ?label
}"""


@dataclass(frozen=True)
class Cell:
    """What one property is to the things of one class; things are IRIs.

    `missing` and `known_absent` are among the `applicable`: the first have no answer, the others are known
    to have none, which is one. `records` says that things of reference data alone do not count.
    """

    wanted: Wanted
    applicable: frozenset[str]
    missing: frozenset[str]
    known_absent: frozenset[str]
    records: bool = False

    @property
    def queries(self) -> dict[str, str]:
        """Return the SPARQL queries that list the things of each number, prefixes declared.

        They are `applicable`, `answered`, `missing` and, where something can say so, `known_absent`.
        """
        return asking.texts(self.wanted.class_, self.wanted.patterns, self.records)

    @property
    def of(self) -> int:
        """Return how many things it concerns."""
        return len(self.applicable)

    @property
    def answered(self) -> int:
        """Return how many of them have an answer, those counted that are known to have none."""
        return len(self.applicable) - len(self.missing)

    @property
    def percent(self) -> int | None:
        """Return the share of those with an answer in whole percent, None if it concerns nothing."""
        return scores.percent(self.answered, self.of)


@dataclass(frozen=True)
class Completeness:
    """How complete the records of a graph are, measured by what the shapes want of them.

    `cells` are by class, facet and order; `class_names` the labels of classes by language. This is the
    completeness of records; how much of a page was read is another measure, and never mixed with it.
    `where` and `scope` are the options that a command needs to find the same graph, and the same part of it;
    `uncounted` the property shapes that were left out.
    """

    cells: tuple[Cell, ...]
    class_names: Mapping[str, Mapping[str, str]] = field(repr=False)
    facet_names: Mapping[str, Mapping[str, str]] = field(repr=False)
    where: str = ""
    scope: str = ""
    uncounted: tuple[Uncounted, ...] = ()

    @property
    def facets(self) -> list[str]:
        """Return the facets of the cells in the order of the shapes; `""` for what stands under none."""
        met = {cell.wanted.facet or "" for cell in self.cells}
        return [facet for facet in (*self.facet_names, "") if facet in met]

    @property
    def score(self) -> Score:
        """Return the score of all records."""
        return scores.score(self.cells)

    def cell(self, class_: str, property_: str) -> Cell:
        """Return the cell of a class and property, each by its IRI, short or local name, or label.

        UnknownRecord or UnknownGap with the nearest names.
        """
        found = self._class(class_)
        cells = [cell for cell in self.cells if cell.wanted.class_ == found]
        words = {str(place): _property_words(cell.wanted) for place, cell in enumerate(cells)}
        place = _named(property_, words)
        if place is None:
            near = _nearest(property_, {cell.wanted.key: _property_words(cell.wanted) for cell in cells})
            raise UnknownGap(name=property_, class_=shorten(found), suggestion=near)
        return cells[int(place)]

    def address(self, one: Wanted) -> tuple[str, str]:
        """Return the shortest names that `cell` finds a property by: class and property.

        The name of a blank node is none, for it changes with every reading.
        """
        class_ = shorten(one.class_)
        for name in (one.shape.rpartition("-")[2] if ":" in one.shape else one.key, one.key):
            if self.cell(class_, name).wanted.shape == one.shape:
                return class_, name
        return class_, shorten(one.shape)

    def command(self, one: Wanted) -> str:
        """Return the command that lists the things that lack a property."""
        return self.call(f"--missing {' '.join(map(quote, self.address(one)))}")

    def call(self, arguments: str) -> str:
        """Return the command that looks at the same graph, and the same part of it, with these arguments."""
        return " ".join(filter(None, ("partnerkg completeness", arguments, self.scope, self.where)))

    def missing(self, class_: str, property_: str) -> list[str]:
        """Return the IRIs of the things of a class that lack a property; the errors of `cell`."""
        return sorted(self.cell(class_, property_).missing)

    def of(self, thing: str) -> Score:
        """Return the score of one thing, given by its IRI, with what is missing."""
        return scores.one(thing, self.cells)

    def each(self) -> dict[str, Score]:
        """Return the score of each thing that a shape wants something of, by IRI."""
        return scores.each(self.cells)

    def ranking(self, class_: str | None = None) -> list[tuple[str, Score]]:
        """Return each thing with its score, the worst first, then the one with the weightiest gaps.

        `class_` names one as `cell` does: only its things; UnknownRecord.
        """
        kept = None if class_ is None else self.of_class(class_)
        found = ((thing, score) for thing, score in self.each().items() if kept is None or thing in kept)
        return sorted(found, key=_worst)

    def of_class(self, class_: str) -> set[str]:
        """Return the things of a class that the shapes want something of; UnknownRecord."""
        found = self._class(class_)
        things = (cell.applicable for cell in self.cells if cell.wanted.class_ == found)
        return set[str]().union(*things)

    def steps(self) -> list[Step]:
        """Return the gaps, the one first whose filling raises the score most."""
        return scores.steps(self.cells)

    def by(self, groups: Mapping[str, Collection[str]]) -> dict[str, Score]:
        """Return the score of each group of things, and under `""` that of their like that are in none."""
        grouped = set[str]().union(*groups.values())
        alike = [cell.applicable for cell in self.cells if not grouped.isdisjoint(cell.applicable)]
        rest = set[str]().union(*alike) - grouped
        return {name: scores.score(self.cells, set(things)) for name, things in {**groups, "": rest}.items()}

    def within(self, things: Collection[str]) -> Completeness:
        """Return the completeness of these things alone; the queries stay those of all."""
        kept = frozenset(things)
        cells = (
            replace(
                cell,
                applicable=cell.applicable & kept,
                missing=cell.missing & kept,
                known_absent=cell.known_absent & kept,
            )
            for cell in self.cells
        )
        return replace(self, cells=tuple(cell for cell in cells if cell.applicable))

    def class_name(self, class_: str, language: str) -> str:
        """Return what a class is called in a language, its short name if the graph does not say."""
        return in_language(self.class_names.get(class_, {}), language) or shorten(class_)

    def facet_name(self, facet: str | None, language: str) -> str:
        """Return the heading of a facet in a language; empty if it has none."""
        return in_language(self.facet_names.get(facet or "", {}), language) or shorten(facet or "")

    def _class(self, name: str) -> str:
        known = {cell.wanted.class_: self._class_words(cell.wanted.class_) for cell in self.cells}
        found = _named(name, known)
        if found is None:
            raise UnknownRecord(name=name, suggestion=_nearest(name, known))
        return found

    def _class_words(self, class_: str) -> list[str]:
        return [class_, *_names(class_), *self.class_names.get(class_, {}).values()]


def measure(store: Data, shapes: Shapes | Iterable[str | os.PathLike[str]] | None = None) -> Completeness:
    """Return how complete the records of a store are: one query a class and one or two a property.

    `shapes` are loaded shapes or their files, else the shipped ones; what they ask for that cannot be counted
    is left out and named. WrongShape if a weight is no number; the errors of `load` and of the store.
    """
    known = shapes if isinstance(shapes, Shapes) else load(shapes)
    found = wanted(known)
    asked = _Asked(store)
    members = {class_: asked.members(class_) for class_ in sorted({one.class_ for one in found})}
    cells = tuple(_cell(one, asked, *members[one.class_]) for one in found)
    groups = sorted(known.groups.values(), key=lambda group: (group.order, group.iri))
    facets = {group.iri: group.labels for group in groups}
    return Completeness(cells, _class_names(store, members), facets, uncounted=uncounted(known))


class _Asked:
    """A store that is asked each thing once."""

    __slots__ = ("_found", "_reference", "_store")

    def __init__(self, store: Data) -> None:
        self._store = store
        self._found: dict[str, frozenset[str]] = {}
        self._reference = bool(_things(store, asking.declared(asking.REFERENCE)))

    def fitting(self, pattern: str) -> frozenset[str]:
        """Return the things that fit a pattern."""
        if pattern not in self._found:
            self._found[pattern] = _things(
                self._store, asking.declared(f"SELECT DISTINCT ?thing WHERE {{ {pattern} }}")
            )
        return self._found[pattern]

    def members(self, class_: str) -> tuple[frozenset[str], bool]:
        """Return the things of a class, and whether those of reference data alone are left out."""
        records = self.fitting(asking.target(class_, True)) if self._reference else frozenset[str]()
        return (records, True) if records else (self.fitting(asking.target(class_)), False)


def _cell(one: Wanted, asked: _Asked, members: frozenset[str], records: bool) -> Cell:
    found = one.patterns
    applicable = members & asked.fitting(found.touching) if found.touching else members
    answered = applicable
    for pattern, must in found.parts if applicable else ():
        fitting = asked.fitting(pattern)
        answered = answered & fitting if must else answered - fitting
    absent = applicable & asked.fitting(found.absent) if found.absent else frozenset[str]()
    return Cell(one, applicable, applicable - answered, absent, records)


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


def _worst(item: tuple[str, Score]) -> tuple[float, float, str]:
    thing, found = item
    whole = found.all
    return (whole.points / whole.worth if whole.worth else 1.0, whole.points - whole.worth, thing)


def _names(iri: str) -> list[str]:
    return [shorten(iri), iri.rstrip("/#").rpartition("#" if "#" in iri else "/")[2]]


def _property_words(one: Wanted) -> list[str]:
    last = one.path
    while last.parts:
        last = last.parts[-1]
    local = one.shape.rpartition("-")[2]
    words = [one.shape, *_names(one.shape), one.key, local, *one.names.values()]
    return [*words, one.path.text(), last.iri, *_names(last.iri)]


def _named(name: str, known: Mapping[str, Collection[str]]) -> str | None:
    """Return the key whose words hold the name, the first one for whom it is an earlier word."""
    wanted_ = name.strip().casefold()
    places = [
        ([word.casefold() for word in words].index(wanted_), place, key)
        for place, (key, words) in enumerate(known.items())
        if wanted_ in (word.casefold() for word in words)
    ]
    return min(places)[2] if places else None


def _nearest(name: str, known: Mapping[str, Collection[str]]) -> Suggestion:
    said = {word.casefold(): shorten(key) for key, words in known.items() for word in words}
    return Suggestion(name.casefold(), said, said)
