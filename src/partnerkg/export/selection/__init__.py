"""A part of a graph: what is said of some organisations or by some sources.

What is selected keeps its claims: every statement about the things chosen and their sites, identifiers and
relations, the type, name and territory of what these lead to, the description of each of these claims, and
the places. So a part conforms to the shapes where the whole does.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad

from partnerkg.encode.generated import DESCRIPTIONS
from partnerkg.namespaces import namespace
from partnerkg.store.base import GRAPHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.store.base import Store

EVIDENCE, REFERENCE, ONTOLOGY = "evidence", "reference", "ontology"
PARTS = (EVIDENCE, REFERENCE, ONTOLOGY)
BATCH = 500
_GRAPHS = {
    part: frozenset(namespace("graph")[name] for name in GRAPHS[part]) for part in (REFERENCE, ONTOLOGY)
}
_GIVEN = frozenset().union(*_GRAPHS.values())
# Without these the shapes refuse what is named; they want no more of it than of a thing that is described.
_NAMES = (
    namespace("rdf").type,
    namespace("skos").prefLabel,
    *(namespace("pk")[name] for name in ("nameStatus", "territory", "governs")),
)
_BELONGING = """SELECT DISTINCT ?node {
    VALUES ?thing { %s }
    ?thing (org:hasSite|adms:identifier|pk:memberCount|^pk:partner|^pk:partnerGroup|^pk:declaredBy
        |^org:member|^org:organization|^pk:supporter|^pk:beneficiary) ?node
}"""
_NEAR = """SELECT DISTINCT ?node {
    VALUES ?thing { %s }
    { ?thing ?property ?node } UNION { ?node ?property ?thing }
    ?node skos:prefLabel ?name
}"""
_OF_SOURCE = """SELECT DISTINCT ?node {
    VALUES ?thing { %s }
    ?node pk:evidence/((pk:passage/oa:hasSource/pk:captureOf)|pk:seenOn) ?thing
}"""
# One step each: some engines refuse a path of any length from several things.
_DESCRIBING = """SELECT DISTINCT ?node {
    VALUES ?thing { %s }
    ?thing pk:evidence|pk:passage|pk:headingPassage|pk:seenOn|oa:hasSource|oa:hasSelector|pk:captureOf ?node
}"""
_WITHIN = """SELECT DISTINCT ?node {
    VALUES ?thing { %s }
    ?thing igeo:subdivisionDe|adms:identifier ?node
}"""


@dataclass(frozen=True)
class Selection:
    """What is wanted: `things` and `sources` narrow one another, None is all; `without` are some of PARTS."""

    things: frozenset[NamedNode] | None = None
    sources: frozenset[NamedNode] | None = None
    without: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.things is not None or self.sources is not None or bool(self.without)


def select(store: Store, selection: Selection) -> Iterator[Quad]:
    """Yield the quads selected, as the store has them.

    Without evidence the claims are no graphs any more: what they say stands in the default graph.
    """
    narrow = selection.things is not None or selection.sources is not None
    quads = _chosen(store, selection) if narrow else store.quads()
    plain = EVIDENCE in selection.without
    left_out = {graph for part in selection.without & _GRAPHS.keys() for graph in _GRAPHS[part]}
    left_out |= set(DESCRIPTIONS) if plain else set()
    kept = {*_GIVEN, DefaultGraph()}
    for quad in quads:
        if quad.graph_name in left_out:
            continue
        if plain and quad.graph_name not in kept:
            yield Quad(quad.subject, quad.predicate, quad.object)
        else:
            yield quad


def extended(quads: Iterable[Quad], inferred: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the quads, then what is inferred about their subjects."""
    subjects = set()
    for quad in quads:
        subjects.add(quad.subject)
        yield quad
    yield from (quad for quad in inferred if quad.subject in subjects)


def _chosen(store: Store, selection: Selection) -> Iterator[Quad]:
    """Yield the claims chosen, then what describes them: the files of the store are read twice."""
    claims: set[NamedNode] = set()
    places: set[NamedNode] = set()
    for quad in _statements(store, selection):
        if isinstance(quad.graph_name, NamedNode):
            claims.add(quad.graph_name)
        places.update(term for term in (quad.subject, quad.object) if isinstance(term, NamedNode))
        yield quad
    described = _reached(store, _DESCRIBING, claims)
    within = _reached(store, _WITHIN, places)
    for quad in store.quads():
        wanted = described if quad.graph_name in DESCRIPTIONS else within if _is_reference(quad) else ()
        if quad.subject in wanted:
            yield quad


def _statements(store: Store, selection: Selection) -> Iterator[Quad]:
    """Yield the statements of claims about the things, from the sources, that are wanted."""
    claims = None if selection.sources is None else _asked(store, _OF_SOURCE, selection.sources)
    things = selection.things
    nodes = set(things or ()) | (_asked(store, _BELONGING, things) if things else set())
    near = _asked(store, _NEAR, nodes) - nodes if nodes else set()
    for quad in store.quads():
        if quad.graph_name in DESCRIPTIONS or quad.graph_name in _GIVEN:
            continue
        if claims is not None and quad.graph_name not in claims:
            continue
        about = things is None or quad.subject in nodes or quad.object in things
        if about or (quad.subject in near and quad.predicate in _NAMES):
            yield quad


def _is_reference(quad: Quad) -> bool:
    return quad.graph_name in _GRAPHS[REFERENCE]


def _reached(store: Store, query: str, things: set[NamedNode]) -> set[NamedNode]:
    """Return the things and all that a query leads to from them, step by step."""
    reached, new = set(things), set(things)
    while new:
        new = _asked(store, query, new) - reached
        reached |= new
    return reached


def _asked(store: Store, query: str, things: Iterable[NamedNode]) -> set[NamedNode]:
    """Return what a query finds for things, some hundred at a time."""
    found: set[NamedNode] = set()
    wanted = sorted(things, key=str)
    for start in range(0, len(wanted), BATCH):
        rows = store.select(query % " ".join(map(str, wanted[start : start + BATCH])))
        found.update(row[0] for row in rows if isinstance(row[0], NamedNode))
    return found
