"""How many nodes each shape was asked about, and what became of them: the denominators of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import NamedNode

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import coverage, focus, path
from partnerkg.validate.compiled.checks import NODE, VALUE
from partnerkg.validate.result import Checked, Unmet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.compiled.focus import Focus
    from partnerkg.validate.compiled.run import Run
    from partnerkg.validate.result import Node, Result
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

    Failing = Callable[[Shape, Shape], int]

SH = namespace("sh")
# Constraints that a node without any value can break.
_ASK_FOR_VALUES = {
    SH[name].value
    for name in ("minCount", "hasValue", "someValue", "equals", "sparql", "qualifiedMinCount", "closed")
}


def checked(run: Run, shapes: Shapes, failing: Failing) -> dict[str, Checked]:
    """Return the count of every active shape with targets, and of every property shape of one.

    A property shape of two node shapes is counted for both. `failing` tells how many focus nodes of a
    targeted shape (the first) a shape (the second, itself or a property shape of it) finds fault with.
    """
    found: dict[str, Checked] = {}
    for owner in shapes.targeted():
        nodes = run.targets(owner.targets)
        for shape in (owner, *_properties(owner, shapes)):
            asks = shape.path is None or _asks_for_values(shape, shapes)
            counted = _counted(run, shape, nodes, asks, failing(owner, shape))
            found[shape.iri] = _sum(found[shape.iri], counted) if shape.iri in found else counted
    return found


def _properties(owner: Shape, shapes: Shapes) -> list[Shape]:
    if owner.path is not None:
        return []
    below = (shapes.by_iri[name] for name in owner.properties)
    return [shape for shape in below if not shape.deactivated]


def _asks_for_values(shape: Shape, shapes: Shapes) -> bool:
    """Return whether a node without value may break a property shape; nobody knows of a component's query."""
    known = any(name in _ASK_FOR_VALUES for name, _ in shape.constraints)
    return known or bool(coverage.own_parameters(shape, shapes))


def _counted(run: Run, shape: Shape, nodes: Focus, asks: bool, violating: int) -> Checked:
    targeted = run.size(nodes)
    applicable = targeted
    if shape.path is not None and not asks:
        if nodes.known is not None:
            return Checked(targeted, targeted - violating, violating)
        reached = path.pairs(nodes.group, shape.path, NODE, VALUE)
        applicable = run.number(f"SELECT DISTINCT (COUNT(DISTINCT {NODE}) AS ?n) {{ {reached} }}")
    return Checked(targeted, applicable - violating, violating, targeted - applicable)


def _sum(one: Checked, other: Checked) -> Checked:
    return Checked(
        one.targeted + other.targeted,
        one.conforming + other.conforming,
        one.violating + other.violating,
        one.not_applicable + other.not_applicable,
    )


def by_focus_node(results: Iterable[Result]) -> Failing:
    """Return how to count failing nodes from results alone, as another engine gives them."""
    nodes: dict[str, set[Node]] = {}
    for result in results:
        nodes.setdefault(result.shape, set()).add(result.focus_node)

    def failing(owner: Shape, shape: Shape) -> int:
        names = {shape.iri, *(shape.properties if shape.path is None else ())}
        return len(set[object]().union(*(nodes.get(name, set()) for name in names)))

    return failing


def seen(run: Run, shapes: Shapes) -> tuple[int, int, int]:
    """Return how many nodes the shapes target, how many subjects there are, how many no shape targets."""
    found = list(dict.fromkeys(target for shape in shapes.targeted() for target in shape.targets))
    subjects = run.size(run.subjects)
    if not found:
        return 0, subjects, subjects
    nodes = run.size(run.targets(found))
    if any(target.kind not in focus.KINDS for target in found):
        described = run.described(run.targets(found))
        return nodes, subjects, subjects - described
    # What has a class or a property is a subject; of the other targets that must be asked.
    others = [target for target in found if target.kind in ("targetNode", "targetObjectsOf")]
    strangers = run.size(run.targets(others).undescribed()) if others else 0
    return nodes, subjects, subjects - nodes + strangers


def unmet(run: Run, shapes: Shapes) -> tuple[Unmet, ...]:
    """Return the shapes that have targets and met no node, by IRI."""
    return tuple(
        Unmet(shape.iri, _terms(shape.targets), _terms(_undeclared(run, shape.targets)))
        for shape in shapes.targeted()
        if not run.size(run.targets(shape.targets))
    )


def _terms(targets: Iterable[Target]) -> tuple[str, ...]:
    terms = (target.term for target in targets)
    return tuple(term.value if isinstance(term, NamedNode) else str(term) for term in terms)


def _undeclared(run: Run, targets: Iterable[Target]) -> list[Target]:
    return [
        target
        for target in targets
        if target.kind in ("targetClass", "targetSubjectsOf", "targetObjectsOf")
        and not run.number(f"SELECT DISTINCT (COUNT(DISTINCT ?p) AS ?n) {{ {target.term} ?p ?o }}")
    ]
