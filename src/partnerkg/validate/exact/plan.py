"""Which shapes, and which nodes of the others, compiled queries cannot judge; these are looked at exactly."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.namespaces import namespace
from partnerkg.rdf import lexical
from partnerkg.validate.compiled import coverage, custom
from partnerkg.validate.data import Near, near
from partnerkg.validate.exact import path, targets, tells
from partnerkg.validate.exact.asking import Asking
from partnerkg.validate.exact.engine import Exact
from partnerkg.validate.exact.graph import Graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.sparql.query import Query
    from partnerkg.validate.data import Data
    from partnerkg.validate.result import Found
    from partnerkg.validate.shape import Shape, Target
    from partnerkg.validate.shapes import Shapes

SH = namespace("sh")
_DIRECTED = f"SELECT ?s {{ ?s ?p ?o FILTER(DATATYPE(?o) = {namespace('rdf').dirLangString}) }} LIMIT 1"
_PAIRS = ("equals", "disjoint", "subsetOf", "lessThan", "lessThanOrEquals")


class Plan:
    """What goes to the exact engine: whole shapes, and for the others the nodes whose literals tell.

    A literal tells if the store has it in another form than it was written, or does not know its value.
    """

    def __init__(self, data: Data, shapes: Shapes, everything: bool = False) -> None:
        """Take the data and the shapes; `everything` gives all shapes to the exact engine."""
        self._data = data
        self._shapes = shapes
        self._everything = everything
        self._predicates = {quad.predicate.value for quad in data.written()}
        self._takes: dict[str, bool] = {}
        self._touched: dict[str, frozenset[Term]] = {}
        self._found: dict[Target, list[Term]] = {}
        self._described: dict[tuple[Target, Term], list[Term]] = {}  # how nodes of a target are written

    @cached_property
    def graph(self) -> Graph:
        """Return the data as they were written; those of a server are fetched when something asks for it."""
        return Graph(self._near.match, self._near.written())

    @cached_property
    def _near(self) -> Near:
        return near(self._data)

    def is_exact(self, shape: Shape) -> bool:
        """Return whether the exact engine looks at a shape, or has looked at a node for it."""
        return self.takes(shape) or ("_engine" in vars(self) and shape.iri in self._engine.looked)

    @cached_property
    def _engine(self) -> Exact:
        return Exact(self.graph, self._shapes, Asking(self.graph, self._shapes, self._near.each))

    def takes(self, shape: Shape) -> bool:
        """Return whether the exact engine looks at a shape, whatever the node."""
        if shape.iri not in self._takes:
            self._takes[shape.iri] = self._must(shape) or self._everything
        return self._takes[shape.iri]

    def _must(self, shape: Shape) -> bool:
        if coverage.gap(shape, self._shapes) is not None:
            return True
        for target in shape.targets:
            if target.kind == "targetObjectsOf" and getattr(target.term, "value", "") in self._predicates:
                return True
        if SH.uniqueLang.value in dict(shape.constraints) and self._has_directions:
            return True
        queries = [each.query for each in custom.constraints(shape, self._shapes)]
        if any(target.kind == "targetNode" for target in shape.targets) and any(map(_may_stay, queries)):
            return True
        return bool(self._predicates) and any(tells.tells(query, self._predicates) for query in queries)

    @cached_property
    def _has_directions(self) -> bool:
        """Return whether a text has a direction (RDF 1.2), which SPARQL 1.1 cannot tell from others."""
        return isinstance(self._data, Near) and any(True for _ in self._data.each(_DIRECTED))

    def touched(self, shape: Shape) -> frozenset[Term]:
        """Return the nodes at which a shape reads a literal that tells."""
        if not self._predicates:
            return frozenset()
        if shape.iri not in self._touched:
            self._touched[shape.iri] = frozenset(self._reading(shape))
        return self._touched[shape.iri]

    def _reading(self, shape: Shape) -> Iterable[Term]:
        constraints = dict(shape.constraints)
        pairs = {getattr(constraints.get(SH.iri + name), "value", "") for name in _PAIRS} & self._predicates
        along = path.predicates(shape.path) & self._predicates if shape.path else set()
        closed = SH.closed.value in constraints
        for subject, predicate, value in self.graph.written() if along or pairs or closed else ():
            if predicate.value in pairs:
                yield subject
            if shape.path is None:
                if closed:
                    yield subject
                continue
            if closed:
                yield from path.origins(shape.path, subject, self.graph)
            if predicate.value in along:
                simple = shape.path.kind == "predicate"
                yield from [subject] if simple else path.origins(shape.path, value, self.graph)

    def nodes(self, target: Target) -> list[Term]:
        """Return the nodes of a target that a query or a shape describes, as the store has them."""
        if target not in self._found:
            owner = next(shape for shape in self._shapes if target in shape.targets)
            try:
                found = targets.nodes(target, owner, self._engine)
            except SyntaxError as error:
                raise self._shapes.wrong(owner, str(error).splitlines()[0], target.term) from None
            for form in found:
                self._described.setdefault((target, lexical.stored(form)), []).append(form)
            self._found[target] = list(dict.fromkeys(map(lexical.stored, found)))
        return self._found[target]

    def results(self, shape: Shape, nodes: Iterable[Term]) -> Found:
        """Return what the exact engine finds in these nodes, which are as the store has them."""
        written = [form for node in nodes for form in self._forms(node, shape)]
        return self._engine.results(shape, written)

    def _forms(self, node: Term, shape: Shape) -> list[Term]:
        """Return how a node is written: a literal may be so in several ways where a shape targets it."""
        if not isinstance(node, Literal | Triple):
            return [node]
        wanted = [target.term for target in shape.targets if target.kind == "targetNode"]
        given = [term for term in wanted if lexical.stored(term) == node]
        of = [target.term for target in shape.targets if target.kind == "targetObjectsOf"]
        forms = {*self.graph.spellings(node), node} if of else set()
        found = [
            form
            for form in sorted(forms, key=str)
            if any(isinstance(each, NamedNode) and self.graph.subjects(each, form) for each in of)
        ]
        described = [form for target in shape.targets for form in self._described.get((target, node), ())]
        return list(dict.fromkeys([*given, *found, *described])) or [node]


def _may_stay(query: Query) -> bool:
    """Return whether a path may have no length: if a node of no triple is put in, it leads to that."""
    return any(token.marks("*?") and token.depth for token in query.tokens)
