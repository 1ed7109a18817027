"""Quads from files or a store, and the graph that pySHACL reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import rdflib
from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize
from rdflib.exceptions import ParserError
from rdflib.plugins import sparql

from partnerkg.errors import N_, BrokenFile, Message, MissingFile, PartnerkgError, UnreadableFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rdflib.plugins.sparql.sparql import Query


class UnsupportedTerm(PartnerkgError):
    message = N_("The data hold a term of RDF 1.2, which cannot be validated yet: {reason}; leave it out.")


def quads(data: Iterable[Quad | str | os.PathLike[str]]) -> Iterator[Quad]:
    """Yield the quads among `data`, and those of the files it names.

    MissingFile if there is no such file, UnreadableFile if its ending names no RDF format, BrokenFile if it
    is not well-formed.
    """
    for item in data:
        if isinstance(item, Quad):
            yield item
        else:
            yield from _parsed(os.fspath(item))


def _parsed(path: str) -> Iterator[Quad]:
    format_ = RdfFormat.from_extension(os.path.splitext(path)[1].removeprefix("."))
    if format_ is None:
        raise UnreadableFile(path=path, reason=Message("its ending is that of no RDF format"))
    try:
        yield from parse(path=path, format=format_, rename_blank_nodes=True)
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except OSError as error:
        raise UnreadableFile(path=path, reason=error.strerror or error) from None
    except SyntaxError as error:
        raise BrokenFile(path=path, line=error.lineno, reason=error.msg) from None


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
            query_object = self._prepared.get(query_object) or self._prepare(query_object)
        return super().query(query_object, *args, **options)

    def _prepare(self, text: str) -> Query:
        try:
            query = sparql.prepareQuery(text)
        except Exception as error:  # rdflib raises a bare Exception for an unknown prefix
            raise BrokenQuery(text, str(error).splitlines()[0]) from None
        self._prepared[text] = query
        return query


def union(statements: Iterable[Quad]) -> PreparedGraph:
    """Return the triples of all graphs as one graph, parsed by rdflib itself.

    A graph behind an adapter such as oxrdflib gives false `sh:in` findings, hence the detour by N-Triples.
    UnsupportedTerm if the statements hold a triple term or a base direction.
    """
    triples = dict.fromkeys(Triple(quad.subject, quad.predicate, quad.object) for quad in statements)
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    graph = PreparedGraph()
    try:
        with untouched():
            graph.parse(data=text, format="nt11")
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
