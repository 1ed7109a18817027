"""The nodes that facts speak of, and what the facts of a reading are read against."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Number, Reading, Thing
from partnerkg.model.name import slug as slug_of
from partnerkg.namespaces import namespace
from partnerkg.places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Context:
    """What the facts of a reading are read against."""

    reading: Reading
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    @property
    def publisher(self) -> NamedNode:
        """The organisation that publishes the page: "we"."""
        return node("organization", self.reading.source.publisher or "")

    def place(self, name: object) -> NamedNode:
        """Return the place of that name; UnknownPlace if the gazetteer has none."""
        return node("place", self.gazetteer.find(str(name)))


def node(prefix: str, slug: str) -> NamedNode:
    """Return the IRI of a thing or a concept by its prefix and slug."""
    return namespace(prefix)[slug]


def iri(thing: Thing) -> NamedNode:
    """Return the IRI of a thing."""
    return node(thing.kind, thing.slug)


def number_iri(value: Number) -> NamedNode:
    """Return the IRI of an identifier: the same number of the same register has one."""
    return node("identifier", f"{value.scheme}-{slug_of(value.number)}")
