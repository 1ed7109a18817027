"""All shapes of some files: what they are called, where they stand, in which order they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from pyoxigraph import BlankNode, NamedNode

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.validate import places
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import Quad

    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index
    from partnerkg.validate.places import Place
    from partnerkg.validate.shape import Group, Shape


class WrongShape(PartnerkgError):
    message = N_("The shape {shape} cannot be used: {reason}; correct {place}.")

    def __init__(self, shape: Message | str, reason: Message | str, place: Message | None = None) -> None:
        """Take what the shape is called, why it cannot be used, and where it stands if that is known."""
        self.reason = reason if isinstance(reason, Message) else Message(reason)
        where = place or Message(N_("the file that it stands in"))
        super().__init__(shape=shape, reason=reason, place=where)


class WrongShapes(PartnerkgError):
    message = N_("The shapes cannot be used: {reason}; correct the files that they stand in.")


@dataclass(frozen=True, slots=True, repr=False)
class Shapes:
    """All shapes of some files by IRI, the groups by IRI, and the quads they were read from.

    A shape without IRI goes by its blank node's label, which is the same whenever the same files are read;
    people see what `called` returns. `index` has the values of every subject by predicate, `files` the file
    that first speaks of each, `sources` all files that were read, `prefixes` those of the files; `memory`
    what was worked out of them and is wanted again.
    """

    by_iri: Mapping[str, Shape]
    groups: Mapping[str, Group]
    constraint_messages: Mapping[str, Mapping[str, str]] = field(repr=False)
    quads: tuple[Quad, ...] = field(repr=False)
    index: Index = field(repr=False, compare=False)
    files: Mapping[Term, str] = field(default_factory=dict, repr=False, compare=False)
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    sources: tuple[str, ...] = field(default=(), repr=False, compare=False)
    memory: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Shapes: {len(self.by_iri)}, {len(self.targeted())} with targets>"

    def __iter__(self) -> Iterator[Shape]:
        return iter(self.by_iri.values())

    def targeted(self) -> list[Shape]:
        """Return the active shapes that look for focus nodes themselves, by IRI."""
        return [shape for shape in self if shape.targets and not shape.deactivated]

    def properties(self, iri: str) -> list[Shape]:
        """Return the property shapes of a node shape as pages show them: by group, order, then IRI."""
        found = [self.by_iri[name] for name in self.by_iri[iri].properties if name in self.by_iri]
        return sorted(found, key=lambda shape: (self._place(shape.group), shape.order, shape.iri))

    def of_class(self, iri: str) -> list[Shape]:
        """Return the node shapes that target exactly this class, by IRI."""
        return [shape for shape in self if ("targetClass", iri) in _pairs(shape)]

    def _place(self, group: str | None) -> float:
        return self.groups[group].order if group is not None and group in self.groups else inf

    def called(self, iri: str) -> str:
        """Return what people call a shape: its short IRI, or its place among the others if it has none."""
        if "names" not in self.memory:
            self.memory["names"] = places.names(self.by_iri, self.prefixes)
        names: dict[str, str] = self.memory["names"]
        return names.get(iri) or short(iri, self.prefixes)

    def place(self, node: Term) -> Place | None:
        """Return the file and line where a shape or a part of one stands, None if no file is known."""
        return places.place(node, self.files, self.index, self.prefixes)

    def wrong(self, shape: Shape, reason: Message | str, node: Term | None = None) -> WrongShape:
        """Return the error that a shape, or that part of it, cannot be used."""
        found = self.place(shape.node if node is None else node)
        name = short(node.value, self.prefixes) if isinstance(node, NamedNode) else self._named(shape)
        return WrongShape(name, reason, found.text() if found else None)

    def _named(self, shape: Shape) -> str | Message:
        """Return what people call a shape, also one that cannot be read."""
        if shape.iri in self.by_iri or not isinstance(shape.node, BlankNode):
            return self.called(shape.iri)
        owner = short(places.owner(shape.node, self.index), self.prefixes)
        return Message(N_("in {owner}"), owner=owner) if owner else Message(N_("without a name"))


def _pairs(shape: Shape) -> set[tuple[str, str]]:
    return {(target.kind, getattr(target.term, "value", "")) for target in shape.targets}
