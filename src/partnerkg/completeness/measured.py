"""The class × property matrix: whom each property concerns, who has it, who lacks it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from shlex import quote

from partnerkg.completeness import scores
from partnerkg.completeness.cell import Cell
from partnerkg.completeness.naming import local_names, named, nearest, property_words
from partnerkg.completeness.scores import Score, Step
from partnerkg.completeness.wanted import Uncounted, Wanted
from partnerkg.errors import NothingWanted, UnknownGap, UnknownRecord
from partnerkg.model import given
from partnerkg.namespaces import shorten
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, repr=False)
class Measured:
    """How complete the records of a graph are, measured by what the shapes want of them.

    `cells` are by class, facet and order; `class_names` the labels of classes by language. This is the
    completeness of records; how much of a page was read is another measure, and never mixed with it.
    `where` and `scope` are the options that a command needs to find the same graph, and the same part of it;
    `uncounted` the property shapes that were left out. `find` returns the IRI of what a person names, and
    `language` is that of a notebook that shows it.
    """

    cells: tuple[Cell, ...]
    class_names: Mapping[str, Mapping[str, str]] = field(repr=False)
    facet_names: Mapping[str, Mapping[str, str]] = field(repr=False)
    where: str = ""
    scope: str = ""
    uncounted: tuple[Uncounted, ...] = ()
    find: Callable[[str], str] | None = field(default=None, compare=False)
    language: str = field(default="en", compare=False)

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
        cells = self.cells_of(class_)
        words = {str(place): property_words(cell.wanted) for place, cell in enumerate(cells)}
        place = named(given.text(property_, "property_"), words)
        if place is None:
            near = nearest(property_, {cell.wanted.key: property_words(cell.wanted) for cell in cells})
            class_ = shorten(cells[0].wanted.class_)
            raise UnknownGap(name=property_, class_=class_, suggestion=near)
        return cells[int(place)]

    def cells_of(self, class_: str) -> list[Cell]:
        """Return the cells of a class, named as `cell` takes it; UnknownRecord."""
        found = self._class(given.text(class_, "class_"))
        return [cell for cell in self.cells if cell.wanted.class_ == found]

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
        """Return the score of one thing, given by name, slug, prefixed name or IRI, with what is missing.

        UnknownThing, or NothingWanted if the shapes want nothing of it.
        """
        if not any(thing in cell.applicable for cell in self.cells):
            named_ = given.text(thing, "thing")
            thing = self.find(named_) if self.find else named_
        found = scores.one(thing, self.cells)
        if not found.things:
            raise NothingWanted(name=shorten(thing))
        return found

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
        found = self._class(given.text(class_, "class_"))
        things = (cell.applicable for cell in self.cells if cell.wanted.class_ == found)
        return set[str]().union(*things)

    def steps(self) -> list[Step]:
        """Return the gaps, the one first whose filling raises the score most."""
        return scores.steps(self.cells)

    def by(self, groups: Mapping[str, Collection[str]]) -> dict[str, Score]:
        """Return the score of each group of things, and under `""` that of their like that are in none."""
        groups = given.groups(groups, "groups")
        grouped = set[str]().union(*groups.values())
        alike = [cell.applicable for cell in self.cells if not grouped.isdisjoint(cell.applicable)]
        rest = set[str]().union(*alike) - grouped
        return {name: scores.score(self.cells, set(things)) for name, things in {**groups, "": rest}.items()}

    def within(self, things: Collection[str]) -> Self:
        """Return the completeness of these things alone, given by IRI; the queries stay those of all."""
        kept = frozenset(given.texts(things, "things"))
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
        found = named(name, known)
        if found is None:
            raise UnknownRecord(name=name, suggestion=nearest(name, known))
        return found

    def _class_words(self, class_: str) -> list[str]:
        return [class_, *local_names(class_), *self.class_names.get(class_, {}).values()]


def _worst(item: tuple[str, Score]) -> tuple[float, float, str]:
    thing, found = item
    whole = found.all
    return (whole.points / whole.worth if whole.worth else 1.0, whole.points - whole.worth, thing)
