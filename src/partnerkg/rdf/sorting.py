"""Statements sorted outside memory; those with blank nodes wait in memory until their labels are known."""

from __future__ import annotations

import re
from itertools import groupby, islice
from tempfile import TemporaryFile

from pyoxigraph import RdfFormat, parse

from partnerkg.errors import N_, Message
from partnerkg.files.runs import Runs
from partnerkg.rdf.blocks import Blocks
from partnerkg.rdf.statements import Graphs, UnwritableTerm, apart, feed, is_blank, refuse_rdf_12
from partnerkg.rdf.statements import lines as lines_of

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
    found = records(statements, _triples if union else list, union=union)
    return (f"{line} .\n" for line in found)


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
    """Give the lines of statements to `take`, blank nodes numbered as they appear in canonical TriG."""
    if not graphs.blanks:
        return
    blocks = Blocks({})
    for graph, triples in graphs.items():
        blocks.take("".join(f"{triple} {graph}".rstrip() + " .\n" for triple in triples))
        triples.clear()
    labels: dict[str, str] = {}

    def renamed(line: str) -> str:
        triple, graph = apart(line)
        terms = (*triple.split(" ", 2), graph)
        return " ".join(
            labels.setdefault(term, f"_:b{len(labels)}") if is_blank(term) else term for term in terms
        ).rstrip()

    with TemporaryFile(prefix="partnerkg-") as file:
        for piece in blocks.text():
            file.write(piece.encode())
        file.seek(0)
        feed(parse(file, format=RdfFormat.TRIG), lambda text: take(list(map(renamed, lines_of(text)))))
