"""Statements sorted outside memory; those with blank nodes wait in memory until their labels are known."""

from __future__ import annotations

import re
from itertools import groupby, islice

from pyoxigraph import RdfFormat, parse

from partnerkg.errors import N_, Message
from partnerkg.files.runs import Runs
from partnerkg.rdf import naming
from partnerkg.rdf.kept import begun
from partnerkg.rdf.statements import Graphs, UnwritableTerm, apart, feed, refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.statements import Statements

    Records = Callable[[list[str]], list[str]]

FIELD = "\x00"  # between fields of a record: no term holds it, and it comes first
_TOGETHER = 1 << 12  # statements
_BLANK = re.compile(r"[ (]_:")


def lines(statements: Statements, *, union: bool) -> Iterator[str]:
    """Return each statement once as an N-Quads line, in code point order; with `union`, without graphs."""
    statements, kept = begun(statements)
    found = records(statements, _triples if union else list, union=union)
    return (f"{kept.line(line) if kept.tags else line} .\n" for line in found)


def quads(statements: Statements, *, union: bool) -> Iterator[Quad]:
    """Return each quad once, sorted by graph, subject, predicate and object, blank nodes relabelled."""
    if union:
        return parsed(FIELD + triple for triple in records(statements, _triples, union=True))
    return parsed(records(statements, _by_graph))


def records(
    statements: Statements, made: Records, *, union: bool = False, rdf_12: bool = False
) -> Iterator[str]:
    """Return the records that are made of N-Quads lines, sorted and each once, blank nodes relabelled.

    UnwritableTerm for what only RDF 1.2 can say, with `rdf_12` only for a blank node inside a triple term.
    """
    runs = Runs()
    aside = Graphs()
    refuse = _refuse_inside if rdf_12 else refuse_rdf_12

    def take(text: str) -> None:
        found = aside.sift(text, union=union)
        if ")>>" in text or "--ltr" in text or "--rtl" in text:
            for line in found:
                refuse(apart(line)[0].split(" ", 2)[2])
        runs.add(made(found))

    feed(statements, take)
    _relabel(aside, lambda found: runs.add(made(found)))
    return (record for record, _ in groupby(runs))


def parsed(found: Iterable[str]) -> Iterator[Quad]:
    """Return the quads of records of `graph, FIELD, triple`."""
    source = iter(found)
    while batch := list(islice(source, _TOGETHER)):
        parts = (record.partition(FIELD) for record in batch)
        text = "".join(f"{triple} {graph} .\n" for graph, _, triple in parts)
        yield from parse(text, format=RdfFormat.N_QUADS)


def _triples(found: list[str]) -> list[str]:
    return [apart(line)[0] for line in found]


def _by_graph(found: list[str]) -> list[str]:
    return [f"{graph}{FIELD}{triple}" for triple, graph in map(apart, found)]


def _refuse_inside(token: str) -> None:
    if token.startswith("<<(") and _BLANK.search(token):
        reason = Message(N_("a blank node inside a triple term has no label that lasts"))
        raise UnwritableTerm(term=token, reason=reason)


def _relabel(graphs: Graphs, take: Callable[[list[str]], None]) -> None:
    """Give the lines of statements to `take`, blank nodes named by what is said with them."""
    rows: list[tuple[str, str, str, str]] = []
    for graph, triples in graphs.items():
        rows += [(s, p, o, graph) for s, p, o in (triple.split(" ", 2) for triple in triples)]
    graphs.clear()
    labels = naming.labels(naming.names(rows).of) if rows else {}
    take([" ".join(labels.get(term, term) for term in row).rstrip() for row in rows])
