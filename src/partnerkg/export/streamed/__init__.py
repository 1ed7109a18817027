"""Statements in the order they come, written as they pass: the memory needed does not grow with their number.

What comes twice is written twice, and the bytes depend on the order. RDF 1.2 is written too.
"""

from __future__ import annotations

import re
from itertools import islice

from pyoxigraph import Quad, RdfFormat, serialize

from partnerkg.rdf.kept import begun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

BATCH = 1000
_LITERAL = re.compile(rb'"(?:[^"\\]|\\.)*"@[a-z0-9-]+', re.DOTALL)
FORMS = {
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
}


def streamed(quads: Iterable[Quad], name: str) -> Iterator[bytes]:
    """Return quads in one of FORMS, some at a time; formats without graphs leave the graphs out."""
    form = FORMS[name]
    statements, kept = begun(quads)
    table = {} if form in (RdfFormat.N_QUADS, RdfFormat.N_TRIPLES) else kept.prefixes
    yield header(table)
    source = iter(statements)
    while batch := list(islice(source, BATCH)):
        portion = batch if form.supports_datasets else [quad.triple for quad in batch]
        text = body(portion, form, table)
        yield _LITERAL.sub(lambda match: kept.tagged(match[0].decode()).encode(), text) if kept.tags else text


def header(table: Mapping[str, str]) -> bytes:
    """Return the declarations of prefixes, sorted."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(table.items())).encode()


def body(statements: Iterable[Quad] | Iterable[Triple], form: RdfFormat, table: Mapping[str, str]) -> bytes:
    """Return what pyoxigraph writes, without its declarations of prefixes, which come in no order."""
    written = serialize(statements, format=form, prefixes=dict(table)) or b""
    return written.split(b"\n", len(table))[-1]
