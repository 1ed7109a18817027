"""Claims as reifiers (RDF 1.2 Concepts §1.5): what was a named graph becomes the name of its triples.

Every triple of a claim is asserted, and the claim `rdf:reifies` it; so `?claim rdf:reifies <<( ?s ?p ?o
)>>` with the description of the claim says who makes the statement and in which words, where no graphs are
kept.
"""

from __future__ import annotations

from itertools import groupby

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple

from partnerkg.export.streamed import body, header
from partnerkg.files.runs import Runs
from partnerkg.files.spooled import after
from partnerkg.namespaces import namespace, prefixes, shorten
from partnerkg.rdf import sorting
from partnerkg.rdf.sorting import FIELD
from partnerkg.rdf.statements import apart, is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode

    from partnerkg.rdf.statements import Statements

    Name = NamedNode | BlankNode | DefaultGraph

_REIFIES = namespace("rdf").reifies
_IS_CLAIM = f" {namespace('rdf').type} {namespace('pk').Claim}"
_MARK, _STATEMENT = "\x01", "\x02"  # says that a graph is a claim, before its statements
_TOGETHER = 1000  # statements


def chunks(statements: Statements, form: RdfFormat) -> Iterator[bytes]:
    """Return statements in a syntax of RDF 1.2, sorted, claims as reifiers instead of graphs.

    The prefixes are those that are used. A syntax without graphs has all in one. UnwritableTerm for a
    blank node inside a triple term.
    """
    quads = sorting.parsed(_reified(statements, union=not form.supports_datasets))
    used: set[str] = set()

    def table() -> dict[str, str]:
        return {name: iri for name, iri in prefixes().items() if name in used}

    return after(lambda: header(table()), _written(quads, form, used))


def _reified(statements: Statements, *, union: bool) -> Iterator[str]:
    """Return `graph, FIELD, triple` of each statement and of what reifies it, sorted, each once."""
    runs = Runs()
    marked = sorting.records(statements, _marked, rdf_12=True)
    for graph, found in groupby(marked, key=lambda record: record.partition(FIELD)[0]):
        is_claim = False
        for record in found:
            kind, triple = record[len(graph) + 1], record[len(graph) + 2 :]
            if kind == _MARK:
                is_claim = True
                continue
            runs.add([f"{'' if union or is_claim else graph}{FIELD}{triple}"])
            if is_claim and not is_blank(graph):
                runs.add([f"{FIELD}{graph} {_REIFIES} <<( {triple} )>>"])
    return (record for record, _ in groupby(runs))


def _marked(lines: list[str]) -> list[str]:
    """Return a record of each statement by graph, and one of each claim, which comes before them."""
    found = []
    for triple, graph in map(apart, lines):
        found.append(f"{graph}{FIELD}{_STATEMENT}{triple}")
        if triple.endswith(_IS_CLAIM):
            found.append(f"{triple.partition(' ')[0]}{FIELD}{_MARK}")
    return found


def _written(quads: Iterable[Quad], form: RdfFormat, used: set[str]) -> Iterator[bytes]:
    """Yield the statements, those of a graph between one pair of brackets; `used` gets the prefixes."""
    table = prefixes()
    last: Name = DefaultGraph()
    for portion in _portions(quads):
        first, is_open = portion[0].graph_name, last != DefaultGraph()
        text = _text(portion, form, table, used)
        if is_open and first == last:
            text = text.partition(b"\n")[2]
        elif is_open:
            yield b"}\n"
        last = portion[-1].graph_name
        yield text if last == DefaultGraph() else text.removesuffix(b"}\n")
    yield b"" if last == DefaultGraph() else b"}\n"


def _portions(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Yield quads some at a time, all of one subject together."""
    portion: list[Quad] = []
    for _, found in groupby(quads, key=lambda quad: (quad.graph_name, quad.subject)):
        portion += found
        if len(portion) >= _TOGETHER:
            yield portion
            portion = []
    if portion:
        yield portion


def _text(quads: list[Quad], form: RdfFormat, table: dict[str, str], used: set[str]) -> bytes:
    used.update(shorten(iri).partition(":")[0] for quad in quads for iri in _iris(quad))
    statements = quads if form.supports_datasets else [quad.triple for quad in quads]
    return body(statements, form, table)


def _iris(quad: Quad | Triple) -> Iterable[str]:
    for term in (quad.subject, quad.predicate, quad.object, getattr(quad, "graph_name", None)):
        if isinstance(term, Triple):
            yield from _iris(term)
        elif isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value
