"""The names of things for people: fetched in batches, in the language asked for, else in another."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import shorten
from partnerkg.query import batches
from partnerkg.query.nameless import Nameless
from partnerkg.query.values import text
from partnerkg.store.base import CLAIMS, REFERENCE
from partnerkg.store.embedded import Embedded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

FEW = 200
_NEAR = (CLAIMS, REFERENCE)
_LABELS = """SELECT DISTINCT ?thing ?label {
    VALUES ?thing { %(values)s }
    ?thing skos:prefLabel|rdfs:label|dct:title ?label
}"""
_CLASSES = "SELECT DISTINCT ?thing ?class { VALUES ?thing { %(values)s } ?thing a ?class }"


def labels(things: Iterable[NamedNode], store: Store, language: str) -> dict[str, str]:
    """Return what each thing is called, by IRI: its label, else what it ties together; others are left out.

    One query for every thousand things; a few are looked for among organisations and places first, so that
    the rest need not be read for them.
    """
    wanted = {thing.value for thing in things}
    known = _labels(wanted, store, language)
    nameless = Nameless(wanted - known.keys(), store)
    parts = nameless.parts()
    if parts:
        more = _labels({part.value for part in parts} - known.keys(), store, language)
        known |= nameless.names(known | more, language)
    return known


def _labels(wanted: set[str], store: Store, language: str) -> dict[str, str]:
    known: dict[str, list[Literal]] = {}
    if 0 < len(wanted) <= FEW and isinstance(store, Embedded):
        values = " ".join(str(NamedNode(iri)) for iri in sorted(wanted))
        _collect(store.select(_LABELS % {"values": values}, rooms=_NEAR), known)
    _collect(batches.rows(_LABELS, wanted - known.keys(), store), known)
    return {iri: best(choice, language) for iri, choice in known.items()}


def _collect(rows: Iterable[Sequence[Term | None]], known: dict[str, list[Literal]]) -> None:
    for thing, label in rows:
        if isinstance(label, Literal):
            known.setdefault(text(thing), []).append(label)


def classes(things: Iterable[NamedNode], store: Store) -> dict[str, NamedNode]:
    """Return the class of each thing that has one, by IRI: of several the one with the fewest things."""
    known: dict[str, set[NamedNode]] = {}
    for thing, class_ in batches.rows(_CLASSES, (thing.value for thing in things), store):
        if isinstance(class_, NamedNode):
            known.setdefault(text(thing), set()).add(class_)
    many = Counter(class_ for several in known.values() for class_ in several)
    return {iri: min(several, key=lambda one: (many[one], one.value)) for iri, several in known.items()}


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
