"""What readings are held against: the terms and the places of their project, shipped ones or its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from partnerkg import resources
from partnerkg.encode import described
from partnerkg.encode.space import Space
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Reading
from partnerkg.places import french
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import headings
from partnerkg.readings.check import things
from partnerkg.readings.named import named

LISTED = "communes.yaml"  # the places of a project that lists them itself
PREFIXES = "prefixes.ttl"  # by which a project has a whole ontology of its own


@dataclass(frozen=True)
class Reference:
    """The vocabulary and the gazetteer of a project, the categories that its headings add, its address."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    categories: dict[str, tuple[str, str]]
    base: str

    @classmethod
    def of(cls, root: Path) -> Reference:
        """Return those of a project folder; MissingFile or BrokenFile if one of its files cannot be read."""
        own = root / "ontology"
        folders = [own] if (own / PREFIXES).is_file() else [Path(resources.root()) / "ontology", own]
        vocabulary = Vocabulary.read(*(str(folder) for folder in folders))
        places = root / "graph" / "reference"
        lists = (places / LISTED).is_file()
        gazetteer = Gazetteer.read(places / "places.trig") if lists else french.French()
        return cls(vocabulary, gazetteer, {}, described.base(str(root / resources.DATASET)))

    @property
    def space(self) -> Space:
        """Return how the IRIs of the project are made."""
        return Space(self.base, {}, frozenset(self.categories))

    def taken(self, readings: Iterable[Reading]) -> list[Reading]:
        """Return the readings with slugs for labels; headings that name no category become categories."""
        readings = list(readings)
        self.categories.update(headings.new(readings, self.vocabulary))
        headings.with_them(self.vocabulary, self.categories)
        return [named(reading, self.vocabulary) for reading in readings]

    def quads(self, readings: Iterable[Reading]) -> dict[str, list[Quad]]:
        """Return what a project holds of places and categories, by file; nothing if it lists its places."""
        if not isinstance(self.gazetteer, french.French):
            return {}
        readings = list(readings)
        places = {self.gazetteer.find(name) for name in _places(readings)}
        used = {slug for reading in readings for slug in headings.categories(reading)}
        own = {slug: label for slug, label in self.categories.items() if slug in used}
        found = {"reference": french.quads(sorted(places)), "headings": list(headings.quads(own, self.space))}
        return {name: quads for name, quads in found.items() if quads}


def _places(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        for claim in reading.claims:
            for fact in claim.facts:
                yield from things.places(fact)
