"""What can be found: everything that has a name, with all that it is called and what says more of it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from partnerkg.store.base import Store

    T = TypeVar("T", NamedNode, Literal)

_NAMES = """SELECT DISTINCT ?thing ?name {
    ?thing skos:prefLabel|rdfs:label|dct:title ?name FILTER(isIRI(?thing))
}"""
_OTHERS = """SELECT DISTINCT ?thing ?name {
    ?thing skos:altLabel|skos:hiddenLabel|pk:acronym|pk:properName|skos:notation|igeo:codeINSEE|
        schema:postalCode|adms:identifier/skos:notation ?name
    FILTER(isIRI(?thing))
}"""
_CLASSES = "SELECT DISTINCT ?thing ?class { ?thing skos:prefLabel|rdfs:label|dct:title ?name ; a ?class }"
_KINDS = "SELECT DISTINCT ?thing ?kind { ?thing org:classification|pk:memberKind|dct:type ?kind }"
_TOWNS = """SELECT DISTINCT ?thing ?town {
    { ?thing org:hasSite/pk:commune ?town } UNION { ?thing a igeo:Commune ; igeo:subdivisionDe ?town }
}"""
_TEXTS = "SELECT DISTINCT ?thing ?text { ?thing skos:definition|rdfs:comment|dct:description ?text }"
_OWL, _PK, _RDFS, _SKOS, _SH = (namespace(prefix) for prefix in ("owl", "pk", "rdfs", "skos", "sh"))
SOURCE = _PK.Source
CLASSES = frozenset({_OWL.Class, _RDFS.Class})
PROPERTIES = frozenset(
    _OWL[f"{kind}Property"]
    for kind in ("Object", "Datatype", "Annotation", "Symmetric", "Transitive", "Functional")
)
VOCABULARY = frozenset({*CLASSES, *PROPERTIES, _SKOS.Concept, _SKOS.ConceptScheme})
_LEFT_OUT = frozenset({_OWL.Ontology, _SH.PrefixDeclaration})


class Entry:
    """A thing by its IRI: `names` in all languages, `others` it goes by, what it is, where, more texts."""

    __slots__ = ("classes", "iri", "kinds", "names", "others", "texts", "towns")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.names: list[Literal] = []
        self.others: list[str] = []
        self.classes: list[NamedNode] = []
        self.kinds: list[NamedNode] = []
        self.towns: list[NamedNode] = []
        self.texts: list[str] = []

    @property
    def is_vocabulary(self) -> bool:
        """Return whether it is a word to describe things with, and none of these things.

        So is what has a name alone: a term of another vocabulary, which is not said to be a class.
        """
        return not self.classes or not VOCABULARY.isdisjoint(self.classes)


def entries(store: Store) -> list[Entry]:
    """Return everything that has a name, in the order of the IRIs."""
    found: dict[str, Entry] = {}
    for thing, name in _rows(_NAMES, store, Literal):
        found.setdefault(thing, Entry(thing)).names.append(name)
    for query, place in ((_CLASSES, "classes"), (_KINDS, "kinds"), (_TOWNS, "towns")):
        for thing, value in _rows(query, store, NamedNode):
            if thing in found:
                getattr(found[thing], place).append(value)
    for query, place in ((_OTHERS, "others"), (_TEXTS, "texts")):
        for thing, text in _rows(query, store, Literal):
            if thing in found:
                getattr(found[thing], place).append(text.value)
    return [entry for _, entry in sorted(found.items()) if _LEFT_OUT.isdisjoint(entry.classes)]


def _rows(query: str, store: Store, of: type[T]) -> Iterator[tuple[str, T]]:
    """Yield the rows in which something is said of a thing that has an IRI."""
    for thing, value in store.select(query):
        if isinstance(thing, NamedNode) and isinstance(value, of):
            yield thing.value, value
