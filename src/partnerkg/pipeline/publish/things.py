"""An IRI of the graph → what is said of it, as a document; whether it was renamed or withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from partnerkg.pipeline.publish import media, sparql
from partnerkg.pipeline.publish.media import Document
from partnerkg.pipeline.publish.spaces import spaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Quad

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

_ID, _CLAIM = "/id/", "/claim/"
KNOWN, RENAMED, WITHDRAWN = "known", "renamed", "withdrawn"
_SAID = "SELECT DISTINCT ?g ?s ?p ?o { VALUES ?s { %s } ?s ?p ?o OPTIONAL { GRAPH ?g { ?s ?p ?o } } }"
_TOLD = "SELECT DISTINCT ?g ?s ?p ?o { VALUES ?o { %s } ?s ?p ?o OPTIONAL { GRAPH ?g { ?s ?p ?o } } }"
_CLAIMED = "SELECT DISTINCT ?g ?s ?p ?o { VALUES ?g { %s } GRAPH ?g { ?s ?p ?o } }"
_FATE = """SELECT DISTINCT ?new ?gone {
    OPTIONAL { %(iri)s dct:isReplacedBy ?new FILTER(isIRI(?new)) }
    OPTIONAL { %(iri)s owl:deprecated ?gone }
} ORDER BY ?new LIMIT 1"""
_PARTS = "SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o } FILTER(?g IN (graph:ontology, graph:provenance)) }"
_TYPES = "SELECT DISTINCT ?type { %s a ?type FILTER(isIRI(?type)) } ORDER BY ?type"


@dataclass(frozen=True)
class Thing:
    """What an address stands for: its IRI, what became of it, and its classes; `new` if it was renamed."""

    iri: str
    state: str
    new: str | None = None
    types: tuple[str, ...] = ()


def find(opened: Opened, path: str) -> Thing | None:
    """Return what the path of an address stands for, such as `id/place/commune-62041`; None for nothing."""
    for space in spaces(opened):
        iri = _iri(space + path)
        if iri is not None and (thing := _thing(opened, iri)) is not None:
            return thing
    return None


def _iri(text: str) -> NamedNode | None:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(text)
    except ValueError:
        return None


def _thing(opened: Opened, iri: NamedNode) -> Thing | None:
    store = opened.store
    if not (store.contains(iri) or _parts(store, iri.value) or _shapes(opened, iri.value)):
        return None
    types = tuple(getattr(row[0], "value", "") for row in store.each(_TYPES % iri))
    for new, gone in store.each(_FATE % {"iri": iri}):
        if new is not None:
            return Thing(iri.value, RENAMED, getattr(new, "value", None), types)
        if getattr(gone, "value", "") in ("true", "1") and iri.value not in _terms(store):
            return Thing(iri.value, WITHDRAWN, None, types)
    return Thing(iri.value, KNOWN, None, types)


def described(opened: Opened, thing: Thing, media_type: str, most: int) -> Document:
    """Return what is said of a thing, what points at it, and the claims that say so; TooManyBytes.

    A claim comes with its statements, a vocabulary with its terms, the shapes as their files have them.
    """
    found = dict.fromkeys(_quads(opened, thing.iri))
    name = media.TRIPLES[media_type]
    return Document(sparql.statements(list(found), name, most), media.typed(media_type))


def _quads(opened: Opened, iri: str) -> Iterator[Quad]:
    from pyoxigraph import NamedNode

    store = opened.store
    shapes = _shapes(opened, iri)
    if shapes:
        from partnerkg.rdf.read import parse

        yield from (quad for path in shapes for quad in parse(path))
        return
    parts = _parts(store, iri)
    said = list(_rows(store, _SAID, [_iri(iri), *map(_iri, parts)]))
    if not parts and _ID in iri:
        said += _rows(store, _TOLD, [_iri(iri)])
    yield from said
    if not parts:
        graphs = {quad.graph_name for quad in said}
        claims = [one for one in graphs if isinstance(one, NamedNode) and _CLAIM in one.value]
        yield from _rows(store, _SAID, sorted(claims, key=str))
    yield from _rows(store, _CLAIMED, [_iri(iri)])


def _rows(store: Store, text: str, things: Iterable[Term | None]) -> Iterator[Quad]:
    from pyoxigraph import DefaultGraph, NamedNode, Quad

    for graph, subject, predicate, value in store.each(text % " ".join(map(str, filter(None, things)))):
        place = graph if isinstance(graph, NamedNode) else DefaultGraph()
        yield Quad(subject, predicate, value, place)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def _terms(store: Store) -> frozenset[str]:
    """Return the IRIs of the ontology and of what describes the dataset."""
    return frozenset(getattr(row[0], "value", "") for row in store.each(_PARTS))


def _parts(store: Store, iri: str) -> list[str]:
    """Return the terms that an IRI with `#` names inside the document of this IRI."""
    return sorted(term for term in _terms(store) if term.startswith(f"{iri}#"))


def _shapes(opened: Opened, iri: str) -> list[str]:
    """Return the files of the shapes if this is the IRI of their document."""
    import os

    from partnerkg import resources
    from partnerkg.namespaces import prefixes

    if iri != prefixes()["pks"].rstrip("#"):
        return []
    own = os.path.join(opened.project or "", "ontology", "shapes")
    return resources.files(own, ".ttl") or resources.files(
        os.path.join(resources.root(), "ontology", "shapes"), ".ttl"
    )


def local(opened: Opened, iri: str) -> str | None:
    """Return the path of an IRI below the address of a server, None if it is none of the graph's."""
    return next((iri.removeprefix(space) for space in spaces(opened) if iri.startswith(space)), None)
