"""Queries of shapes asked of one focus node at a time (SHACL §5.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from partnerkg.validate import annotated, messages, paths
from partnerkg.validate.compiled import custom
from partnerkg.validate.exact import functions
from partnerkg.validate.exact.asking import SHAPES_GRAPH
from partnerkg.validate.exact.at import At, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.validate.exact.functions import Call
    from partnerkg.validate.shapes import WrongShape


def constraint(at: At) -> Iterator[Finding]:
    """Yield a finding for each row of a SPARQL constraint at a focus node (SHACL §5.3.1, §5.3.2)."""
    found = custom.constraint(at.parameter, at.shape, at.engine.shapes)
    if found is None:
        return
    bound = prebound(at)
    for row in asked(at, found.query, bound):
        yield of_row(at, row, found.messages, {**bound, **row}, None if at.shape.path else at.node)


def prebound(at: At) -> dict[str, Term]:
    """Return the variables that have a value before a query runs (SHACL §5.3.1)."""
    return {"this": at.node, "currentShape": at.shape.node, "shapesGraph": NamedNode(SHAPES_GRAPH)}


def asked(at: At, query: Query, bound: Mapping[str, Term]) -> list[dict[str, Term]]:
    """Return the solutions of a query of a shape; WrongShape if it is no SPARQL."""
    try:
        found = at.engine.asking.rows(query, bound, called(at, query))
    except SyntaxError as error:
        raise wrong(at, error) from None
    at.engine.asking.check(at.shape)
    return found


def called(at: At, query: Query) -> dict[NamedNode, Call] | None:
    """Return the functions that a query may call, None if it calls none of the shapes'."""
    shapes = at.engine.shapes
    if not custom.calls(query, shapes):
        return None
    return functions.calls(at.engine.asking, at.shape)


def wrong(at: At, error: SyntaxError) -> WrongShape:
    """Return the error of a shape whose query is no SPARQL."""
    return at.engine.shapes.wrong(at.shape, str(error).splitlines()[0], at.parameter)


def of_row(
    at: At, row: Mapping[str, Term], said: Mapping[str, str], bound: Mapping[str, Term], value: Term | None
) -> Finding:
    """Return what a solution says: its value, path and message, else those of the constraint (§5.3.2)."""
    given, way = row.get("message"), row.get("path")
    if isinstance(given, Literal):
        texts: Mapping[str, str] = {given.language or "": given.value}
    else:
        own = said or at.shape.messages
        known = at.engine.shapes.prefixes
        texts = {language: messages.filled(text, bound, known) for language, text in own.items()}
    there = paths.predicate(way.value) if isinstance(way, NamedNode) else None
    added = annotated.of(at.parameter, bound, at.engine.shapes.index)
    return Finding(row.get("value", value), there, texts, added)
