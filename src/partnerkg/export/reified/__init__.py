"""Claims as reifiers (RDF 1.2 Concepts §1.5): what was a named graph becomes the name of its triples.

Every triple of a claim is asserted, and the claim `rdf:reifies` it; so `?claim rdf:reifies <<( ?s ?p ?o
)>>` with the description of the claim says who makes the statement and in which words, where no graphs are
kept.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple

from partnerkg.export.streamed import body, header
from partnerkg.namespaces import namespace, prefixes, shorten
from partnerkg.rdf import writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.rdf.statements import Statements

REIFIES = namespace("rdf").reifies
_TYPE, _CLAIM = namespace("rdf").type, namespace("pk").Claim


def reified(statements: Statements, *, union: bool) -> list[Quad]:
    """Return the quads with claims as reifiers instead of graphs, sorted; with `union`, all in one graph."""
    quads = list(writer.ordered(statements))
    claims = {quad.subject for quad in quads if quad.predicate == _TYPE and quad.object == _CLAIM}
    found: dict[Quad, str] = {}
    for quad in quads:
        is_claim = quad.graph_name in claims
        graph = DefaultGraph() if union or is_claim else quad.graph_name
        _take(found, Quad(quad.subject, quad.predicate, quad.object, graph))
        if is_claim and isinstance(quad.graph_name, NamedNode):
            term = Triple(quad.subject, quad.predicate, quad.object)
            _take(found, Quad(quad.graph_name, REIFIES, term, DefaultGraph()))
    return sorted(found, key=lambda quad: (str(quad.graph_name).removeprefix("DEFAULT"), found[quad]))


def written(quads: Iterable[Quad], form: RdfFormat) -> bytes:
    """Return sorted quads in a syntax of RDF 1.2 with the prefixes that they use."""
    kept = list(quads)
    used = {shorten(iri).partition(":")[0] for quad in kept for iri in _iris(quad)}
    table = {name: iri for name, iri in prefixes().items() if name in used}
    return header(table) + body(kept, form, table)


def _take(found: dict[Quad, str], quad: Quad) -> None:
    if quad not in found:
        found[quad] = str(quad.triple)


def _iris(quad: Quad | Triple) -> Iterable[str]:
    for term in (quad.subject, quad.predicate, quad.object, getattr(quad, "graph_name", None)):
        if isinstance(term, Triple):
            yield from _iris(term)
        elif isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value
