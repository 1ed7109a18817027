"""What the compiler proves that it covers; anything else goes whole to pySHACL, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal

from partnerkg.errors import Message
from partnerkg.namespaces import namespace, shorten
from partnerkg.validate.compiled import checks, custom, logic, scopes, tests
from partnerkg.validate.shapes import WrongShape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shapes import Shape, Shapes

SH = namespace("sh")
KNOWN = checks.NAMES | logic.NAMES | {"sparql", "prefixes", "select"}
_SWITCHES = ("uniqueLang", "closed", "qualifiedValueShapesDisjoint")  # "1" and "true" are read alike
# What XPath, Python and Oxigraph read alike: no look-around, no reference back, no operator inside a class.
_STRANGE = re.compile(r"\(\?(?!:)|(?<!\\)(\\\\)*\\[1-9icIC]|\[[^\]]*(-\[|&&|--|~~)|[*+?}]\+")


def gap(shapes: Shapes) -> Message | None:
    """Return the first thing about the active shapes that the compiler does not cover, else None."""
    return next(_gaps(shapes), None)


def _gaps(shapes: Shapes) -> Iterator[Message]:
    declared = _own_parameters(shapes)
    for shape in reached(shapes):
        for predicate in _strange(shape, shapes, declared):
            yield Message("{shape} has {term}", shape=shorten(shape.iri), term=shorten(predicate))
        yield from _of_pattern(shape)
        yield from _of_queries(shape, shapes)
        for target in shape.targets:
            if isinstance(target.term, BlankNode) and target.kind != "targetClass":
                yield Message("{shape} targets a node without name", shape=shorten(shape.iri))


def reached(shapes: Shapes) -> list[Shape]:
    """Return the active shapes that a target leads to, by IRI."""
    waiting = shapes.targeted()
    found = {shape.iri: shape for shape in waiting}
    while waiting:
        for name in logic.referred(waiting.pop(), shapes):
            if name in shapes.by_iri and name not in found and not shapes.by_iri[name].deactivated:
                found[name] = shapes.by_iri[name]
                waiting.append(found[name])
    return sorted(found.values(), key=lambda shape: shape.iri)


def _own_parameters(shapes: Shapes) -> set[str]:
    """Return the parameters of the constraint components that the shapes declare themselves (SHACL §6)."""
    nodes = {node for row in shapes.index.values() for node in row.get(SH.parameter.value, ())}
    found = (path for node in nodes for path in shapes.index.get(node, {}).get(SH.path.value, ()))
    return {str(getattr(path, "value", "")) for path in found}


def constants(shapes: Shapes) -> Iterator[Term]:
    """Yield the terms of active shapes that stand in their queries: parameters, members of lists, targets."""
    for shape in reached(shapes):
        yield from (target.term for target in shape.targets)
        for predicate, value in shape.constraints:
            if predicate.removeprefix(SH.iri) not in _SWITCHES:
                yield value
        for members in shape.lists.values():
            yield from members


def _strange(shape: Shape, shapes: Shapes, declared: set[str]) -> Iterable[str]:
    own = {predicate for predicate, _ in shape.constraints if predicate.removeprefix(SH.iri) not in KNOWN}
    return sorted(own | ({SH.target.value, *declared} & shapes.index.get(shape.node, {}).keys()))


def _of_pattern(shape: Shape) -> Iterator[Message]:
    for pattern in tests.constants(shape, "pattern"):
        text = pattern.value if isinstance(pattern, Literal) else ""
        flags = "".join(getattr(flag, "value", "") for flag in tests.constants(shape, "flags"))
        if _STRANGE.search(text) or set(flags) - set("imsx"):
            yield Message(
                "{shape} has a pattern that engines read differently: {pattern}",
                shape=shorten(shape.iri),
                pattern=text,
            )


def _of_queries(shape: Shape, shapes: Shapes) -> Iterator[Message]:
    for constraint in custom.constraints(shape, shapes):
        reason = None if scopes.plain(constraint.text) else _reason(constraint, shape)
        if reason:
            name = constraint.name if ":" in constraint.name else shape.iri
            yield Message(
                "the query of {shape} cannot be asked of all nodes at once: {reason}",
                shape=shorten(name),
                reason=Message(reason),
            )


def _reason(constraint: custom.Custom, shape: Shape) -> str | None:
    from partnerkg.validate.compiled import provable
    from partnerkg.validate.graphs import BrokenQuery

    if "$shapesGraph" in constraint.text:
        return provable.ASKS_SHAPES
    try:
        return provable.reason(constraint.of(provable.BINDING))
    except BrokenQuery as error:
        raise WrongShape(shape=shorten(shape.iri), reason=error.reason) from None
