"""SPARQL constraints asked of all focus nodes at once: results of the rows that come back (SHACL §5.3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.validate import annotated, messages
from partnerkg.validate import paths as parsed
from partnerkg.validate.compiled import custom
from partnerkg.validate.compiled.outcome import result_of, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.compiled.checks import Asked
    from partnerkg.validate.compiled.focus import Focus
    from partnerkg.validate.result import Node, Result
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Row = tuple[Term | None, ...]
    Select = Callable[[str], Iterable[Row]]


def findings(asked: Asked, shapes: Shapes, select: Select) -> Iterator[tuple[Node, Result]]:
    """Yield what the SPARQL constraints of a shape find, with the focus node each time."""
    shape = asked.shape
    for constraint in custom.constraints(shape, shapes):
        for row in _answer(constraint, shape, asked.focus, shapes, select):
            cells: dict[str, Node] = {
                name: term  # type: ignore[misc]
                for name, term in zip(constraint.columns or [], row, strict=True)
                if term is not None
            }
            node, given = cells["this"], cells.get("path")
            way = parsed.predicate(given.value) if isinstance(given, NamedNode) else shape.path
            value = cells.get("value", None if shape.path else node)
            result = result_of(shape, "sPARQL", node, value, way)
            said = _messages(result, constraint, cells, shapes)
            added = annotated.of(constraint.node, cells, shapes.index)
            yield node, replace(result, messages=said, constraint=constraint.name, annotations=added)


def _messages(
    result: Result, constraint: custom.Custom, cells: Mapping[str, Node], shapes: Shapes
) -> Mapping[str, str]:
    if isinstance(given := cells.get("message"), Literal):
        return {given.language or "": given.value}
    said = worded(result, shapes, constraint.name).messages
    return {language: messages.filled(text, cells, shapes.prefixes) for language, text in said.items()}


def _answer(
    constraint: custom.Custom, shape: Shape, nodes: Focus, shapes: Shapes, select: Select
) -> list[Row]:
    try:
        return list(select(constraint.of(nodes.distinct)))
    except SyntaxError as error:
        raise shapes.wrong(shape, str(error).splitlines()[0], constraint.node) from None
    except WrongSparql as error:
        raise shapes.wrong(shape, Message(error.message, **error.details), constraint.node) from None
