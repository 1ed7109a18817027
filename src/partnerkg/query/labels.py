"""The names of things for people: fetched in batches, in the language asked for, else in another."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import shorten
from partnerkg.store.base import CLAIMS, REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

BATCH = 1000
_LABELS = """SELECT DISTINCT ?thing ?label {
    VALUES ?thing { %s }
    ?thing skos:prefLabel|rdfs:label|dct:title ?label
}"""

_CLASSES = "SELECT DISTINCT ?thing ?class { VALUES ?thing { %s } ?thing a ?class }"


def labels(things: Iterable[NamedNode], store: Store, language: str) -> dict[str, str]:
    """Return a label for each thing that has one, by IRI: one query for every thousand things."""
    wanted = sorted({thing.value for thing in things})
    found: dict[str, list[Literal]] = {}
    for start in range(0, len(wanted), BATCH):
        values = " ".join(str(NamedNode(iri)) for iri in wanted[start : start + BATCH])
        for thing, label in store.select(_LABELS % values):
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                found.setdefault(thing.value, []).append(label)
    return {iri: best(choice, language) for iri, choice in found.items()}


def classes(things: Iterable[NamedNode], store: Store) -> dict[str, NamedNode]:
    """Return the class of each thing that has one, by IRI: of several the one with the fewest things."""
    wanted = sorted({thing.value for thing in things})
    found: dict[str, set[NamedNode]] = {}
    for start in range(0, len(wanted), BATCH):
        values = " ".join(str(NamedNode(iri)) for iri in wanted[start : start + BATCH])
        for thing, class_ in store.select(_CLASSES % values, rooms=(CLAIMS, REFERENCE)):
            if isinstance(thing, NamedNode) and isinstance(class_, NamedNode):
                found.setdefault(thing.value, set()).add(class_)
    many = Counter(class_ for several in found.values() for class_ in several)
    return {iri: min(several, key=lambda one: (many[one], one.value)) for iri, several in found.items()}


def best(choice: Iterable[Literal], language: str) -> str:
    """Return the label in the language asked for, else one without language, else any, the first by code."""

    def rank(label: Literal) -> tuple[int, str, str]:
        tag = label.language or ""
        return (0 if tag == language else 1 if not tag else 2, tag, label.value)

    return min(choice, key=rank).value


def shown(term: Term | None, known: dict[str, str]) -> str:
    """Return what a person sees of a term: the label of a thing, else its short IRI; a literal's text."""
    if isinstance(term, NamedNode):
        return known.get(term.value) or shorten(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)
