"""Finding things by a part of a name, whatever the accents, capitals and hyphens."""

from __future__ import annotations

from partnerkg.model import iris
from partnerkg.model.name import fold
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.query.results import Plain
    from partnerkg.store.base import Store

_NAMES = """SELECT DISTINCT ?thing ?name ?preferred {
    ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:acronym|pk:properName ?name .
    OPTIONAL { ?thing skos:prefLabel ?preferred FILTER(LANG(?preferred) = "fr") }
    FILTER(CONTAINS(STR(?thing), "/id/"))
}"""


class Found:
    """A thing that goes by a name looked for: its IRI, its name, and the name that fits."""

    __slots__ = ("iri", "matched", "name")

    def __init__(self, iri: str, name: str, matched: str) -> None:
        self.iri = iri
        self.name = name
        self.matched = matched

    @property
    def slug(self) -> str:
        """Return the slug, the IRI if it has none."""
        return iris.slug(self.iri) or self.iri

    def record(self) -> dict[str, Plain]:
        """Return the find as plain Python."""
        return {"slug": self.slug, "name": self.name, "matched": self.matched, "iri": self.iri}


def search(words: str, store: Store, limit: int = 20) -> list[Found]:
    """Return the things whose name, acronym or other spelling holds all the words, the nearest names first.

    A name that begins with the words comes before one that only holds them, a short one before a long one.
    """
    wanted = fold(words)
    best: dict[str, tuple[tuple[bool, int, str], Found]] = {}
    for thing, name, preferred in ([text(term) for term in row] for row in store.select(_NAMES)):
        folded = fold(name)
        if not wanted or not all(word in folded for word in wanted.split()):
            continue
        rank = (not folded.startswith(wanted), len(folded), thing)
        if thing not in best or rank < best[thing][0]:
            best[thing] = (rank, Found(thing, preferred or name, name))
    return [found for _, found in sorted(best.values(), key=lambda pair: pair[0])][:limit]
