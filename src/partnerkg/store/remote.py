"""The store on a server: any endpoint of the SPARQL 1.1 Protocol whose default graph is the union of all."""

from __future__ import annotations

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import CutShort, Incomplete, Message, NoSparql, NoUnion, RefusedQuery, WrongSparql
from partnerkg.namespaces import prefixes
from partnerkg.sparql import complaint, values
from partnerkg.sparql.query import ASK, SELECT, Query
from partnerkg.store import embedded
from partnerkg.store.base import GRAPHS, ONTOLOGY, ROOMS, Rows, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from typing import Any

    from partnerkg.model.terms import Row, Substitutions
    from partnerkg.sparql.tokens import Token
    from partnerkg.store.endpoint import Endpoint

RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
# What engines keep beside the data: Virtuoso's mappings and the vocabularies it ships.
_OWN = (
    "http://www.openlinksw.com/",
    "http://localuriqaserver/",
    "urn:activitystreams-owl:map",
    "urn:core:services:sparql",
)
_OWN_EXACT = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/ns/ldp#")
_VIRTUOSO_TRUTH = "__ASK_RETVAL"  # its answer to ASK is a table with or without a row
_TRUTH = (b'{"head":{},"boolean":false}', b'{"head":{},"boolean":true}')

_COUNTS = "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_GRAPH = "SELECT ?s ?p ?o { GRAPH %s { ?s ?p ?o } }"
_PAGE = (
    "SELECT ?s ?p ?o { { SELECT ?s ?p ?o { GRAPH %s { ?s ?p ?o } } ORDER BY ?s ?p ?o } } LIMIT %d OFFSET %d"
)
_UNION = "ASK { { SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } ?s ?p ?o }"
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

    def each(self, text: str) -> Iterator[Row]:
        self.need()
        return self._each(text)

    def _answer(self, query: Query, bound: Substitutions | None, rooms: tuple[str, ...]) -> Any:
        self.need()
        for token in query.chosen:
            self._check_here(token, query)
        if query.chosen and self._truth(_FROM_NOTHING):
            raise WrongSparql(reason=Message("{url} overlooks FROM; write GRAPH", url=self.endpoint.url))
        try:
            return self._sent(values.complete(query, bound), query)
        except RefusedQuery:
            _check_grammar(query)
            raise

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
        found = dict.fromkeys(self._each(_GRAPH % graph, whole=False))
        if 0 < (page := len(found)) < count:
            for start in range(0, count, page):
                found |= dict.fromkeys(self._each(_PAGE % (graph, page, start)))
        if len(found) < count:
            raise Incomplete(url=self.endpoint.url, given=len(found), count=count, graph=graph.value)
        return found

    def _check_here(self, token: Token, query: Query) -> None:
        iri = query.iri(token, prefixes())
        if iri is None or not self._truth(f"ASK {{ GRAPH {NamedNode(iri)} {{ ?s ?p ?o }} }}"):
            reason = Message("line {line}: there is no graph {name} here", line=token.line, name=token.text)
            raise WrongSparql(reason=reason)

    def _truth(self, text: str) -> bool:
        return bool(self._sent(text, Query(text)))

    def _each(self, text: str, whole: bool = True) -> Rows:
        query = Query(text)
        return Rows.of(self._sent(values.complete(query), query, whole))

    def _sent(self, text: str, query: Query, whole: bool = True) -> Any:
        """Return what the server answers to a query, completed to this text; as pyoxigraph has it."""
        tabular = query.form in (SELECT, ASK)
        reply = self.endpoint.ask(text, query.form, RESULTS if tabular else TRIPLES)
        if reply.cut and whole and not query.has("LIMIT"):
            raise CutShort(url=self.endpoint.url, reason=reply.cut)
        try:
            answer = (_results if tabular else _graph)(reply.media_type, reply.data)
        except (SyntaxError, ValueError):
            answer = None
        if answer is None or (tabular and isinstance(answer, QueryBoolean) != (query.form == ASK)):
            reason = Message("its answer is {type} that cannot be read", type=reply.media_type)
            raise NoSparql(url=self.endpoint.url, reason=reason)
        return answer


def _check_grammar(query: Query) -> None:
    """Raise WrongSparql if the grammar forbids a query: that says it better than most servers do."""
    try:
        Oxigraph().query(query.text, prefixes=prefixes())
    except SyntaxError as error:
        raise WrongSparql(reason=complaint.explain(str(error), query)) from None


def read(url: str, timeout: float | None = None) -> Remote:
    """Return the store behind an endpoint, `timeout` in seconds; WrongAddress or WrongSetting."""
    from partnerkg.store.endpoint import Endpoint

    return Remote(Endpoint(url, timeout))


def _results(media_type: str, data: bytes) -> QuerySolutions | QueryBoolean | None:
    form = QueryResultsFormat.from_media_type(media_type)
    if form is None:
        return None
    answer = parse_query_results(data, form)
    if isinstance(answer, QueryBoolean):
        return answer
    rows = list(answer)  # all are read, so that a broken answer is found before its first row is used
    if [variable.value for variable in answer.variables] == [_VIRTUOSO_TRUTH]:
        return parse_query_results(_TRUTH[bool(rows)], QueryResultsFormat.JSON)
    return parse_query_results(data, form)


def _graph(media_type: str, data: bytes) -> Iterator[Triple] | None:
    form = RdfFormat.N_TRIPLES if media_type == "text/plain" else RdfFormat.from_media_type(media_type)
    if form is None:
        return None
    return iter([Triple(quad.subject, quad.predicate, quad.object) for quad in parse(data, format=form)])
