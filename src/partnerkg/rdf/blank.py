"""Blank nodes: which stand inside their one subject, which are lists, which need a label.

A blank node that one statement of one graph refers to is written where it is referred to, as `[ … ]` or
as an item of `( … )`. The others get labels that depend on what is said with them (see `naming`), never
on the labels they came with.
"""

from __future__ import annotations

from collections import defaultdict

from partnerkg.rdf import naming
from partnerkg.rdf.statements import is_blank
from partnerkg.rdf.terms import FIRST, NIL, REST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.statements import Graphs

    Statement = tuple[str, str, str, str]

DEEPEST = 64  # brackets in brackets; far below what a parser is let read (see `nesting`)


class Blanks:
    """The blank nodes of a dataset.

    `inside` holds those written inside their subject, with "predicate object" of each of their
    statements (which leave `graphs`); `labels` those that need one; the rest are subjects only.
    """

    __slots__ = ("_cells", "_lists", "inside", "labels")

    def __init__(self, graphs: Graphs) -> None:
        statements = _mentioning(graphs)
        parents = _parents(statements)
        self._cells = _cells(statements)
        self._lists = _lists(self._cells, parents)
        reached = self._reached(statements, parents)
        self.labels = _labels(statements, reached)
        self.inside: dict[str, list[str]] = {token: [] for token in reached}
        for s, p, o, _ in statements:
            if s in reached:
                self.inside[s].append(f"{p} {o}")
        if reached:
            _take(reached, graphs)

    def __bool__(self) -> bool:
        return bool(self.inside or self.labels)

    def is_list(self, token: str) -> bool:
        """Return whether the blank node begins a list that can be written as `( … )`."""
        return token in self._lists

    def items(self, token: str) -> Iterator[str]:
        """Return the items of the list that begins with this blank node."""
        while token != NIL:
            item, token = self._cells[token]
            yield item

    def _reached(self, statements: list[Statement], parents: dict[str, str]) -> set[str]:
        """Return what hangs below a node that is written anyway, cut where it gets too deep."""
        children = defaultdict(list)
        for child, parent in parents.items():
            children[parent].append(child)
        waiting = [(s, 0) for s in {s for s, _, _, _ in statements} if s not in parents]
        reached: set[str] = set()
        while waiting:
            token, depth = waiting.pop()
            for child in children.get(token, ()):
                below = depth + (0 if self._continues(token, child) else 1)
                if below <= DEEPEST:
                    reached.add(child)
                waiting.append((child, below if below <= DEEPEST else 0))
        return reached

    def _continues(self, cell: str, following: str) -> bool:
        return cell in self._lists and self._cells[cell][1] == following


def _mentioning(graphs: Graphs) -> list[Statement]:
    """Return every statement with a blank node in it, once."""
    found = {}
    same = dict[str, str]().setdefault  # each term is in memory once
    for graph, lines in graphs.items() if graphs.blanks else ():
        named = not is_blank(graph)
        for line in lines:
            if not named or "_:" in line:
                s, p, o = line.split(" ", 2)
                if not named or is_blank(s) or is_blank(o):
                    found[same(s, s), same(p, p), same(o, o), graph] = True
    return list(found)


def _take(subjects: set[str], graphs: Graphs) -> None:
    for lines in graphs.values():
        lines[:] = [line for line in lines if line.split(" ", 1)[0] not in subjects]


def _parents(statements: list[Statement]) -> dict[str, str]:
    """Return the one subject of every blank node that could stand inside it."""
    parents: dict[str, str] = {}
    homes: dict[str, str] = {}
    elsewhere = set()  # what two statements refer to, or two graphs speak of, or names a graph
    for subject, _, thing, graph in statements:
        elsewhere.add(graph)
        if thing in parents:
            elsewhere.add(thing)
        parents[thing] = subject
        for token in (subject, thing):
            if homes.setdefault(token, graph) != graph:
                elsewhere.add(token)
    return {
        token: subject for token, subject in parents.items() if is_blank(token) and token not in elsewhere
    }


def _cells(statements: list[Statement]) -> dict[str, tuple[str, str]]:
    """Return item and rest of every blank node that has one of each and nothing else."""
    parts: dict[str, list[tuple[str, str]]] = {
        s: [] for s, p, _, _ in statements if p == FIRST and is_blank(s)
    }
    for s, p, o, _ in statements if parts else ():
        if s in parts:
            parts[s].append((p, o))
    cells = {}
    for token, found in parts.items():
        by_predicate = dict(found)
        if len(found) == 2 and by_predicate.keys() == {FIRST, REST}:
            cells[token] = by_predicate[FIRST], by_predicate[REST]
    return cells


def _lists(cells: dict[str, tuple[str, str]], parents: dict[str, str]) -> set[str]:
    """Return the cells from which a list runs to its end."""
    lists: set[str] = set()
    for token, (_, rest) in cells.items():
        cell = token if rest == NIL else ""
        while cell:
            lists.add(cell)
            parent = parents.get(cell, "")
            cell = parent if parent in cells and cells[parent][1] == cell else ""
    return lists


def _labels(statements: list[Statement], reached: set[str]) -> dict[str, str]:
    """Return the labels of those referred to from several places, from a circle, or as a graph."""
    homes: dict[str, str] = {}
    labelled: set[str] = set()
    for subject, _, thing, graph in statements:
        labelled.update(token for token in (thing, graph) if is_blank(token))
        if homes.setdefault(subject, graph) != graph and is_blank(subject):
            labelled.add(subject)
    labelled -= reached
    names = naming.names(statements, labelled).of if labelled else {}
    return naming.labels({token: names[token] for token in labelled})
