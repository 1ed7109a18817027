"""A store in this process, whichever way Oxigraph keeps it: asking it is the same."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes, used
from partnerkg.sparql import constants, guard, repeats
from partnerkg.sparql import values as text
from partnerkg.sparql.adapted import adapted
from partnerkg.sparql.query import ASK, SELECT, read
from partnerkg.store.base import GRAPHS, ROOMS, Rows, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import IO, Any

    from partnerkg.model.terms import Row, Substitutions, Term
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token


_JSON = QueryResultsFormat.JSON


class Local(Store):
    """A dataset that the engine of this process answers from; `_store` is the engine's."""

    __slots__ = ("_store",)

    _store: Oxigraph

    def _dataset(self, text: str) -> dict[str, Any]:
        """Return what the engine is to take for the default graph and the named graphs of a query."""
        raise NotImplementedError

    def give_back(self) -> None:
        """Be without an ontology that was lent, until it is needed again; nothing was lent to most."""

    def written_alone(self) -> tuple[Quad, ...]:
        """Return what `written` does, without an ontology that was lent."""
        return self.written()

    def settle(self, text: str) -> None:
        self.need()
        self._dataset(text)

    def each(self, text: str, rooms: tuple[str, ...] = ROOMS) -> Iterator[Row]:
        self.need(rooms)
        return Rows.of(self._store.query(text, prefixes=used(text), **self._dataset(text)))

    def _answer(self, query: Query, values: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        answer = self._engine(query, values, rooms)
        if query.form == ASK:
            return bool(answer)
        return Rows.of(answer) if query.form == SELECT else answer

    def as_json(self, text: str, sink: IO[bytes]) -> bool:
        self._engine(guard.checked(text, SELECT), None, ROOMS).serialize(sink, format=_JSON)
        return True

    def _engine(self, query: Query, values: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        """Return what the engine answers.

        Values stand in the text, where the engine knows of them when it plans: one that is only bound later
        is joined by hash with all that the graph says. A blank node can be bound in no other way.
        """
        self.need(ROOMS if query.chosen else rooms)
        known = self.prefixes(query)
        if constants.stand_in(query):
            from partnerkg.sparql import valueless

            valueless.check(query, known)
        chosen = {token: self._graph(token, query, known) for token in query.chosen}
        store, over = self._store, {} if chosen else self._dataset(query.text)
        if len(query.merged) > 1 and repeats.tells(query.text):
            store, over = _merged(store, query, chosen), {"default_graph": DefaultGraph()}
        asked = self._by_graph(query, store, over, chosen)
        if "BIND" in query.words and not values:
            from partnerkg.sparql import unseen

            asked = unseen.complete(asked)
        said = {name: term for name, term in (values or {}).items() if text.sayable(term)}
        rest = {name: term for name, term in (values or {}).items() if name not in said}
        try:
            return store.query(
                text.told(read(adapted(asked)), said),
                prefixes=query.missing(known),
                substitutions=rest or None,
                **over,
            )
        except (SyntaxError, RuntimeError) as error:  # the latter for functions that the engine lacks
            raise _wrong(query, known, error) from None

    def _by_graph(
        self, query: Query, store: Oxigraph, over: Mapping[str, Any], chosen: Mapping[Token, NamedNode]
    ) -> str:
        """Return a query that is asked of one graph after the other where the engine would forget which."""
        if "GRAPH" not in query.words:
            return query.text
        from partnerkg.sparql import graphs

        def named() -> list[Term]:
            if chosen:
                return [graph for token, graph in chosen.items() if token not in query.merged]
            return list(over.get("named_graphs") or store.named_graphs())

        asked = graphs.each(query.text, named)
        if (name := graphs.unclear(asked)) is not None:
            from warnings import warn

            from partnerkg.errors import LeftOut, UnclearGraph

            warn(LeftOut(UnclearGraph(line=name.line, name=name.text)), stacklevel=2)
        return asked

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

    def _has(self, graph: NamedNode) -> bool:
        return self._store.contains_named_graph(graph)

    def _graph(self, token: Token, query: Query, known: Mapping[str, str]) -> NamedNode:
        """Return the graph that a query chooses; WrongSparql if it is not here: nothing outside is opened."""
        iri = query.iri(token, known)
        if iri is None or not self._has(NamedNode(iri)):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)
        return NamedNode(iri)


def _wrong(query: Query, known: Mapping[str, str], error: Exception) -> WrongSparql:
    from partnerkg.sparql import complaint

    reason = _complaint(query, known) or str(error)
    return WrongSparql(reason=complaint.explain(reason, query, known))


def _complaint(query: Query, known: Mapping[str, str]) -> str:
    """Return what the engine says of a query as it is written, nothing if it can be read."""
    try:
        Oxigraph().query(query.text, prefixes=dict(known))
    except SyntaxError as error:
        return str(error)
    except RuntimeError:
        pass
    return ""


def _merged(store: Oxigraph, query: Query, graphs: Mapping[Token, NamedNode]) -> Oxigraph:
    """Return the dataset that a query chooses, each triple once in its default graph."""
    chosen = Oxigraph()
    for token, graph in graphs.items():
        home = DefaultGraph() if token in query.merged else graph
        found = store.quads_for_pattern(None, None, None, graph)
        chosen.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, home) for quad in found)
    return chosen


def graph_of(name: str) -> NamedNode:
    """Return the graph of this name, such as `reference`."""
    return NamedNode(prefixes()["graph"] + name)
