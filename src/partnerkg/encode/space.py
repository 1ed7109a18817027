"""The IRIs of the things that readings name: below the address of their project, or borrowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from partnerkg.model import iris
from partnerkg.model.claim import Claim, Number, Reading, Thing
from partnerkg.model.name import slug as slug_of

SAME = "same"  # the fact that a thing is one that another graph has


@dataclass(frozen=True)
class Space:
    """What the IRIs of a project begin with (`base`), the things that it borrows, its own categories.

    Terms, places and the names of the large graphs are those of partnerkg, whatever the base.
    """

    base: str = field(default_factory=iris.space)
    borrowed: Mapping[Thing, str] = field(default_factory=dict)
    categories: frozenset[str] = frozenset()

    def given(self, readings: Iterable[Reading]) -> Space:
        """Return the space with the things that readings say are the same as those of other graphs."""
        found = dict(self.borrowed)
        for reading in readings:
            for claim in reading.claims:
                found.update(borrowed(claim))
        return Space(self.base, found, self.categories)

    def iri(self, thing: Thing) -> NamedNode:
        """Return the IRI of a thing."""
        known = self.borrowed.get(thing)
        return NamedNode(known) if known else self.node(thing.kind, thing.slug)

    def node(self, prefix: str, slug: str) -> NamedNode:
        """Return the IRI of a thing or a concept by its prefix and slug."""
        own = prefix in iris.own() or (prefix == "category" and slug in self.categories)
        return iris.thing(prefix, slug, self.base if own else None)

    def number(self, value: Number) -> NamedNode:
        """Return the IRI of an identifier: the same number of the same register has one."""
        return self.node("identifier", f"{value.scheme}-{slug_of(value.number)}")

    def reader(self) -> NamedNode:
        """Return the IRI of the person who reads the pages."""
        return NamedNode(f"{self.base}#reader")


def borrowed(claim: Claim) -> dict[Thing, str]:
    """Return the IRI that a claim says its thing has in another graph, if it does."""
    said = next((str(fact.value) for fact in claim.facts if fact.name == SAME), None)
    return {claim.subject: said} if said else {}
