"""Triples by their subject and by their object."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.model.terms import Term

    Triple = tuple[NamedNode, NamedNode, Term]

_NONE: dict[NamedNode, list[Term]] = {}


def _by_key(item: tuple[NamedNode, object]) -> str:
    return item[0].value


def _written(tie: tuple[NamedNode, NamedNode]) -> tuple[str, str]:
    return tie[0].value, tie[1].value


class Index:
    """Triples that can be asked from both ends; blank nodes are left out."""

    __slots__ = ("_about", "_into")

    def __init__(self) -> None:
        self._about: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
        self._into: dict[NamedNode, list[tuple[NamedNode, NamedNode]]] = {}

    def add(self, subject: NamedNode, property_: NamedNode, value: Term) -> None:
        """Take a triple; one that is given twice stands in it once if the caller sees to it."""
        self._about.setdefault(subject, {}).setdefault(property_, []).append(value)
        if isinstance(value, NamedNode):
            self._into.setdefault(value, []).append((subject, property_))

    def settle(self) -> None:
        """Put everything in the order of its text, so that it comes out alike from every engine."""
        self._about = {
            subject: {name: sorted(row[name], key=str) for name in sorted(row, key=str)}
            for subject, row in sorted(self._about.items(), key=_by_key)
        }
        for ties in self._into.values():
            ties.sort(key=_written)

    def __contains__(self, subject: NamedNode) -> bool:
        return subject in self._about

    def subjects(self) -> Iterator[NamedNode]:
        """Yield everything that something is said of."""
        yield from self._about

    def about(self, subject: NamedNode) -> Mapping[NamedNode, list[Term]]:
        """Return the values of a thing by property."""
        return self._about.get(subject, _NONE)

    def values(self, subject: NamedNode, *properties: NamedNode) -> list[Term]:
        """Return the values that a thing has of these properties, in their order."""
        row = self.about(subject)
        return [value for property_ in properties for value in row.get(property_, ())]

    def links(self, subject: NamedNode, *properties: NamedNode) -> list[NamedNode]:
        """Return the things among the values."""
        return [value for value in self.values(subject, *properties) if isinstance(value, NamedNode)]

    def texts(self, subject: NamedNode, *properties: NamedNode) -> list[Literal]:
        """Return the literals among the values."""
        return [value for value in self.values(subject, *properties) if isinstance(value, Literal)]

    def text(self, subject: NamedNode, *properties: NamedNode) -> str | None:
        """Return the first literal's text, None if there is none."""
        return next((literal.value for literal in self.texts(subject, *properties)), None)

    def into(self, value: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
        """Return the subjects and properties that lead to a thing."""
        return self._into.get(value, [])

    def leading(self, value: NamedNode, *properties: NamedNode) -> list[NamedNode]:
        """Return the things that one of these properties leads from."""
        return [subject for subject, property_ in self.into(value) if property_ in properties]
