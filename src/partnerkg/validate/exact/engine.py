"""Shapes looked at node by node, as SHACL's definitions say (§3.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode

from partnerkg.errors import Message
from partnerkg.validate import paths
from partnerkg.validate.exact import components, path, queries, recursion
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
    """Some data and shapes, and what is known so far."""

    def __init__(self, graph: Graph, known: Shapes, asking: Asking) -> None:
        """Take the data as they were written, the shapes, and what answers their queries."""
        self.graph = graph
        self.asking = asking
        self.shapes = known
        self.components = components.read(known.index)
        self.looked: set[str] = set()  # the shapes that were looked at here
        self._within: frozenset[str] = (
            frozenset()
        )  # the shapes that lead to each other, and are looked at now
        self._circle: recursion.Circle | None = None  # what is thought of them, while it is being found out
        self._known: dict[recursion.Pair, bool] = {}  # what was found out
        self._judged: dict[recursion.Pair, bool] = {}

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
        if name not in self.shapes.by_iri:
            return True
        if name in self._within:
            return self._thought((name, node))
        if (name, node) not in self._judged:
            self._judged[name, node] = self._meets(name, node)
        return self._judged[name, node]

    def _meets(self, name: str, node: Term) -> bool:
        return not self._of(self.shapes.by_iri[name], node)

    def _thought(self, pair: recursion.Pair) -> bool:
        """Return whether a pair is taken to fit that may depend on itself."""
        circle = self._circle
        if circle is not None and pair[0] in circle.names and not (circle.positive and pair in self._known):
            return circle.fits(pair)
        if pair not in self._known:
            self._circle = recursion.Circle(self._within, self.shapes)
            try:
                self._known.update(self._circle.judged(pair, self._meets))
            finally:
                self._circle = circle
        return self._known[pair]

    def _of(self, shape: Shape, node: Term) -> list[Result]:
        """Return what a shape and its property shapes find, each once if they lead back to themselves."""
        waiting, results, seen = [(shape, node)], list[Result](), {(shape.iri, node)}
        outer = self._within
        while waiting:
            shape, node = waiting.pop()
            self._within = recursion.circle(shape.iri, self.shapes)
            try:
                found, below = self._alone(shape, node)
            finally:
                self._within = outer
            results += found
            for name, value in reversed(below):
                if (name, value) not in seen or not recursion.circle(name, self.shapes):
                    waiting.append((self.shapes.by_iri[name], value))
                    seen.add((name, value))
        return results

    def _alone(self, shape: Shape, node: Term) -> tuple[list[Result], list[recursion.Pair]]:
        """Return what a shape itself finds, and which property shapes are to look at which values."""
        if shape.deactivated:
            return [], []
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
        return results, [(name, value) for name in shape.properties for value in found]

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
