"""Which targets a shape has (SHACL §2.1.3, SHACL Advanced Features §3, SHACL 1.2 §3.1.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import BlankNode, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate.shape import Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.paths import Index

SH, RDF, RDFS, OWL = namespace("sh"), namespace("rdf"), namespace("rdfs"), namespace("owl")
LEFT_OUT = namespace("pk").leavesOut.value
KINDS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "targetWhere")


def of(node: Term, index: Index) -> tuple[Target, ...]:
    """Return the targets of a shape, those of one kind in order.

    A node without name in sh:targetNode is an `expression` that says which nodes are meant (SHACL 1.2).
    """
    row = index.get(node, {})
    terms = {kind: sorted(row.get(SH[kind].value, ()), key=str) for kind in (*KINDS, "target")}
    if _is_class(row, index):  # SHACL §2.1.3.3: a shape that is a class targets it
        terms["targetClass"].append(node)
    terms["expression"] = [term for term in terms["targetNode"] if isinstance(term, BlankNode)]
    terms["targetNode"] = [term for term in terms["targetNode"] if not isinstance(term, BlankNode)]
    beyond = next((graph.value for graph in row.get(LEFT_OUT, ()) if isinstance(graph, NamedNode)), "")
    return tuple(
        Target(kind, term, beyond if kind == "targetClass" else "")
        for kind, found in terms.items()
        for term in dict.fromkeys(found)
    )


def _is_class(row: Mapping[str, Sequence[Term]], index: Index) -> bool:
    waiting = list(row.get(RDF.type.value, ()))
    seen: set[Term] = set()
    while waiting:
        kind = waiting.pop()
        if kind in (RDFS.Class, OWL.Class, SH.ShapeClass):
            return True
        if kind not in seen:
            seen.add(kind)
            waiting += index.get(kind, {}).get(RDFS.subClassOf.value, ())
    return False
