"""What answers the queries of shapes: the store, or the data as they were written where a query can tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad, Store, Variable

from partnerkg.errors import N_, Message, WrongSparql
from partnerkg.sparql.adapted import adapted
from partnerkg.sparql.query import Query
from partnerkg.validate.exact import prebinding, tells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from partnerkg.model.terms import Term
    from partnerkg.validate.exact.graph import Graph
    from partnerkg.validate.exact.spelt import Spelt
    from partnerkg.validate.shape import Shape
    from partnerkg.validate.shapes import Shapes

    Row = tuple[Term | None, ...]
    Functions = Mapping[NamedNode, Callable[..., Term | None]]

SHAPES_GRAPH = "urn:partnerkg:shapes"


class Asking:
    """The data for queries: the store, or where a query can tell how literals are written, `spelt`."""

    def __init__(self, graph: Graph, known: Shapes, select: Callable[[str], Iterable[Row]]) -> None:
        """Take the data as they were written, the shapes, and what answers SELECT from the store."""
        self._graph = graph
        self._shapes = known
        self._select = select
        self._predicates = {predicate.value for predicate in graph.predicates}
        self._spelt: Spelt | None = None
        self.nested = 0  # functions of the shapes that are being called
        self.calls = 0  # of functions, by the outermost
        self.overrun: Term | None = None  # the function that was called too often

    @property
    def shapes(self) -> Shapes:
        """Return the shapes."""
        return self._shapes

    def check(self, shape: Shape) -> None:
        """Raise WrongShape if functions called each other without end; an engine swallows what they raise."""
        if self.overrun is not None and not self.nested:
            node, self.overrun = self.overrun, None
            reason = Message(N_("functions call each other more often than can be followed"))
            raise self._shapes.wrong(shape, reason, node)

    def rows(
        self, query: Query, bound: Mapping[str, Term], functions: Functions | None = None
    ) -> list[dict[str, Term]]:
        """Return the solutions of a SELECT with these variables bound; SyntaxError if it is none.

        `functions` are those of the shapes that it may call.
        """
        if self._must_spell(query, bound):
            return self.spelt.rows(query.text, bound, functions or {})
        columns = prebinding.columns(query, bound)
        try:
            answer = list(self._answer(query, bound, functions))
        except SyntaxError:
            if not any(isinstance(term, Literal) for term in bound.values()):
                raise
            # a literal where only rdflib takes one
            return self.spelt.rows(query.text, bound, functions or {})
        found = ({n: t for n, t in zip(columns, row, strict=False) if t is not None} for row in answer)
        return [{**_selected(query, bound), **row} for row in found]

    def truth(self, query: Query, bound: Mapping[str, Term], functions: Functions | None = None) -> bool:
        """Return what an ASK says with these variables bound; SyntaxError if it is none."""
        if self._must_spell(query, bound):
            return self.spelt.truth(query.text, bound, functions or {})
        ask = next(token for token in query.tokens if token.says("ASK"))
        text = f"{query.text[: ask.start]}SELECT (1 AS ?yes){query.text[ask.start + 3 :]}"
        return bool(list(self._answer(Query(f"{text} LIMIT 1"), bound, functions)))

    def _must_spell(self, query: Query, bound: Mapping[str, Term]) -> bool:
        if self._predicates and tells.tells(query, self._predicates):
            return True
        read = {name: term for name, term in bound.items() if name in query.variables}
        return bool(prebinding.unsayable(read)) and not prebinding.is_bindable(query)

    @property
    def spelt(self) -> Spelt:
        """Return the data as rdflib has them, made when the first query needs it."""
        if self._spelt is None:
            from partnerkg.validate.exact.spelt import Spelt

            self._spelt = Spelt(self._graph, self._shapes, SHAPES_GRAPH)
        return self._spelt

    def _answer(self, query: Query, bound: Mapping[str, Term], functions: Functions | None) -> Iterable[Row]:
        said = {name: term for name, term in bound.items() if name in query.variables}
        unsaid = {Variable(name): said.pop(name) for name in prebinding.unsayable(said)}
        text = prebinding.put(query, said, unsaid={variable.value for variable in unsaid})
        try:
            text = adapted(text)
        except WrongSparql as error:
            raise SyntaxError(str(error)) from None
        if "shapesGraph" not in query.text and not functions and not unsaid:
            return self._select(text)
        answer = self._both.query(text, custom_functions=functions, substitutions=unsaid)  # type: ignore[arg-type]
        return map(tuple, answer)  # type: ignore[arg-type]

    @cached_property
    def _both(self) -> Store:
        """Return a store of the data, and of the shapes in a graph."""
        found = Store()
        found.bulk_extend(Quad(s, p, o) for s, p, o in self._graph.triples())  # type: ignore[arg-type]
        name = NamedNode(SHAPES_GRAPH)
        found.bulk_extend(Quad(s, p, o, name) for s, p, o, _ in self._shapes.quads)
        return found


def _selected(query: Query, bound: Mapping[str, Term]) -> dict[str, Term]:
    """Return what `SELECT *` selects of what was bound beforehand."""
    return {name: term for name, term in bound.items() if name in query.variables}
