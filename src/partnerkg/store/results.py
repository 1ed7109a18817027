"""What a server answers → rows, a truth or triples, where it keeps to the standards and where it does not."""

from __future__ import annotations

import re

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from partnerkg.errors import Message
from partnerkg.rdf.nesting.bounds import Fault
from partnerkg.store import documents, terms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pyoxigraph import Quad

    from partnerkg.model.terms import Row
    from partnerkg.store.reply import Reply

TABLES = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
_ONCE = (b'"head"', b'"vars"', b'"results"', b'"bindings"', b'"boolean"')
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")  # of an encoding that the text has no more
_VIRTUOSO_TRUTH = ["__ASK_RETVAL"]  # its answer to ASK is a table with or without a row


class Table:
    """Rows under columns; `faults` say which of their terms are none, and stand there as nothing."""

    __slots__ = ("columns", "faults", "rows")

    def __init__(self, columns: list[str], rows: list[Row], faults: list[Message]) -> None:
        self.columns = columns
        self.rows = rows
        self.faults = faults


def table(reply: Reply, url: str) -> Table:
    """Return the answer to a SELECT; NoSparql if it is none."""
    strict = _strict(reply)
    if isinstance(strict, Table):
        return strict
    found = documents.read(reply, url)
    try:
        columns = [str(name) for name in found.get("head", {}).get("vars") or []]
        rows = found["results"]["bindings"]
        if not all(isinstance(row, dict) for row in rows):
            raise TypeError
    except (KeyError, TypeError, AttributeError):
        raise documents.wrong(reply, url, Message("it is no table")) from None
    faults: list[Message] = []
    read = [_row(number, row, columns, faults) for number, row in enumerate(rows, 1)]
    return Table(columns, read, faults)


def truth(reply: Reply, url: str) -> bool:
    """Return the answer to an ASK; NoSparql if it is none."""
    strict = _strict(reply)
    if isinstance(strict, bool):
        return strict
    found = documents.read(reply, url)
    if isinstance(found.get("boolean"), bool):
        return bool(found["boolean"])
    try:
        if found["head"]["vars"] == _VIRTUOSO_TRUTH:
            return bool(found["results"]["bindings"])
    except (KeyError, TypeError):
        pass
    raise documents.wrong(reply, url, Message("it is no truth"))


def triples(reply: Reply, url: str) -> Iterator[Triple]:
    """Yield the answer to a CONSTRUCT or DESCRIBE; NoSparql if it cannot be read to its end."""
    form = (
        RdfFormat.N_TRIPLES
        if reply.media_type == "text/plain"
        else RdfFormat.from_media_type(reply.media_type)
    )
    if form is None:
        raise documents.stranger(reply, url)
    try:
        quads = list(_parsed(documents.text(reply, url), form, url))
    except (SyntaxError, ValueError, Fault) as error:
        said = error.reason if isinstance(error, Fault) else " ".join(str(error).split())[:200]
        raise documents.wrong(reply, url, Message("{reason}", reason=said)) from None
    return (Triple(quad.subject, quad.predicate, quad.object) for quad in quads)


def _parsed(text: str, form: RdfFormat, url: str) -> Iterator[Quad]:
    """Yield what a text says; two syntaxes have readers of their own, which bound what it may cost."""
    if form == RdfFormat.RDF_XML:
        from partnerkg.rdf.readers import rdf_xml

        return rdf_xml.quads([_DECLARATION.sub("", text).encode()], url, {})
    if form == RdfFormat.JSON_LD:
        from partnerkg.rdf.readers import json_ld

        return json_ld.quads(url, text.encode(), url)
    return parse(text.encode(), format=form, base_iri=url)


def _strict(reply: Reply) -> Table | bool | None:
    """Return an answer that keeps to the standard, which is read in no time; None for another."""
    form = QueryResultsFormat.from_media_type(reply.media_type)
    if form is None or reply.charset not in (None, "utf-8"):
        return None
    try:
        answer = parse_query_results(reply.data, form)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        found = Table([variable.value for variable in answer.variables], [*map(tuple, answer)], [])
    except (SyntaxError, ValueError):
        return None
    return None if form == QueryResultsFormat.JSON and _may_repeat(reply.data, found) else found


def _may_repeat(data: bytes, table: Table) -> bool:
    """Return whether a JSON object may have a key twice, of which the parser has kept one."""
    terms = sum(term is not None for row in table.rows for term in row)
    return data.count(b'"type"') > terms or any(data.count(key) > 1 for key in _ONCE)


def _row(number: int, found: dict[str, Any], columns: list[str], faults: list[Message]) -> Row:
    read = []
    for column in columns:
        try:
            read.append(terms.term(found.get(column)))
        except (ValueError, TypeError):
            faults.append(terms.unreadable(number, column, found.get(column)))
            read.append(None)
    others = [name for name in found if name not in columns]
    faults += [Message("row {row}: there is no column ?{column}", row=number, column=name) for name in others]
    return tuple(read)
