"""The names of things for people: fetched in batches, in the language asked for, else in another."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode

from partnerkg.model.iris import slug
from partnerkg.namespaces import shorten
from partnerkg.query import batches
from partnerkg.query.nameless import Nameless
from partnerkg.query.values import text
from partnerkg.store.base import CLAIMS, REFERENCE, ROOMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Term
    from partnerkg.store.base import Store

FEW = 200
_NEAR = (CLAIMS, REFERENCE)
_LABELS = """SELECT DISTINCT ?thing ?label {
    VALUES ?thing { %(values)s }
    ?thing skos:prefLabel|rdfs:label|dct:title|foaf:name ?label
}"""
_KINDS = """SELECT DISTINCT ?thing ?kind {
    VALUES ?thing { %(values)s } ?thing org:classification|pk:memberKind|dct:type ?kind
}"""
_CLASSES = "SELECT DISTINCT ?thing ?class { VALUES ?thing { %(values)s } ?thing a ?class }"


def labels(things: Iterable[NamedNode], store: Store, language: str) -> dict[str, str]:
    """Return what each thing is called, by IRI: its label, else what it ties together; others are left out.

    One query for every thousand things. A few are looked for in what is read already, then among
    organisations and places, so that the rest need not be read for them.
    """
    wanted = {thing.value for thing in things}
    near = tuple(dict.fromkeys((*store.at_hand(), *_NEAR)))
    known: dict[str, str] = {}
    for rooms in (store.at_hand(), near) if len(wanted) <= FEW else ():
        if rooms and len(rooms) < len(ROOMS):
            known |= _names(wanted - known.keys(), store, language, rooms)
    return known | _names(wanted - known.keys(), store, language, ROOMS)


def _names(wanted: set[str], store: Store, language: str, rooms: tuple[str, ...]) -> dict[str, str]:
    known = _labels(wanted, store, language, rooms)
    nameless = Nameless(wanted - known.keys(), store, rooms)
    more = _labels(nameless.parts() - known.keys(), store, language, rooms)
    return known | dict(nameless.names(known | more, language, rest=rooms == ROOMS))


def _labels(wanted: set[str], store: Store, language: str, rooms: tuple[str, ...]) -> dict[str, str]:
    known: dict[str, list[Literal]] = {}
    for thing, label in batches.rows(_LABELS, wanted, store, rooms):
        if isinstance(label, Literal):
            known.setdefault(text(thing), []).append(label)
    return {iri: best(choice, language) for iri, choice in known.items()}


def apart(known: dict[str, str], terms: Iterable[Term | None]) -> dict[str, str]:
    """Return the labels, with the slug behind each by which several things of one sort are called."""
    things = {term.value for term in terms if isinstance(term, NamedNode)} & known.keys()
    often = Counter((known[iri], _sort(iri)) for iri in things)
    alike = [iri for iri in things if often[known[iri], _sort(iri)] > 1 and slug(iri)]
    return known | {iri: f"{known[iri]} ({slug(iri)})" for iri in alike}


def _sort(iri: str) -> str:
    return iri.rpartition("/")[0]


def classes(things: Iterable[NamedNode], store: Store) -> dict[str, NamedNode]:
    """Return the class of each thing that has one, by IRI: of several the one with the fewest things."""
    known: dict[str, set[NamedNode]] = {}
    for thing, class_ in batches.rows(_CLASSES, (thing.value for thing in things), store):
        if isinstance(class_, NamedNode):
            known.setdefault(text(thing), set()).add(class_)
    many = Counter(class_ for several in known.values() for class_ in several)
    return {iri: min(several, key=lambda one: (many[one], one.value)) for iri, several in known.items()}


def kinds(things: Iterable[NamedNode], store: Store) -> dict[str, list[NamedNode]]:
    """Return what each thing is, by IRI: its kinds, else its class; others are left out."""
    wanted = [*things]
    known: dict[str, set[NamedNode]] = {}
    for thing, kind in batches.rows(_KINDS, (thing.value for thing in wanted), store):
        if isinstance(kind, NamedNode):
            known.setdefault(text(thing), set()).add(kind)
    rest = classes((thing for thing in wanted if thing.value not in known), store)
    found = {iri: sorted(several, key=str) for iri, several in known.items()}
    return found | {iri: [class_] for iri, class_ in rest.items()}


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
