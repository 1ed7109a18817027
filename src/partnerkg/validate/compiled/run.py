"""Shapes asked of a store: queries give sets of nodes, logic is done on the sets, results come out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import NoNumber
from partnerkg.namespaces import namespace
from partnerkg.validate import paths as parsed
from partnerkg.validate.compiled import asking, checks, claims, focus, logic, path
from partnerkg.validate.compiled.checks import NODE, VALUE, Asked, Check
from partnerkg.validate.compiled.outcome import result_of
from partnerkg.validate.result import Result
from partnerkg.validate.shape import Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.compiled.focus import Focus
    from partnerkg.validate.exact.plan import Plan
    from partnerkg.validate.result import Found, Node
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Row = tuple[Term | None, ...]

SH = namespace("sh")
SUBCLASSES = (
    "SELECT DISTINCT ?lower ?upper { ?lower <http://www.w3.org/2000/01/rdf-schema#subClassOf> ?upper }"
)
_OF_ALL_VALUES = ("minCount", "maxCount", "hasValue", "uniqueLang")  # their results have no value
FEW_NODES = 500  # so many are asked about by name
FEW_MORE = 3  # a predicate on up to so many times the focus nodes is looked at first


class Run:
    """One validation: a function that answers SELECT queries, shapes, and what is known so far.

    `select` answers queries with rows, `only` are the nodes to look at, None for all, `plan` says what
    another engine is to look at, and asks it; `apart` is a group of nodes that are no part of the data.
    """

    def __init__(
        self,
        select: Callable[[str], Iterable[Row]],
        shapes: Shapes,
        only: Sequence[Term] | None = None,
        plan: Plan | None = None,
        apart: str = "",
        *,
        theirs: Callable[[str], Iterable[Row]] | None = None,
    ) -> None:
        self._plan = plan
        self._theirs = theirs or select  # what answers the queries of strangers
        self._apart = apart
        self._select = select
        self._shapes = shapes
        self._only = only
        self.subclasses = focus.hierarchy(select(SUBCLASSES))
        self._sizes: dict[str, int] = {}
        self._known: dict[tuple[str, str], Found] = {}
        self._failing: dict[tuple[str, str], set[Node]] = {}
        self._rows: dict[str, list[Row]] = {}

    def targets(self, found: Sequence[Target]) -> Focus:
        """Return the nodes of these targets that are to be looked at."""
        if any(target.kind not in focus.KINDS for target in found):
            return self._described(found)
        nodes = self._of_data(focus.targets(found, self.subclasses, self._remembered))
        if self._only is None:
            return nodes
        both = f"SELECT DISTINCT {NODE} {{ {focus.listed(self._only).group} {{ {nodes.group} }} }}"
        return focus.listed(row[0] for row in self._remembered(both) if row[0] is not None)

    @property
    def apart(self) -> set[Term | None]:
        """Return the nodes that are no part of the data."""
        if not self._apart:
            return set()
        group = focus.Focus(self._apart).group
        return {row[0] for row in self._remembered(f"SELECT DISTINCT {NODE} {{ {group} }}")}

    def _of_data(self, nodes: Focus) -> Focus:
        """Return these nodes but for those that are no part of the data; by name if they are few."""
        if not self._apart:
            return nodes
        kept = nodes.without(self._apart)
        rows = self._remembered(f"SELECT DISTINCT {NODE} {{ {kept.group} }} LIMIT {FEW_NODES + 1}")
        named = len(rows) <= FEW_NODES and not any(isinstance(row[0], BlankNode) for row in rows)
        return focus.listed(row[0] for row in rows if row[0] is not None) if named else kept

    def _described(self, found: Sequence[Target]) -> Focus:
        """Return the nodes of targets, some of which only the other engine can find."""
        plain = [target for target in found if target.kind in focus.KINDS]
        nodes: dict[Term, None] = dict.fromkeys(self.nodes(self.targets(plain)) if plain else ())
        for target in found:
            if self._plan is not None and target.kind not in focus.KINDS:
                nodes |= dict.fromkeys(self._plan.nodes(target))
        apart = self.apart
        kept = [node for node in nodes if (self._only is None or node in self._only) and node not in apart]
        return replace(focus.listed(kept), empty=not kept, known=tuple(kept))

    @property
    def subjects(self) -> Focus:
        """Return everything that the data describe and that is to be looked at."""
        return self._of_data(focus.SUBJECTS) if self._only is None else focus.listed(self._only)

    def size(self, nodes: Focus) -> int:
        """Return how many nodes there are."""
        if nodes.empty or nodes.known is not None:
            return len(nodes.known or ())
        return self.number(f"SELECT DISTINCT (COUNT(DISTINCT {NODE}) AS ?n) {{ {nodes.group} }}")

    def described(self, nodes: Focus) -> int:
        """Return how many of these nodes are a subject of some triple."""
        subjects = self.nodes(self.subjects)
        return len(set(subjects).intersection(self.nodes(nodes)))

    def number(self, text: str) -> int:
        """Return the number in the only row of an answer, which is remembered; NoNumber if there is none."""
        if text not in self._sizes:
            (found, *_) = next(iter(self._select(text)), (None,))
            if not isinstance(found, Literal) or not found.value.isdecimal():
                raise NoNumber
            self._sizes[text] = int(found.value)
        return self._sizes[text]

    def results(self, shape: Shape, nodes: Focus) -> Found:
        """Return what a shape finds in these nodes: the node each time, and the result it gives rise to."""
        if shape.deactivated or nodes.empty:
            return []
        key = shape.iri, nodes.template
        if key not in self._known:
            self._known[key] = self._found(shape, nodes)
        return self._known[key]

    def _found(self, shape: Shape, nodes: Focus) -> Found:
        """Return what a shape finds, some or all of the nodes being looked at by the other engine."""
        if self._plan is None:
            return self._compiled(shape, nodes)
        if self._plan.takes(shape):
            return self._plan.results(shape, self.nodes(nodes))
        touched = self._plan.touched(shape)
        found = self._compiled(shape, nodes)
        if not touched:
            return found
        others = self._plan.results(shape, touched.intersection(self.nodes(nodes)))
        return [*(row for row in found if row[0] not in touched), *others]

    def _compiled(self, shape: Shape, nodes: Focus) -> Found:
        asked = self._asked_of(shape, nodes)
        ways = (self._checked, self._asked, self._logic, self._claims, self._properties)
        return [row for way in ways for row in way(asked)]

    def nodes(self, nodes: Focus) -> list[Node]:
        """Return these nodes, each once."""
        if nodes.known is not None:
            return list(nodes.known)  # type: ignore[arg-type]
        rows = self._remembered(f"SELECT DISTINCT {NODE} {{ {nodes.group} }}")
        return [row[0] for row in rows]  # type: ignore[misc]

    def failing(self, shape: Shape, nodes: Focus) -> set[Node]:
        """Return which of these nodes a shape finds fault with, for another shape that leads to it.

        Logic turns most of these findings down, so no result is made of them.
        """
        if shape.deactivated or nodes.empty:
            return set()
        key = shape.iri, nodes.template
        if shape.targets and self.targets(shape.targets).template == nodes.template:
            return {node for node, _ in self.results(shape, nodes)}  # needed in any case
        if self._plan is not None and (self._plan.takes(shape) or self._plan.touched(shape)):
            return {node for node, _ in self.results(shape, nodes)}
        if key not in self._failing:
            asked = self._asked_of(shape, nodes)
            nodes_failing: set[Node] = {row[0] for _, row in self._failed(asked)}  # type: ignore[misc]
            for way in (self._asked, self._logic, self._claims):
                nodes_failing.update(node for node, _ in way(asked))
            for below in map(self._shapes.by_iri.__getitem__, shape.properties):
                nodes_failing |= self._failing_below(below, asked)
            self._failing[key] = nodes_failing
        return self._failing[key]

    def _failing_below(self, below: Shape, asked: Asked) -> set[Node]:
        if asked.shape.path is None:
            return self.failing(below, asked.focus)
        bad = self.failing(below, asked.focus.values(asked.shape.path))
        return {node for node, value in self._pairs(asked, bad) if value in bad} if bad else set()

    def _asked_of(self, shape: Shape, nodes: Focus) -> Asked:
        frequent = self._is_frequent(shape, nodes)
        return Asked(shape, nodes, self._shapes, self.subclasses, frequent=frequent, covers=self._covers)

    def _covers(self, shape: Shape) -> bool:
        return self._plan is None or not self._plan.takes(shape)

    def _is_frequent(self, shape: Shape, nodes: Focus) -> bool:
        """Return whether the predicate of a shape is on far more nodes than these."""
        if nodes.few or nodes.depth or shape.path is None or not path.is_step(shape.path):
            return True
        counted = f"SELECT DISTINCT (COUNT(DISTINCT ?s) AS ?n) {{ ?s {path.text(shape.path)} ?o }}"
        return self.number(counted) > FEW_MORE * self.size(nodes)

    def _checked(self, asked: Asked) -> Iterator[tuple[Node, Result]]:
        for check, row in self._failed(asked):
            yield self._of_row(asked.shape, check, row)

    def _failed(self, asked: Asked) -> Iterator[tuple[Check, Row]]:
        for check in checks.checks(asked):
            if not check.gate or self._remembered(check.gate):
                yield from ((check, row) for row in self._select(check.text))

    def _of_row(self, shape: Shape, check: Check, row: Row) -> tuple[Node, Result]:
        cells = dict(zip(check.columns, row[1:], strict=False))
        node = row[0]
        value = cells.get("value") if check.columns else node
        way = (
            parsed.predicate(getattr(cells["predicate"], "value", "")) if "predicate" in cells else shape.path
        )
        if check.component in _OF_ALL_VALUES:
            value = None
        return row[0], result_of(shape, check.component, node, value, way)  # type: ignore[return-value]

    def _asked(self, asked: Asked) -> Iterator[tuple[Node, Result]]:
        return asking.findings(asked, self._shapes, self._theirs)

    def _claims(self, asked: Asked) -> Iterator[tuple[Node, Result]]:
        shape = asked.shape
        for node, value in claims.failures(asked, self._remembered, self._failing_named):
            yield node, result_of(shape, "reifierShape", node, value, shape.path)

    def _failing_named(self, name: str, nodes: Focus) -> set[Node]:
        """Return which of these nodes the shape of that name finds fault with; one that is nowhere, none."""
        shape = self._shapes.by_iri.get(name)
        return set() if shape is None else self.failing(shape, nodes)

    def _logic(self, asked: Asked) -> Iterator[tuple[Node, Result]]:
        shape = asked.shape
        names = {predicate.removeprefix(SH.iri) for predicate, _ in shape.constraints}
        if not names & logic.NAMES:
            return
        inner = self._inner(asked)

        def failing(name: str) -> set[Node]:
            return self._failing_named(name, inner)

        pairs = partial(self._pairs, asked)
        for name, node, value in logic.failures(shape, asked.conditions, failing, pairs):
            yield node, result_of(shape, name, node, value, shape.path)
        for name, node in logic.qualified(
            shape, self._shapes, failing, pairs, lambda: self.nodes(asked.focus)
        ):
            yield node, result_of(shape, name, node, None, shape.path)

    def _inner(self, asked: Asked) -> Focus:
        """Return the nodes to ask inner shapes about: the values, or more that are sooner found.

        Where a property is hardly on other nodes, these are all its objects, which a target may name too.
        """
        way = asked.shape.path
        if way is None:
            return asked.focus
        if way.kind == "predicate" and not asked.frequent:
            objects = Target("targetObjectsOf", NamedNode(way.iri))
            return focus.targets([objects], self.subclasses, self._remembered)
        return asked.focus.values(way)

    def _pairs(self, asked: Asked, values: Collection[Node] | None = None) -> list[tuple[Node, Node]]:
        """Return all pairs of focus node and value, or, if these are few, only those with such a value."""
        if asked.shape.path is None:
            return [(node, node) for node in self.nodes(asked.focus)]
        given = focus.naming(VALUE, values) if values is not None and path.is_step(asked.shape.path) else ""
        rows = self._remembered(f"SELECT DISTINCT {NODE} {VALUE} {{ {given}{asked.pairs} }}")
        return [(row[0], row[1]) for row in rows]  # type: ignore[misc]

    def _remembered(self, text: str) -> list[Row]:
        if text not in self._rows:
            self._rows[text] = list(self._select(text))
        return self._rows[text]

    def _properties(self, asked: Asked) -> Iterator[tuple[Node, Result]]:
        for below in map(self._shapes.by_iri.__getitem__, asked.shape.properties):
            if asked.shape.path is None:
                yield from self.results(below, asked.focus)
                continue
            found: dict[Node, list[Result]] = defaultdict(list)
            for value, result in self.results(below, asked.focus.values(asked.shape.path)):
                found[value].append(result)
            for node, value in self._pairs(asked, found.keys()) if found else ():
                yield from ((node, result) for result in found.get(value, ()))
