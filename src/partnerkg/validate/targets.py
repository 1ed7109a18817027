"""Focus nodes of shapes (SHACL §2.1.3): no engine tells how many nodes it checked, so they are counted."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode
from rdflib.namespace import RDF, RDFS

from partnerkg.validate.report import Unmet
from partnerkg.validate.terms import to_rdflib

TYPE_CHECKING = False
if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from partnerkg.validate.shapes import Shape, Shapes, Target


def focus_nodes(shapes: Shapes, data: rdflib.Graph) -> dict[str, set[Node]]:
    """Return the focus nodes of each shape that has targets, by its IRI."""
    cache: dict[Target, set[Node]] = {}
    return {shape.iri: _of_shape(shape, data, cache) for shape in shapes.targeted()}


def unmet(shapes: Shapes, counts: Mapping[str, int], data: rdflib.Graph) -> tuple[Unmet, ...]:
    """Return the shapes that have targets and met no node, by IRI."""
    return tuple(
        Unmet(shape.iri, _terms(shape.targets), _terms(_undeclared(shape, data)))
        for shape in shapes.targeted()
        if not counts[shape.iri]
    )


def _terms(targets: tuple[Target, ...]) -> tuple[str, ...]:
    terms = (target.term for target in targets)
    return tuple(term.value if isinstance(term, NamedNode) else str(term) for term in terms)


def _undeclared(shape: Shape, data: rdflib.Graph) -> tuple[Target, ...]:
    return tuple(
        target
        for target in shape.targets
        if target.kind != "targetNode" and (to_rdflib(target.term), None, None) not in data
    )


def _of_shape(shape: Shape, data: rdflib.Graph, cache: dict[Target, set[Node]]) -> set[Node]:
    found: set[Node] = set()
    for target in shape.targets:
        if target not in cache:
            cache[target] = _nodes(target, data)
        found |= cache[target]
    return found


def _nodes(target: Target, data: rdflib.Graph) -> set[Node]:
    term = to_rdflib(target.term)
    if target.kind == "targetNode":
        return {term}
    if target.kind == "targetSubjectsOf":
        return set(data.subjects(term, None))
    if target.kind == "targetObjectsOf":
        return set(data.objects(None, term))
    classes = data.transitive_subjects(RDFS.subClassOf, term)
    return {node for each in classes for node in data.subjects(RDF.type, each)}
