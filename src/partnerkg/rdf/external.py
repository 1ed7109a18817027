"""The canonical forms of more statements than memory should hold: the bytes that `layout` and `writer` give.

Statements without blank nodes, nearly all of most data, are sorted outside memory; those with blank nodes
stay, because their labels depend on all of them.
"""

from __future__ import annotations

from itertools import groupby
from tempfile import TemporaryFile

from partnerkg.rdf.layout import STEP, Layout
from partnerkg.rdf.runs import Runs
from partnerkg.rdf.statements import Graphs, is_blank, refuse_rdf_12
from partnerkg.rdf.terms import LINE_FEED, NIL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

_BETWEEN = "\x00"  # between the name of a graph and a statement: no term holds it, and it comes first
_KNOWN = 1 << 17  # texts of terms that are kept
_PORTION = 1 << 12  # statements
_PIECE = 1 << 20  # bytes


class Overflow:
    """What did not fit: statements of named graphs as `graph, NUL, statement`, or whole lines."""

    def __init__(self, *, lines: bool) -> None:
        """Take whether whole N-Quads lines are wanted."""
        self.runs = Runs()
        self._lines = lines

    def __bool__(self) -> bool:
        return bool(self.runs)

    def take(self, graphs: Graphs) -> None:
        """Move the statements without blank nodes from `graphs` to the files."""
        for name, statements in list(graphs.items()):
            if name.startswith("_:"):
                continue
            kept = [line for line in statements if "_:" in line and _has_blank(line)] if graphs.blanks else []
            moved = [line for line in statements if not _has_blank(line)] if kept else statements
            self.add(name, moved)
            graphs[name] = kept
            if not kept:
                del graphs[name]

    def add(self, name: str, statements: list[str]) -> None:
        """Add statements of one graph."""
        if self._lines:
            self.runs.add(lines({name: statements}))
        else:
            start = name[:-1] + _BETWEEN
            self.runs.add([start + line for line in statements])


def lines(graphs: Mapping[str, list[str]]) -> list[str]:
    """Return the statements as N-Quads lines; UnwritableTerm for what only RDF 1.2 can say."""
    found: list[str] = []
    for graph, statements in graphs.items():
        for statement in statements:
            if statement.endswith((")>>", "--ltr", "--rtl")):
                refuse_rdf_12(statement.split(" ", 2)[2])
        end = f" {graph} .\n" if graph else " .\n"
        found += [statement + end for statement in statements]
    return found


def document(overflow: Overflow, graphs: Graphs, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return the text of the dataset in pieces, as `layout.document` does."""
    overflow.take(graphs)
    layout = Layout(graphs, prefixes)
    blank = [name for name in graphs if is_blank(name)]
    for name in graphs.keys() - set(blank):
        overflow.add(name, graphs.pop(name))
    with TemporaryFile(prefix="partnerkg-") as spool:
        for piece in _pieces(overflow, layout):
            spool.write(piece.replace(LINE_FEED, "\n").encode())
        for name in sorted(blank, key=layout.place):
            spool.write("".join(layout.graph(name, graphs.pop(name))).replace(LINE_FEED, "\n").encode())
        header = layout.header()
        yield from header
        yield from _read(spool, bool(header))


def _pieces(overflow: Overflow, layout: Layout) -> Iterator[str]:
    """Yield the texts of the graphs with a name and of the default graph, in order."""
    for name, found in groupby(overflow.runs, key=lambda record: record.partition(_BETWEEN)[0]):
        statements = (record[len(name) + 1 :] for record in found)
        if not name:
            yield from (f"\n{block}" for block in _blocks(statements, layout, ""))
            continue
        yield f"\n{layout.name(name + '>')} {{\n"
        between = ""
        for block in _blocks(statements, layout, STEP):
            yield between + block
            between = "\n"
        yield "}\n"


def _blocks(statements: Iterable[str], layout: Layout, indent: str) -> Iterator[str]:
    """Yield one block a subject in their order: those with an IRI first."""
    runs = Runs()
    for portion in _portions(statements):
        if len(layout) > _KNOWN:
            layout.clear()
            layout[NIL] = "()"
        blocks = layout.blocks(portion, indent)
        if layout.careful:
            runs.add([f"{block.lstrip()[0] in '[_':d}{block}" for block in blocks])
        else:
            runs.add([f"0{block}" for block in blocks])
    return (record[1:] for record in runs)


def _portions(statements: Iterable[str]) -> Iterator[list[str]]:
    """Yield sorted statements some thousand at a time, all of one subject together."""
    portion: list[str] = []
    subject = ""
    for line in statements:
        if len(portion) >= _PORTION:
            subject = subject or portion[-1].partition(" ")[0] + " "
            if not line.startswith(subject):
                yield portion
                portion, subject = [], ""
        portion.append(line)
    if portion:
        yield portion


def _has_blank(line: str) -> bool:
    subject, _, rest = line.split(" ", 2)
    return is_blank(subject) or is_blank(rest)


def _read(spool: IO[bytes], header: bool) -> Iterator[str]:
    spool.seek(0)
    rest = b"" if header else spool.readline().lstrip(b"\n")
    while data := rest + spool.read(_PIECE):
        whole = data[: data.rfind(b"\n") + 1]
        rest = data[len(whole) :]
        yield whole.decode()
