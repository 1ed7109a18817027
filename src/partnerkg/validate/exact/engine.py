"""Shapes looked at node by node, as SHACL's definitions say (§3.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode

from partnerkg.errors import Message
from partnerkg.validate import paths
from partnerkg.validate.exact import components, path, queries
from partnerkg.validate.exact.at import SH, At, Finding, text
from partnerkg.validate.exact.constraints import expressed, sets, shapes, values
from partnerkg.validate.result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.asking import Asking
    from partnerkg.validate.exact.graph import Graph
    from partnerkg.validate.result import Node
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Constraint = Callable[[At], Iterator[Finding]]

# Component and parameter: most components are named after their only one.
CONSTRAINTS: dict[str, list[tuple[str, Constraint]]] = {
    name: [(name, constraint)]
    for name, constraint in {
        **values.CONSTRAINTS,
        **sets.CONSTRAINTS,
        **shapes.CONSTRAINTS,
        **expressed.CONSTRAINTS,
    }.items()
}
CONSTRAINTS["reificationRequired"] = [("reifierShape", shapes.CONSTRAINTS["reificationRequired"])]
CONSTRAINTS["qualifiedValueShape"] = [
    ("qualifiedMinCount", shapes.qualified_min),
    ("qualifiedMaxCount", shapes.qualified_max),
]
_NAMED = ("sPARQL", "expression")  # whose results name the constraint itself (§3.6.2.7)
CONSTRAINTS["sparql"] = [("sPARQL", queries.constraint)]


class Exact:
    """Some data and shapes, and what is known so far.

    A shape that leads back to itself at the same node is taken to be met there: SHACL leaves that open
    (§3.4.3), and other engines do so.
    """

    def __init__(self, graph: Graph, known: Shapes, asking: Asking) -> None:
        """Take the data as they were written, the shapes, and what answers their queries."""
        self.graph = graph
        self.asking = asking
        self.shapes = known
        self.components = components.read(known.index)
        self.looked: set[str] = set()  # the shapes that were looked at here
        self._open: set[tuple[str, Term]] = set()
        self._assumed: set[tuple[str, Term]] = set()
        self._judged: dict[tuple[str, Term], bool] = {}

    def results(self, shape: Shape, nodes: Iterable[Term]) -> list[tuple[Node, Result]]:
        """Return what a shape finds in these nodes: the node each time, and the result it gives rise to."""
        try:
            return [(node, result) for node in nodes for result in self._of(shape, node)]  # type: ignore[misc]
        except RecursionError:
            reason = Message("it leads from node to node farther than can be followed")
            raise self.shapes.wrong(shape, reason) from None

    def conforms(self, shape: Term, node: Term) -> bool:
        """Return whether a node conforms to the shape that this term names."""
        return self.conforms_to(str(getattr(shape, "value", shape)), node)

    def conforms_to(self, name: str, node: Term) -> bool:
        """Return whether a node conforms to the shape of that name; one that is nowhere asks for nothing."""
        shape = self.shapes.by_iri.get(name)
        if shape is None:
            return True
        key = name, node
        if key in self._open:
            self._assumed.add(key)
            return True
        if key not in self._judged:
            self._open.add(key)
            try:
                verdict = not self._of(shape, node)
            finally:
                self._open.remove(key)
            self._assumed.discard(key)
            if self._assumed:  # it holds only as long as what is being looked at does
                return verdict
            self._judged[key] = verdict
        return self._judged[key]

    def _of(self, shape: Shape, node: Term) -> list[Result]:
        if shape.deactivated:
            return []
        self.looked.add(shape.iri)
        found = path.values(shape.path, node, self.graph) if shape.path else [node]
        results: list[Result] = []
        for predicate, parameter in shape.constraints:
            for component, constraint in CONSTRAINTS.get(predicate.removeprefix(SH.iri), ()):
                at = At(self, shape, node, found, parameter)
                results += [_result(at, component, finding) for finding in constraint(at)]
        for own in self.components:
            for at, finding in own.findings(self, shape, node, found):
                results.append(_result(at, own.iri, finding))
        for name in shape.properties:
            below = self.shapes.by_iri[name]
            for value in found:
                results += self._of(below, value)
        return results

    def items(self, node: Term) -> list[Term] | None:
        """Return the members of a list among the shapes, None if it is none."""
        try:
            return paths.items(node, self.shapes.index)
        except ValueError:
            return None

    def of_class(self, kind: Term) -> list[Shape]:
        """Return the shapes that look at what is of a class, or are that class."""
        return [
            shape
            for shape in self.shapes
            if any(target.kind == "targetClass" and target.term == kind for target in shape.targets)
        ]

    def predicate(self, shape: Shape) -> NamedNode | None:
        """Return the property that a property shape is about, None if its path is longer."""
        way = shape.path
        return NamedNode(way.iri) if way is not None and way.kind == "predicate" else None


def _result(at: At, component: str, finding: Finding) -> Result:
    shape = at.shape
    name = component if ":" in component else _component(component)
    return Result(
        at.node,  # type: ignore[arg-type]
        finding.path or shape.path,
        finding.value,  # type: ignore[arg-type]
        shape.severity,
        shape.iri,
        name,
        finding.messages,
        shape.own_severity,
        text(at.parameter) if component in _NAMED else "",
        finding.annotations,
    )


def _component(name: str) -> str:
    return f"{SH.iri}{name[0].upper()}{name[1:]}ConstraintComponent"
