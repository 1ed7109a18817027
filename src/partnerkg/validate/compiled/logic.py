"""Constraints that lead to other shapes (SHACL §4.6, §4.7): which values fail, from sets of failing nodes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from pyoxigraph import BlankNode

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled.tests import constants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.result import Node
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Failing = Callable[[str], set[Node]]
    Pairs = Callable[[set[Node] | None], list[tuple[Node, Node]]]

SH = namespace("sh")
_LISTS = ("and", "or", "xone")
_SINGLE = ("node", "not")
_OTHERS = ("qualifiedValueShape", "reifierShape", "someValue", "memberShape", "nodeByExpression")
_QUALIFIED = ("qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShapesDisjoint")
NAMES = frozenset((*_LISTS, *_SINGLE, *_QUALIFIED))


def referred(shape: Shape, shapes: Shapes) -> Iterator[str]:
    """Yield the names of the shapes that a shape leads to, its property shapes included."""
    yield from shape.properties
    for predicate, parameter in shape.constraints:
        name = predicate.removeprefix(SH.iri)
        if name in (*_SINGLE, *_OTHERS):
            yield _name(parameter)
        elif name in _LISTS:
            yield from map(_name, shape.lists[parameter])
        if name in ("expression", "nodeByExpression"):
            yield from _filtering(parameter, shapes)


def _filtering(expression: Term, shapes: Shapes) -> Iterator[str]:
    """Yield the names of the shapes by which a node expression filters, at any depth."""
    waiting, seen = [expression], {expression}
    while waiting:
        row = shapes.index.get(waiting.pop(), {})
        yield from map(_name, row.get(SH.filterShape.value, ()))
        below = {term for terms in row.values() for term in terms if isinstance(term, BlankNode)} - seen
        waiting += below
        seen |= below


def failures(
    shape: Shape, decided: Container[tuple[str, Term]], failing: Failing, pairs: Pairs
) -> Iterator[tuple[str, Node, Node]]:
    """Yield component, focus node and value of what fails the constraints `and`, `or`, `xone`, `node`, `not`.

    Those `decided` by one query each are left out. `failing` gives the value nodes that fail a shape, `pairs`
    all pairs of focus node and value, or at least those with certain values.
    """
    for predicate, parameter in shape.constraints:
        name = predicate.removeprefix(SH.iri)
        if (name, parameter) in decided:
            continue
        if name in _SINGLE:
            members = [_name(parameter)]
        elif name in _LISTS:
            members = [_name(member) for member in shape.lists[parameter]]
        else:
            continue
        bad = [failing(member) for member in members]
        judged = _JUDGES[name](bad) if name in _JUDGES else None
        if judged is None:
            fails = _fails(name, bad)
            yield from ((name, node, value) for node, value in pairs(None) if fails(value))
        elif judged:
            yield from ((name, node, value) for node, value in pairs(judged) if value in judged)


_JUDGES: dict[str, Callable[[list[set[Node]]], set[Node]]] = {
    "node": lambda bad: bad[0],
    "and": lambda bad: set().union(*bad),
    "or": lambda bad: set.intersection(*bad) if bad else set(),
}


def _fails(name: str, bad: list[set[Node]]) -> Callable[[Node], bool]:
    if name == "not":
        return lambda value: value not in bad[0]
    return lambda value: sum(value not in each for each in bad) != 1


def qualified(
    shape: Shape, shapes: Shapes, failing: Failing, pairs: Pairs, nodes: Callable[[], list[Node]]
) -> Iterator[tuple[str, Node]]:
    """Yield component and focus node of what has too few or too many values of a shape (SHACL §4.7.3)."""
    for parameter in constants(shape, "qualifiedValueShape"):
        bad = failing(_name(parameter))
        others = [failing(name) for name in siblings(shape, shapes, _name(parameter))]
        counts = dict.fromkeys(nodes(), 0)
        for node, value in pairs(None):
            if value not in bad and all(value in other for other in others):
                counts[node] += 1
        for least in constants(shape, "qualifiedMinCount"):
            yield from (("qualifiedMinCount", node) for node, n in counts.items() if n < _whole(least))
        for most in constants(shape, "qualifiedMaxCount"):
            yield from (("qualifiedMaxCount", node) for node, n in counts.items() if n > _whole(most))


def siblings(shape: Shape, shapes: Shapes, own: str) -> list[str]:
    """Return the shapes that no counted value may fit, if `sh:qualifiedValueShapesDisjoint` says so."""
    if not any(_name(value) == "true" for value in constants(shape, "qualifiedValueShapesDisjoint")):
        return []
    beside = {name for parent in shapes if shape.iri in parent.properties for name in parent.properties}
    found = {
        _name(value)
        for name in beside
        if name in shapes.by_iri
        for value in constants(shapes.by_iri[name], "qualifiedValueShape")
    }
    return sorted(found - {own})


def _name(node: Term) -> str:
    return str(getattr(node, "value", node))


def _whole(parameter: Term) -> int:
    return int(_name(parameter))
