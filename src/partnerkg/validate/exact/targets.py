"""Targets that a query or a shape describes (SHACL Advanced Features §3, SHACL 1.2 §3.1.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact import components

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.at import Judge
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

SH, RDF, RDFS = namespace("sh"), namespace("rdf"), namespace("rdfs")
KINDS = ("target", "targetWhere")


def nodes(target: Target, shape: Shape, engine: Judge) -> list[Term]:
    """Return the nodes of a target of KINDS, each once; none if nobody can tell which."""
    if target.kind == "targetWhere":
        return [node for node in everything(engine) if engine.conforms(target.term, node)]
    targeted: dict[Term, None] = {}
    for owner, text in selects(target.term, engine.shapes):
        query = custom.whole(text, owner, shape, engine.shapes)
        bound = dict(_parameters(target.term, owner, engine.shapes))
        rows = engine.asking.rows(query, bound)
        targeted |= dict.fromkeys(row["this"] for row in rows if "this" in row)
    return list(targeted)


def everything(engine: Judge) -> Iterator[Term]:
    """Yield every node of the data: what is a subject or an object, each once."""
    seen: dict[Term, None] = {}
    for s, _, o in engine.graph.triples():
        seen[s] = seen[o] = None
    yield from seen


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
            yield from ((components.local(name), value) for value in row.get(name, ()))
