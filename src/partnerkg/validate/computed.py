"""Parameters that are node expressions, as the drafts of SHACL 1.2 allow: left out and named, not refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Quad

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shapes import Shapes

SH, RDF = namespace("sh"), namespace("rdf")
EXPRESSIONS = "http://www.w3.org/ns/shacl-node-expr#"
_FUNCTIONS = "http://www.w3.org/ns/sparql#"
_ELSEWHERE = (  # where expressions stand anyway, and are looked at or named
    *("expression", "nodeByExpression", "values", "targetNode", "rule", "nodes", "message", "path"),
    *("subject", "predicate", "object", "condition", "resultAnnotation"),
)
_PLAIN = ("deactivated", "minCount", "maxCount", "minLength", "maxLength", "uniqueLang")  # never a node else


def known(statements: Sequence[Quad]) -> list[Quad]:
    """Return the statements of shapes but for those whose value is an expression."""
    out = set(_found(statements))
    return [quad for quad in statements if quad not in out] if out else list(statements)


def left_out(shapes: Shapes) -> Iterator[tuple[Term, Message]]:
    """Yield the shapes that such a value was left out of, with what is to be said."""
    for quad in _found(shapes.quads):
        name = quad.predicate.value.removeprefix(SH.iri)
        if name == "deactivated":
            yield (
                quad.subject,
                Message(N_("its sh:deactivated is an expression, so that it counts as active")),
            )
        else:
            yield (
                quad.subject,
                Message(N_("its sh:{name} is an expression, which is not looked at"), name=name),
            )


def _found(statements: Sequence[Quad]) -> Iterator[Quad]:
    asked = [quad for quad in statements if _may_be(quad)]
    if asked:
        described: dict[Term, set[str]] = {}
        for quad in statements:
            described.setdefault(quad.subject, set()).add(quad.predicate.value)
        for quad in asked:
            said = described.get(quad.object, set()) - {RDF.first.value}
            plain = quad.predicate.value.removeprefix(SH.iri) in _PLAIN
            if said and (plain or any(name.startswith((EXPRESSIONS, _FUNCTIONS)) for name in said)):
                yield quad


def _may_be(quad: Quad) -> bool:
    name = quad.predicate.value.removeprefix(SH.iri)
    is_parameter = name != quad.predicate.value and name not in _ELSEWHERE
    return is_parameter and isinstance(quad.object, BlankNode)
