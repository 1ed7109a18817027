"""The graph that pySHACL reads, and its queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import rdflib
from pyoxigraph import BlankNode, Quad, RdfFormat, Triple, serialize
from rdflib.exceptions import ParserError
from rdflib.plugins import sparql

from partnerkg.errors import N_, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query


class UnsupportedTerm(PartnerkgError):
    message = N_("The data hold a term of RDF 1.2, which cannot be validated yet: {reason}; leave it out.")


class BrokenQuery(Exception):
    """A query that rdflib cannot parse: its text with prefixes, and why."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason


class PreparedGraph(rdflib.Graph):
    """A graph that parses each query once; pySHACL asks the same query of every focus node."""

    def __init__(self) -> None:
        super().__init__(bind_namespaces="none")
        self._prepared: dict[str, Query] = {}

    def query(self, query_object: Any, *args: Any, **options: Any) -> Any:
        """Return what `rdflib.Graph.query` returns; BrokenQuery if the text is no SPARQL."""
        if isinstance(query_object, str):
            text = query_object
            query_object = self._prepared[text] = self._prepared.get(text) or prepared(text)
        return super().query(query_object, *args, **options)


def prepared(text: str) -> Query:
    """Return a query as rdflib parses it; BrokenQuery if it is no SPARQL."""
    try:
        return sparql.prepareQuery(text)
    except Exception as error:  # rdflib raises a bare Exception for an unknown prefix
        raise BrokenQuery(text, str(error).splitlines()[0]) from None


def union(statements: Iterable[Quad]) -> PreparedGraph:
    """Return the triples of all graphs as one graph, parsed by rdflib itself.

    A graph behind an adapter such as oxrdflib gives false `sh:in` findings, hence the detour by N-Triples.
    UnsupportedTerm if the statements hold a triple term or a base direction.
    """
    triples = dict.fromkeys(Triple(quad.subject, quad.predicate, quad.object) for quad in statements)
    labels = (
        term.value for one in triples for term in (one.subject, one.object) if isinstance(term, BlankNode)
    )
    kept = {label: rdflib.BNode(label) for label in labels}  # else the parser calls them otherwise
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    graph = PreparedGraph()
    try:
        with untouched():
            graph.parse(data=text, format="nt11", bnode_context=kept)
    except ParserError as error:
        raise UnsupportedTerm(reason=str(error).splitlines()[0]) from None
    return graph


@contextmanager
def untouched() -> Iterator[None]:
    """Keep rdflib from rewriting literals (`01` to `1`) and from fetching graphs while the block runs.

    These are rdflib's global switches; they are put back as they were.
    """
    before = rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS
    rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS = False, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS, sparql.SPARQL_LOAD_GRAPHS = before
