"""What the facts of a reading are read against, and the nodes that they speak of."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from partnerkg.encode.space import Space
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Number, Reading, Thing
from partnerkg.places.gazetteer import Gazetteer


@dataclass(frozen=True)
class Context:
    """What the facts of a reading are read against."""

    reading: Reading
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    space: Space = field(default_factory=Space)

    @property
    def publisher(self) -> NamedNode:
        """The organisation that publishes the page: "we"."""
        return self.space.iri(Thing("organization", self.reading.source.publisher or ""))

    def place(self, name: object) -> NamedNode:
        """Return the place of that name; UnknownPlace if the gazetteer has none."""
        return self.node("place", self.gazetteer.find(str(name)))

    def node(self, prefix: str, slug: str) -> NamedNode:
        """Return the IRI of a thing or a concept by its prefix and slug."""
        return self.space.node(prefix, slug)

    def iri(self, thing: Thing) -> NamedNode:
        """Return the IRI of a thing."""
        return self.space.iri(thing)

    def number(self, value: Number) -> NamedNode:
        """Return the IRI of an identifier."""
        return self.space.number(value)
