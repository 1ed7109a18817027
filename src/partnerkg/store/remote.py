"""The store on a server: any endpoint of the SPARQL 1.1 Protocol whose default graph is the union of all."""

from __future__ import annotations

from warnings import warn

from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import (
    CutShort,
    Incomplete,
    LeftOut,
    Message,
    NoUnion,
    RefusedQuery,
    UnreadableTerms,
    WrongSparql,
)
from partnerkg.namespaces import prefixes
from partnerkg.sparql import complaint, values
from partnerkg.sparql.query import ASK, SELECT, Query
from partnerkg.store import embedded, results
from partnerkg.store.base import GRAPHS, ONTOLOGY, ROOMS, Rows, Store
from partnerkg.translation import Number, Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from typing import Any

    from partnerkg.model.terms import Row, Substitutions
    from partnerkg.sparql.tokens import Token
    from partnerkg.store.endpoint import Endpoint
    from partnerkg.store.reply import Reply

# What engines keep beside the data: Virtuoso's mappings and the vocabularies it ships.
_OWN = (
    "http://www.openlinksw.com/",
    "http://localuriqaserver/",
    "urn:activitystreams-owl:map",
    "urn:core:services:sparql",
)
_OWN_EXACT = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/ns/ldp#")

_COUNTS = "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_GRAPH = "SELECT ?s ?p ?o { GRAPH %s { ?s ?p ?o } }"
_PAGE = (
    "SELECT ?s ?p ?o { { SELECT ?s ?p ?o { GRAPH %s { ?s ?p ?o } } ORDER BY ?s ?p ?o } } LIMIT %d OFFSET %d"
)
_UNION = "ASK { { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } ?s ?p ?o }"
_VIRTUOSO = f"ASK {{ GRAPH <{_OWN[0]}schemas/virtrdf#> {{ ?s ?p ?o }} }}"
_ANY = "ASK { GRAPH ?g { ?s ?p ?o } }"
_FROM_NOTHING = "ASK FROM <urn:partnerkg:none> { ?s ?p ?o }"  # true where FROM is overlooked
_KNOWN = "SELECT DISTINCT ?thing { VALUES ?thing { %s } %s }"
_ANYWHERE = "?thing ?p ?o"
_IN_GRAPHS = "GRAPH ?graph { ?thing ?p ?o } FILTER(?graph NOT IN (%s))"


class Remote(Store):
    """A dataset behind an endpoint; whole answers are taken into memory, nothing is kept between them."""

    __slots__ = ("_checked", "endpoint")

    def __init__(self, endpoint: Endpoint) -> None:
        """Take an endpoint; nothing is sent to it yet."""
        self.endpoint = endpoint
        self._checked = False

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """Raise NoUnion, once, if the default graph of the endpoint leaves out its named graphs."""
        if not self._checked:
            if not self._truth(_UNION) and self._truth(_ANY):
                raise NoUnion(url=self.endpoint.url)
            self._checked = True

    def each(self, text: str, rooms: tuple[str, ...] = ROOMS) -> Iterator[Row]:
        self.need()
        return iter(self._each(text))

    def _answer(self, query: Query, bound: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        self.need()
        for token in query.chosen:
            self._check_here(token, query)
        if query.chosen and self._truth(_FROM_NOTHING):
            raise WrongSparql(reason=Message("{url} overlooks FROM; write GRAPH", url=self.endpoint.url))
        try:
            reply = self._sent(values.complete(query, bound), query)
        except RefusedQuery:
            _check_grammar(query)
            raise
        if query.form == ASK:
            return results.truth(reply, self.endpoint.url)
        if query.form != SELECT:
            return results.triples(reply, self.endpoint.url)
        table = results.table(reply, self.endpoint.url)
        if table.faults:
            warn(LeftOut(self._faulty(table)), stacklevel=3)
        return self._under(query.columns or table.columns, table)

    def is_virtuoso(self) -> bool:
        """Return whether the server keeps Virtuoso's own mappings beside the data."""
        return self._truth(_VIRTUOSO)

    def quads(self) -> Iterator[Quad]:
        """Yield the quads of every named graph that is not the engine's own; Incomplete if it holds back."""
        for graph, count in sorted(self.counts().items()):
            name = NamedNode(graph)
            for s, p, o in self.triples(name, count):
                yield Quad(s, p, o, name)  # type: ignore[arg-type]

    def everything(self) -> Iterator[Quad]:
        ontology = prefixes()["graph"] + ONTOLOGY
        yield from self.quads()
        if ontology not in self.counts():
            yield from embedded.ontology()

    def contains(self, thing: NamedNode, rooms: tuple[str, ...] = ROOMS) -> bool:
        return bool(self.known((thing,), rooms))

    def known(self, things: Iterable[NamedNode], rooms: tuple[str, ...] = ROOMS) -> list[NamedNode]:
        wanted = list(things)
        left_out = [name for room, names in GRAPHS.items() if room not in rooms for name in names]
        pattern = _IN_GRAPHS % ", ".join(f"graph:{name}" for name in left_out) if left_out else _ANYWHERE
        text = _KNOWN % (" ".join(map(str, wanted)), pattern)
        found = {row[0] for row in self._each(text)} if wanted else set()
        return [thing for thing in wanted if thing in found]

    def counts(self) -> dict[str, int]:
        """Return how many triples each named graph has that is not the engine's own."""
        rows = self._each(_COUNTS)
        found = {row[0].value: int(row[1].value) for row in rows if isinstance(row[0], NamedNode)}  # type: ignore[union-attr]
        return {
            graph: count
            for graph, count in found.items()
            if count and graph not in _OWN_EXACT and not graph.startswith(_OWN)
        }

    def triples(self, graph: NamedNode, count: int) -> Collection[Row]:
        """Return the triples of a graph that has so many; Incomplete if the server holds some back.

        If it does not give all at once, it is asked for pages as long as what it gave.
        """
        statements = dict.fromkeys(self._each(_GRAPH % graph, whole=False))
        if 0 < (page := len(statements)) < count:
            for start in range(0, count, page):
                statements |= dict.fromkeys(self._each(_PAGE % (graph, page, start)))
        if len(statements) < count:
            raise Incomplete(
                url=self.endpoint.url,
                given=Number(len(statements)),
                triples=Several("{count} triple", "{count} triples", count),
                graph=graph.value,
            )
        return statements

    def _check_here(self, token: Token, query: Query) -> None:
        iri = query.iri(token, prefixes())
        if iri is None or not self._truth(f"ASK {{ GRAPH {NamedNode(iri)} {{ ?s ?p ?o }} }}"):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)

    def _under(self, columns: list[str], table: results.Table) -> Rows:
        """Return the rows of a table under the columns of a query, some of which a server may leave out."""
        if table.columns == columns:
            return Rows(columns, table.rows)
        places = [table.columns.index(name) if name in table.columns else None for name in columns]
        return Rows(
            columns, (tuple(None if place is None else row[place] for place in places) for row in table.rows)
        )

    def _truth(self, text: str) -> bool:
        return results.truth(self._sent(text, Query(text)), self.endpoint.url)

    def _each(self, text: str, whole: bool = True) -> list[Row]:
        """Return the rows of a query of the program; NoSparql if one term of them cannot be read."""
        query = Query(text)
        table = results.table(self._sent(values.complete(query), query, whole), self.endpoint.url)
        if table.faults:
            raise self._faulty(table)
        return table.rows

    def _sent(self, text: str, query: Query, whole: bool = True) -> Reply:
        """Return what the server answers to a query, completed to this text."""
        accept = results.TABLES if query.form in (SELECT, ASK) else results.TRIPLES
        reply = self.endpoint.ask(text, accept)
        if reply.cut and whole and not query.has("LIMIT"):
            raise CutShort(url=self.endpoint.url, reason=reply.cut)
        return reply

    def _faulty(self, table: results.Table) -> UnreadableTerms:
        first = table.faults[0]
        terms = Several(
            "{count} term that cannot be read", "{count} terms that cannot be read", len(table.faults)
        )
        return UnreadableTerms(url=self.endpoint.url, terms=terms, first=first)


def _check_grammar(query: Query) -> None:
    """Raise WrongSparql if the grammar forbids a query: that says it better than most servers do."""
    try:
        Oxigraph().query(query.text, prefixes=prefixes())
    except SyntaxError as error:
        raise WrongSparql(reason=complaint.explain(str(error), query, prefixes())) from None


def read(url: str, timeout: float | None = None) -> Remote:
    """Return the store behind an endpoint, `timeout` in seconds; WrongAddress or WrongSetting."""
    from partnerkg.store.endpoint import Endpoint

    return Remote(Endpoint(url, timeout))
