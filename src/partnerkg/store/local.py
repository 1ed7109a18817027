"""A store in this process, whichever way Oxigraph keeps it: asking it is the same."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.sparql import complaint
from partnerkg.sparql.query import ASK, SELECT
from partnerkg.store.base import GRAPHS, ROOMS, Rows, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pyoxigraph import Quad
    from pyoxigraph import Store as Oxigraph

    from partnerkg.model.terms import Row, Substitutions, Term
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token


class Local(Store):
    """A dataset that the engine of this process answers from; `_store` is the engine's."""

    __slots__ = ("_store",)

    _store: Oxigraph

    def _as_union(self, text: str) -> bool:
        """Return whether a query is to look at the union of all graphs, not at the default graph."""
        raise NotImplementedError

    def give_back(self) -> None:
        """Be without an ontology that was lent, until it is needed again; nothing was lent to most."""

    def each(self, text: str) -> Iterator[Row]:
        self.need()
        union = self._as_union(text)
        return Rows.of(self._store.query(text, prefixes=prefixes(), use_default_graph_as_union=union))

    def _answer(self, query: Query, values: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        """Return what the engine answers.

        The engine binds the values itself, in all groups at once: VALUES in the text comes to the same and
        takes up to thirty times as long.
        """
        self.need(ROOMS if query.chosen else rooms)
        for token in query.chosen:
            self._check_here(token, query)
        try:
            answer = self._store.query(
                query.text,
                prefixes=prefixes(),
                substitutions=dict(values) if values else None,
                use_default_graph_as_union=not query.chosen and self._as_union(query.text),
            )
        except SyntaxError as error:
            raise WrongSparql(reason=complaint.explain(str(error), query)) from None
        if query.form == ASK:
            return bool(answer)
        return Rows.of(answer) if query.form == SELECT else answer

    def match(self, subject: Term | None, predicate: Term | None, value: Term | None) -> Iterator[Quad]:
        """Yield the quads of this pattern in any graph, as the store has them."""
        self.need()
        return self._store.quads_for_pattern(subject, predicate, value, None)  # type: ignore[arg-type]

    def contains(self, thing: NamedNode, rooms: tuple[str, ...] = ROOMS) -> bool:
        self.need(rooms)
        others = {graph_of(name) for room, names in GRAPHS.items() if room not in rooms for name in names}
        said = self._store.quads_for_pattern(thing, None, None)
        return any(quad.graph_name not in others and self._stated(quad) for quad in said)

    def _stated(self, quad: Quad) -> bool:
        """Return whether somebody wrote a quad: what the default graph repeats of others nobody did."""
        if not isinstance(quad.graph_name, DefaultGraph):
            return True
        same = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
        return all(isinstance(other.graph_name, DefaultGraph) for other in same)

    def _check_here(self, token: Token, query: Query) -> None:
        iri = query.iri(token, prefixes())
        if iri is None or not self._store.contains_named_graph(NamedNode(iri)):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)


def graph_of(name: str) -> NamedNode:
    """Return the graph of this name, such as `reference`."""
    return NamedNode(prefixes()["graph"] + name)
