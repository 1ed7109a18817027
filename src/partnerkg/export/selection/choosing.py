"""What a person wrote to select a part of a graph → the things it names."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message, Suggestion, UnknownThing
from partnerkg.model import iris
from partnerkg.model.name import fold
from partnerkg.namespaces import expand, prefixes
from partnerkg.query import things
from partnerkg.query.naming import meant, which
from partnerkg.query.run import run
from partnerkg.store.base import CLAIMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.model.terms import Row
    from partnerkg.query.catalogue import Question
    from partnerkg.store.base import Store

_SOURCES = """SELECT DISTINCT ?thing ?name {
    ?thing a pk:Source
    OPTIONAL { ?thing dct:title|dct:publisher/skos:prefLabel|dct:publisher/pk:acronym ?name }
}"""
_KINDS = """SELECT DISTINCT ?thing ?name {
    { ?thing rdfs:subClassOf+ org:Organization ; rdfs:label ?name }
    UNION { ?thing skos:inScheme ?scheme ; skos:prefLabel ?name . FILTER(STRSTARTS(STR(?thing), STR(kind:))) }
}"""
_OF_KIND = """SELECT DISTINCT ?node {
    VALUES ?kind { %s }
    { ?node a/rdfs:subClassOf* ?kind } UNION { ?node org:classification/skos:broader* ?kind }
}"""


def organization(name: str, store: Store) -> NamedNode:
    """Return the organisation or group of a name, slug, CURIE or IRI; UnknownThing with the nearest."""
    return things.find(name, store, None, "organization")


def source(name: str, store: Store) -> NamedNode:
    """Return the source that a slug, CURIE, IRI, title or the name of its publisher stands for.

    UnknownThing with the nearest; Ambiguous if a publisher has several.
    """
    known = _named(_SOURCES, store)
    wanted = known.get(name, set()) | known.get(expand(name) or name, set()) or known.get(fold(name), set())
    if len(wanted) > 1:
        raise which(name, sorted(wanted, key=str), store)
    if not wanted:
        sources = sorted({one for some in known.values() for one in some}, key=str)
        raise UnknownThing(name=name, suggestion=meant(name, store, sources.__contains__, sources))
    return wanted.pop()


def of_kind(name: str, store: Store) -> frozenset[NamedNode]:
    """Return the organisations of a class or kind, and of those below it.

    `name` is a slug, CURIE, IRI, the end of the IRI of a class, or a label in any language; UnknownThing with
    the nearest.
    """
    known = _named(_KINDS, store)
    wanted = known.get(name, set()) | known.get(expand(name) or name, set()) | known.get(fold(name), set())
    kinds = " ".join(sorted(map(str, _found(name, wanted, known))))
    return _iris(store.select(_OF_KIND % kinds))


def of_answer(question: Question, store: Store, values: Mapping[str, str]) -> frozenset[NamedNode]:
    """Return the things in the answer to a question of which the claims say something."""
    named = _iris(run(question, store, **values))
    return frozenset(store.known(sorted(named, key=str), (CLAIMS,)))


def _iris(rows: Iterable[Row]) -> frozenset[NamedNode]:
    return frozenset(term for row in rows for term in row if isinstance(term, NamedNode))


def _named(query: str, store: Store) -> dict[str, set[NamedNode]]:
    """Return the things that a query finds, by IRI, by slug or end of the IRI, and by label."""
    known: dict[str, set[NamedNode]] = {}
    for thing, name in store.select(query):
        if isinstance(thing, NamedNode):
            end = iris.slug(thing.value) or thing.value.removeprefix(prefixes()["pk"])
            for word in (thing.value, end, fold(end), fold(name.value) if isinstance(name, Literal) else end):
                known.setdefault(word, set()).add(thing)
    return known


def _found(
    name: str, wanted: Iterable[NamedNode], known: Mapping[str, set[NamedNode]]
) -> Iterable[NamedNode]:
    if not wanted:
        raise UnknownThing(name=name, suggestion=_nearest(name, known))
    return wanted


def _nearest(name: str, known: Iterable[str]) -> Message:
    words = sorted(word for word in known if word.islower() and "://" not in word)
    near = Suggestion(name.lower(), words)
    if near.template:
        return near
    if not words:
        return Message("the graph has none yet.")
    example = next((word for word in words if " " not in word), words[0])
    return Message("one that would do is `{example}`.", example=example)
