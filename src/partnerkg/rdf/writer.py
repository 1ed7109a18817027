"""The canonical writer: the same statements give the same bytes, whatever order they come in.

Every function takes pyoxigraph Quads (or Triples) and holds their text in memory; what is said twice is
written once; lexical forms never change. All raise UnwritableTerm for what only RDF 1.2 can say.
"""

from __future__ import annotations

from itertools import groupby

from pyoxigraph import RdfFormat, parse

from partnerkg import namespaces
from partnerkg.rdf.layout import document
from partnerkg.rdf.statements import Graphs, gathered, is_blank, refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.statements import Statements


def turtle(statements: Statements) -> Iterator[str]:
    """Return Turtle in pieces; quads of all graphs become one graph."""
    return document(gathered(statements, union=True), namespaces.prefixes())


def trig(statements: Statements) -> Iterator[str]:
    """Return TriG in pieces: the default graph, then the named graphs by IRI."""
    return document(gathered(statements), namespaces.prefixes())


def ntriples(statements: Statements) -> Iterator[str]:
    """Return N-Triples, a line each, in code point order; quads of all graphs become one graph."""
    return _lines(_relabelled(gathered(statements, union=True)))


def nquads(statements: Statements) -> Iterator[str]:
    """Return N-Quads, a line each, in code point order."""
    return _lines(_relabelled(gathered(statements)))


def ordered(statements: Statements, *, union: bool = False) -> Iterator[Quad]:
    """Return each quad once, sorted by graph, subject, predicate and object, blank nodes relabelled."""
    graphs = _relabelled(gathered(statements, union=union))
    for graph in sorted(graphs):
        yield from parse("".join(_lines({graph: graphs.pop(graph)})), format=RdfFormat.N_QUADS)


def _lines(graphs: dict[str, list[str]]) -> Iterator[str]:
    """Return each statement once, sorted; it empties `graphs` on the way."""
    lines: list[str] = []
    while graphs:
        graph, triples = graphs.popitem()
        for triple in triples:
            if triple.endswith((")>>", "--ltr", "--rtl")):
                refuse_rdf_12(triple.split(" ", 2)[2])
        end = f" {graph} .\n" if graph else " .\n"
        lines += [triple + end for triple in triples]
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
