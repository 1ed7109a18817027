"""What the compiler proves that it covers; what it does not is left to the exact engine, shape by shape."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace, shorten
from partnerkg.rdf import lexical
from partnerkg.validate import patterns
from partnerkg.validate.compiled import checks, claims, custom, focus, logic, scopes, tests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")
KNOWN = checks.NAMES | logic.NAMES | claims.NAMES | {"sparql", "prefixes", "select"}
_SWITCHES = ("uniqueLang", "closed", "qualifiedValueShapesDisjoint")  # read from the shape, not by the store
_ONE_TERM = ("class", "datatype", "nodeKind", "equals", "disjoint", "lessThan", "lessThanOrEquals")


def gap(shape: Shape, shapes: Shapes) -> Message | None:
    """Return the first thing about a shape itself that the compiler does not cover, else None."""
    key = "gap", shape.iri
    if key not in shapes.memory:
        shapes.memory[key] = next(_gaps(shape, shapes), None)
    found: Message | None = shapes.memory[key]
    return found


def _gaps(shape: Shape, shapes: Shapes) -> Iterator[Message]:
    name = shapes.called(shape.iri)
    for predicate in _strange(shape, shapes):
        yield Message("{shape} has {term}", shape=name, term=shorten(predicate))
    for predicate, value in shape.constraints:
        listed = isinstance(value, BlankNode) and predicate.removeprefix(SH.iri) in _ONE_TERM
        if listed or value == SH.ByTypes:
            yield Message("{shape} has {term}", shape=name, term=shorten(predicate))
    yield from _of_pattern(shape, name)
    yield from _of_queries(shape, shapes)
    if any(isinstance(term, BlankNode) for term in _compared(shape)):
        yield Message("{shape} asks for a node without name", shape=name)
    for term in constants(shape):
        if lexical.is_unusual(term):
            yield Message("the store would read {literal} in another form", literal=str(term))
    yield from _of_targets(shape, name)
    if shape.iri in recursive(shapes):
        yield Message("{shape} leads back to itself", shape=name)


def _of_targets(shape: Shape, name: str) -> Iterator[Message]:
    for target in shape.targets:
        if target.kind == "expression":
            yield Message("{shape} targets a node without name", shape=name)
        elif target.kind not in focus.KINDS:
            yield Message("{shape} has {term}", shape=name, term=f"sh:{target.kind}")


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


def recursive(shapes: Shapes) -> frozenset[str]:
    """Return the shapes that lead back to themselves."""
    if "recursive" not in shapes.memory:
        shapes.memory["recursive"] = frozenset(shape.iri for shape in shapes if _returns(shape, shapes))
    found: frozenset[str] = shapes.memory["recursive"]
    return found


def _returns(shape: Shape, shapes: Shapes) -> bool:
    waiting, seen = list(logic.referred(shape, shapes)), set[str]()
    while waiting:
        name = waiting.pop()
        if name == shape.iri:
            return True
        if name not in seen and name in shapes.by_iri:
            seen.add(name)
            waiting += logic.referred(shapes.by_iri[name], shapes)
    return False


def own_parameters(shape: Shape, shapes: Shapes) -> set[str]:
    """Return the parameters that a shape has of components its shapes declare themselves (SHACL §6)."""
    return declared(shapes) & shapes.index.get(shape.node, {}).keys()


def declared(shapes: Shapes) -> set[str]:
    """Return the parameters of the constraint components that the shapes declare themselves (SHACL §6)."""
    if "parameters" not in shapes.memory:
        nodes = {node for row in shapes.index.values() for node in row.get(SH.parameter.value, ())}
        found = (path for node in nodes for path in shapes.index.get(node, {}).get(SH.path.value, ()))
        shapes.memory["parameters"] = {str(getattr(path, "value", "")) for path in found}
    names: set[str] = shapes.memory["parameters"]
    return names


def constants(shape: Shape) -> Iterator[Term]:
    """Yield the terms of a shape that stand in its queries: parameters, members of lists, targets."""
    yield from (target.term for target in shape.targets)
    for predicate, value in shape.constraints:
        if predicate.removeprefix(SH.iri) not in _SWITCHES:
            yield value
    for members in shape.lists.values():
        yield from members


def _compared(shape: Shape) -> Iterator[Term]:
    """Yield the terms that values are compared with; those of a node without name stand for no query."""
    for predicate, value in shape.constraints:
        if predicate == SH.hasValue.value:
            yield value
        elif predicate == SH["in"].value:
            yield from shape.lists[value]


def _strange(shape: Shape, shapes: Shapes) -> list[str]:
    own = {predicate for predicate, _ in shape.constraints if predicate.removeprefix(SH.iri) not in KNOWN}
    return sorted(own | own_parameters(shape, shapes))


def _of_pattern(shape: Shape, name: str) -> Iterator[Message]:
    given = [getattr(flag, "value", "") for flag in tests.constants(shape, "flags")]
    for pattern in tests.constants(shape, "pattern"):
        text = pattern.value if isinstance(pattern, Literal) else ""
        if len(given) > 1 or patterns.is_strange(text, "".join(given)):
            yield Message(
                "{shape} has a pattern that engines read differently: {pattern}",
                shape=name,
                pattern=text,
            )


def _of_queries(shape: Shape, shapes: Shapes) -> Iterator[Message]:
    for constraint in custom.constraints(shape, shapes):
        reason = _reason(constraint)
        if custom.calls(constraint.query, shapes):
            reason = N_("it calls a function that the shapes declare")
        if reason is None and constraint.columns is None:
            reason = N_("it selects *")
        if reason:
            yield Message(
                "the query of {shape} cannot be asked of all nodes at once: {reason}",
                shape=shapes.called(shape.iri),
                reason=Message(reason),
            )


def _reason(constraint: custom.Custom) -> str | None:
    if {"shapesGraph", "currentShape"} & constraint.query.variables.keys():
        return N_("it asks about the shapes")
    if scopes.plain(constraint.query.tokens):
        return None
    from partnerkg.validate.compiled import provable
    from partnerkg.validate.graphs import BrokenQuery

    try:
        return provable.reason(constraint.of(provable.BINDING))
    except BrokenQuery:  # or rdflib cannot read it; the engine that is asked says which
        return provable.UNREAD
