"""Targets that a query or a shape describes (SHACL Advanced Features §3, SHACL 1.2 §3.1.3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkg.namespaces import namespace
from partnerkg.sparql.query import SELECT
from partnerkg.validate import paths
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact import expressions, path
from partnerkg.validate.exact.at import local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.at import Judge
    from partnerkg.validate.paths import Path
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

SH, RDF, RDFS = namespace("sh"), namespace("rdf"), namespace("rdfs")


def nodes(target: Target, shape: Shape, engine: Judge) -> list[Term]:
    """Return the nodes of a target that no pattern finds, each once; none if nobody can tell which."""
    if target.kind == "targetWhere":
        return [node for node in engine.graph.nodes() if engine.conforms(target.term, node)]
    if target.kind == "expression" and (listed := engine.items(target.term)) is not None:
        return list(dict.fromkeys(listed))
    if is_expression(target, engine.shapes):
        return list(dict.fromkeys(expressions.values(target.term, None, shape, engine)))
    if way := along(target, engine.shapes):
        reached = (path.values(way, node, engine.graph) for node in engine.graph.nodes())
        return list(dict.fromkeys(value for values in reached for value in values))
    targeted: dict[Term, None] = {}
    for owner, text in selects(target.term, engine.shapes):
        query = custom.whole(text, owner, shape, engine.shapes)
        custom.check_form(query, SELECT, owner, shape, engine.shapes)
        bound = dict(_parameters(target.term, owner, engine.shapes))
        name = (query.columns or ["this"])[0] if target.kind == "expression" else "this"
        rows = engine.asking.rows(query, bound)
        targeted |= dict.fromkeys(row[name] for row in rows if name in row)
    return list(targeted)


def of(shape: Shape, engine: Judge) -> list[Term]:
    """Return the focus nodes of all targets of a shape, each once, as they are written."""
    return list(dict.fromkeys(node for target in shape.targets for node in _each(target, shape, engine)))


def _each(target: Target, shape: Shape, engine: Judge) -> Iterable[Term]:
    graph, term = engine.graph, target.term
    if target.kind == "targetNode":
        return [term]
    if target.kind == "targetClass":
        return [node for kind in _below(term, engine) for node in graph.subjects(RDF.type, kind)]
    if target.kind == "shape":
        return graph.subjects(SH.shape, term)
    if target.kind in ("targetSubjectsOf", "targetObjectsOf"):
        of_subjects = target.kind == "targetSubjectsOf"
        return [s if of_subjects else o for s, p, o in graph.triples() if p == term]
    return nodes(target, shape, engine)


def _below(kind: Term, engine: Judge) -> list[Term]:
    found, waiting = {kind: None}, [kind]
    while waiting:
        new = [each for each in engine.graph.subjects(RDFS.subClassOf, waiting.pop()) if each not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return list(found)


def along(target: Target, shapes: Shapes) -> Path | None:
    """Return the path whose values an expression means, from any node; None if it is none (SHACL 1.2)."""
    try:
        return paths.read(target.term, shapes.index) if target.kind == "expression" else None
    except ValueError:
        return None


def is_clear(target: Target, shapes: Shapes) -> bool:
    """Return whether a described target says which nodes it means: by a query, a path, an expression."""
    found = bool(selects(target.term, shapes)) or along(target, shapes) is not None
    return found or is_expression(target, shapes)


def is_expression(target: Target, shapes: Shapes) -> bool:
    """Return whether a target is an expression of more than a path, and all of it is known."""
    told = bool(selects(target.term, shapes)) or along(target, shapes) is not None
    return target.kind == "expression" and not told and expressions.fault(target.term, shapes) is None


def selects(node: Term, shapes: Shapes) -> list[tuple[Term, str]]:
    """Return the queries of a target, or of the types of target that it has, and what they belong to."""
    owners = [node, *shapes.index.get(node, {}).get(RDF.type.value, ())]
    return [
        (owner, str(getattr(text, "value", "")))
        for owner in owners
        for text in shapes.index.get(owner, {}).get(SH.select.value, ())
    ]


def _parameters(node: Term, owner: Term, shapes: Shapes) -> Iterator[tuple[str, Term]]:
    row = shapes.index.get(node, {})
    for parameter in shapes.index.get(owner, {}).get(SH.parameter.value, ()):
        for way in shapes.index.get(parameter, {}).get(SH.path.value, ()):
            name = str(getattr(way, "value", ""))
            yield from ((local(name), value) for value in row.get(name, ()))
