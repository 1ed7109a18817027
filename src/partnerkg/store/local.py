"""A store in this process, whichever way Oxigraph keeps it: asking it is the same."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import DefaultGraph, NamedNode

from partnerkg.errors import Message, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.sparql import complaint, guard, tokens
from partnerkg.store.base import GRAPHS, ROOMS, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad
    from pyoxigraph import Store as Oxigraph

    from partnerkg.model.terms import Substitutions, Term
    from partnerkg.store.base import Answer


class Local(Store):
    """A dataset that the engine of this process answers from; `_store` is the engine's."""

    __slots__ = ("_store",)

    _store: Oxigraph

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """See to it that these rooms, all by default, can be asked."""
        raise NotImplementedError

    def _as_union(self, text: str) -> bool:
        """Return whether a query is to look at the union of all graphs, not at the default graph."""
        raise NotImplementedError

    def query(
        self, text: str, substitutions: Substitutions | None = None, rooms: tuple[str, ...] = ROOMS
    ) -> Answer:
        chosen = _checked(text)
        self.need(ROOMS if chosen else rooms)
        for token in chosen:
            self._check_here(token, text)
        bound = dict(substitutions) if substitutions else None
        try:
            union = not chosen and self._as_union(text)
            return self._store.query(
                text, prefixes=prefixes(), substitutions=bound, use_default_graph_as_union=union
            )
        except SyntaxError as error:
            raise WrongSparql(reason=complaint.explain(str(error), text, tokens.tokens(text))) from None

    def solutions(self, text: str) -> Iterator[tuple[Term | None, ...]]:
        self.need()
        union = self._as_union(text)
        answer = self._store.query(text, prefixes=prefixes(), use_default_graph_as_union=union)
        return map(tuple, answer)  # type: ignore[arg-type]

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

    def _check_here(self, token: tokens.Token, text: str) -> None:
        iri = tokens.iri(token, {**prefixes(), **tokens.prefixes(tokens.tokens(text))})
        if iri is None or not self._store.contains_named_graph(NamedNode(iri)):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)


@lru_cache(maxsize=64)
def _checked(text: str) -> tuple[tokens.Token, ...]:
    """Return the graphs that a query chooses by FROM; WrongSparql if it must not reach the engine."""
    found = tokens.tokens(text)
    guard.check(text, found)
    return tuple(tokens.datasets(found))


def graph_of(name: str) -> NamedNode:
    """Return the graph of this name, such as `reference`."""
    return NamedNode(prefixes()["graph"] + name)
