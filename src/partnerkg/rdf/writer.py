"""The canonical writer: the same statements give the same bytes, whatever order they come in.

Every function takes pyoxigraph Quads (or Triples); of many statements, part of their text goes to temporary
files, but for `ordered`, which holds it in memory. What is said twice is written once; lexical forms never
change. All raise UnwritableTerm for what only RDF 1.2 can say.
"""

from __future__ import annotations

from itertools import groupby

from pyoxigraph import RdfFormat, parse

from partnerkg import namespaces
from partnerkg.rdf import external
from partnerkg.rdf.layout import document
from partnerkg.rdf.statements import Graphs, gathered, is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.statements import Statements


def turtle(statements: Statements) -> Iterator[str]:
    """Return Turtle in pieces; quads of all graphs become one graph."""
    return _document(statements, union=True)


def trig(statements: Statements) -> Iterator[str]:
    """Return TriG in pieces: the default graph, then the named graphs by IRI."""
    return _document(statements, union=False)


def ntriples(statements: Statements) -> Iterator[str]:
    """Return N-Triples, a line each, in code point order; quads of all graphs become one graph."""
    return _sorted(statements, union=True)


def nquads(statements: Statements) -> Iterator[str]:
    """Return N-Quads, a line each, in code point order."""
    return _sorted(statements, union=False)


def ordered(statements: Statements, *, union: bool = False) -> Iterator[Quad]:
    """Return each quad once, sorted by graph, subject, predicate and object, blank nodes relabelled."""
    graphs = _relabelled(gathered(statements, union=union))
    for graph in sorted(graphs):
        yield from parse("".join(_lines({graph: graphs.pop(graph)})), format=RdfFormat.N_QUADS)


def _document(statements: Statements, *, union: bool) -> Iterator[str]:
    overflow = external.Overflow(lines=False)
    graphs = gathered(statements, union=union, overflow=overflow)
    if overflow:
        return external.document(overflow, graphs, namespaces.prefixes())
    return document(graphs, namespaces.prefixes())


def _sorted(statements: Statements, *, union: bool) -> Iterator[str]:
    overflow = external.Overflow(lines=True)
    graphs = _relabelled(gathered(statements, union=union, overflow=overflow))
    if not overflow:
        return _lines(graphs)
    for graph in list(graphs):
        overflow.add(graph, graphs.pop(graph))
    return (line for line, _ in groupby(overflow.runs))


def _lines(graphs: dict[str, list[str]]) -> Iterator[str]:
    """Return each statement once, sorted; it empties `graphs` on the way."""
    lines: list[str] = []
    while graphs:
        graph, triples = graphs.popitem()
        lines += external.lines({graph: triples})
    lines.sort()
    return (line for line, _ in groupby(lines))


def _relabelled(graphs: Graphs) -> Graphs:
    """Return the graphs with blank nodes numbered as they appear in the canonical TriG document."""
    if not graphs.blanks:
        return graphs
    labels: dict[str, str] = {}
    renamed = Graphs()
    for graph, triples in gathered(parse("".join(document(graphs, {})), format=RdfFormat.TRIG)).items():
        for triple in triples:
            s, p, o, g = (
                labels.setdefault(token, f"_:b{len(labels)}") if is_blank(token) else token
                for token in (*triple.split(" ", 2), graph)
            )
            renamed[g].append(f"{s} {p} {o}")
    return renamed
