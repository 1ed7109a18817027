"""Statements sorted outside memory; those with blank nodes wait in memory until their labels are known."""

from __future__ import annotations

from itertools import groupby, islice

from pyoxigraph import RdfFormat, parse

from partnerkg.rdf.blocks import Blocks
from partnerkg.rdf.runs import Runs
from partnerkg.rdf.statements import Graphs, apart, feed, gathered, is_blank, refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.statements import Statements

_BETWEEN = "\x00"  # between the name of a graph and a statement: no term holds it, and it comes first
_TOGETHER = 1 << 12  # statements


def lines(statements: Statements, *, union: bool) -> Iterator[str]:
    """Return each statement once as an N-Quads line, in code point order; with `union`, without graphs."""
    runs = Runs()
    aside = Graphs()

    def take(text: str) -> None:
        found = aside.sift(text, union=union)
        _refuse_rdf_12(text, found)
        runs.add([apart(line)[0] for line in found] if union else found)

    feed(statements, take)
    runs.add([f"{triple} {graph}".rstrip() for graph, triple in _relabelled(aside)])
    return (f"{line} .\n" for line, _ in groupby(runs))


def quads(statements: Statements, *, union: bool) -> Iterator[Quad]:
    """Return each quad once, sorted by graph, subject, predicate and object, blank nodes relabelled."""
    runs = Runs()
    aside = Graphs()

    def take(text: str) -> None:
        found = aside.sift(text, union=union)
        _refuse_rdf_12(text, found)
        parts = map(apart, found)
        runs.add([f"{'' if union else graph}{_BETWEEN}{triple}" for triple, graph in parts])

    feed(statements, take)
    runs.add([f"{graph}{_BETWEEN}{triple}" for graph, triple in _relabelled(aside)])
    return _parsed(record for record, _ in groupby(runs))


def _parsed(records: Iterable[str]) -> Iterator[Quad]:
    source = iter(records)
    while batch := list(islice(source, _TOGETHER)):
        parts = (record.partition(_BETWEEN) for record in batch)
        text = "".join(f"{triple} {graph} .\n" for graph, _, triple in parts)
        yield from parse(text, format=RdfFormat.N_QUADS)


def _refuse_rdf_12(text: str, lines: Iterable[str]) -> None:
    if ")>>" in text or "--ltr" in text or "--rtl" in text:
        for line in lines:
            refuse_rdf_12(apart(line)[0].split(" ", 2)[2])


def _relabelled(graphs: Graphs) -> Iterator[tuple[str, str]]:
    """Yield graph and triple of statements, blank nodes numbered as they appear in canonical TriG."""
    if not graphs.blanks:
        return
    blocks = Blocks({})
    blocks.take(
        "".join(f"{triple} {graph}".rstrip() + " .\n" for graph in graphs for triple in graphs[graph])
    )
    labels: dict[str, str] = {}
    for graph, triples in gathered(parse("".join(blocks.text()), format=RdfFormat.TRIG)).items():
        for triple in triples:
            s, p, o, g = (
                labels.setdefault(token, f"_:b{len(labels)}") if is_blank(token) else token
                for token in (*triple.split(" ", 2), graph)
            )
            yield g, f"{s} {p} {o}"
