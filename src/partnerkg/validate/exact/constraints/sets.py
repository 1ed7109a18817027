"""Constraints on the value nodes together: how many, which, beside which others (SHACL §4.2, §4.5, §4.8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate import paths
from partnerkg.validate.exact import literals, path, targets
from partnerkg.validate.exact.at import SH, At, Finding, switched, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

RDF = namespace("rdf")


def _min_count(at: At) -> Iterator[Finding]:
    if len(at.values) < at.whole():
        yield Finding()


def _max_count(at: At) -> Iterator[Finding]:
    if len(at.values) > at.whole():
        yield Finding()


def _has_value(at: At) -> Iterator[Finding]:
    if at.parameter not in at.values:
        yield Finding()


def _unique_lang(at: At) -> Iterator[Finding]:
    if switched(at.parameter):
        tags = (
            (value.language.casefold(), value.direction)
            for value in at.values
            if isinstance(value, Literal) and value.language
        )
        yield from (Finding() for count in Counter(tags).values() if count > 1)


def _others(at: At) -> list[Term]:
    """Return what the other property, or path (SHACL 1.2 §4.5), leads to."""
    return path.values(paths.read(at.parameter, at.engine.shapes.index), at.node, at.graph)


def _equals(at: At) -> Iterator[Finding]:
    others = _others(at)
    yield from (Finding(value) for value in at.values if value not in set(others))
    yield from (Finding(other) for other in others if other not in set(at.values))


def _disjoint(at: At) -> Iterator[Finding]:
    others = set(_others(at))
    yield from (Finding(value) for value in at.values if value in others)


def _subset_of(at: At) -> Iterator[Finding]:
    others = set(_others(at))
    yield from (Finding(value) for value in at.values if value not in others)


def _less_than(sign: str) -> Callable[[At], Iterator[Finding]]:
    def constraint(at: At) -> Iterator[Finding]:
        for other in _others(at):
            yield from (Finding(value) for value in at.values if not literals.holds(value, sign, other))

    return constraint


def _unique_values_for(at: At) -> Iterator[Finding]:
    """Yield a finding for each value that another target of the shape is alike in all these properties."""
    for value in at.values:
        key = _key(at, value)
        if any(key) and any(other != value for other in _alike(at).get(key, ())):
            yield Finding()


def _alike(at: At) -> dict[tuple[frozenset[Term], ...], list[Term]]:
    """Return the targets of the shape by their values of these properties."""
    memory = at.engine.shapes.memory
    name = "alike", at.shape.iri, at.parameter, id(at.graph)
    if name not in memory:
        found: dict[tuple[frozenset[Term], ...], list[Term]] = {}
        for node in targets.of(at.shape, at.engine):
            found.setdefault(_key(at, node), []).append(node)
        memory[name] = found
    known: dict[tuple[frozenset[Term], ...], list[Term]] = memory[name]
    return known


def _key(at: At, node: Term) -> tuple[frozenset[Term], ...]:
    properties = (each for each in at.members() if isinstance(each, NamedNode))
    return tuple(frozenset(at.graph.objects(node, each)) for each in properties)


def _closed(at: At) -> Iterator[Finding]:
    by_types = at.parameter == SH.ByTypes
    if not by_types and text(at.parameter) not in ("true", "1"):
        return
    allowed = {
        member for listed in at.others("ignoredProperties") for member in at.engine.items(listed) or ()
    }
    if not by_types:
        allowed |= _described(at, at.shape.iri)
    for value in at.values:
        more = _by_types(at, value) if by_types else set()
        for predicate, each in at.graph.outgoing(value):
            if predicate not in allowed and predicate not in more:
                yield Finding(each, paths.predicate(predicate.value))


def _described(at: At, name: str) -> set[Term]:
    """Return the properties that a shape describes."""
    shapes = at.engine.shapes.by_iri
    below = (shapes[each].path for each in shapes[name].properties if each in shapes)
    return {NamedNode(way.iri) for way in below if way is not None and way.kind == "predicate"}


def _by_types(at: At, value: Term) -> set[Term]:
    """Return the properties that the shapes of the classes of a node describe (SHACL 1.2, sh:ByTypes)."""
    allowed: set[Term] = {RDF.type}
    kinds = {above for kind in at.graph.objects(value, RDF.type) for above in at.graph.above(kind)}
    waiting = [shape.iri for kind in kinds for shape in at.engine.of_class(kind)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen and name in at.engine.shapes.by_iri:
            seen.add(name)
            allowed |= _described(at, name)
            shape = at.engine.shapes.by_iri[name]
            waiting += [text(node) for predicate, node in shape.constraints if predicate == SH.node.value]
    return allowed


CONSTRAINTS = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
    "equals": _equals,
    "disjoint": _disjoint,
    "subsetOf": _subset_of,
    "lessThan": _less_than("<"),
    "lessThanOrEquals": _less_than("<="),
    "closed": _closed,
    "uniqueValuesFor": _unique_values_for,
}
