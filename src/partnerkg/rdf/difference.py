"""What one dataset says and another does not, statement by statement, blank nodes included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode

from partnerkg.rdf import canonical, counterparts
from partnerkg.rdf.statements import Graphs, gathered, is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from partnerkg.rdf.statements import Statements

    Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, repr=False)
class Difference:
    """The statements of the second dataset that the first lacks (`added`), and the reverse (`removed`).

    Both have canonical "subject predicate object" lines by graph ("" is the default graph), sorted; blank
    nodes are named by what is said with them (see `counterparts`). `before` and `after` count the quads of
    each; `new` and `gone` are the lines that no graph at all had before or has after: a triple that another
    claim states as well, or states now, is added to a graph and is not new. `above` are the IRIs `<…>` that
    lead to a blank node that is described differently, through blank nodes alone.
    """

    added: Lines
    removed: Lines
    before: int
    after: int
    new: frozenset[str]
    gone: frozenset[str]
    above: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"<Difference: {self.additions} added, {self.removals} removed>"

    def __bool__(self) -> bool:
        """Return whether the datasets differ."""
        return bool(self.added or self.removed)

    @property
    def additions(self) -> int:
        """Return how many quads are added."""
        return sum(map(len, self.added.values()))

    @property
    def removals(self) -> int:
        """Return how many quads are removed."""
        return sum(map(len, self.removed.values()))

    @cached_property
    def subjects(self) -> frozenset[NamedNode | BlankNode]:
        """Return the subjects that are described differently, be it in one graph alone.

        The names of blank nodes among them are those of this comparison, not those of the datasets.
        """
        return self._nodes(0) | {NamedNode(token[1:-1]) for token in self.above}

    @cached_property
    def objects(self) -> frozenset[NamedNode | BlankNode]:
        """Return the nodes of which something is said no longer, or newly, as the object."""
        return self._nodes(2)

    @cached_property
    def predicates(self) -> frozenset[str]:
        """Return the properties by which something is said no longer, or newly."""
        return frozenset(node.value for node in self._nodes(1))

    def of(self, predicates: Container[str]) -> Difference:
        """Return what of it is said by these properties; the counts stay those of the whole."""

        def kept(side: Lines) -> Lines:
            found = {
                graph: tuple(line for line in lines if line.split(" ", 2)[1][1:-1] in predicates)
                for graph, lines in side.items()
            }
            return {graph: lines for graph, lines in found.items() if lines}

        part = replace(self, added=kept(self.added), removed=kept(self.removed))
        nameless = any(isinstance(node, BlankNode) for node in part._nodes(0))
        return part if nameless else replace(part, above=frozenset())

    def _nodes(self, place: int) -> frozenset[NamedNode | BlankNode]:
        lines = (line for side in (self.added, self.removed) for found in side.values() for line in found)
        tokens = {line.split(" ", 2)[place] for line in lines}
        return frozenset(
            BlankNode(token[2:]) if is_blank(token) else NamedNode(token[1:-1])
            for token in tokens
            if is_blank(token) or token.startswith("<")
        )


def difference(
    first: Statements | Graphs, second: Statements | Graphs, seconds: float = canonical.PATIENCE
) -> Difference:
    """Return the exact difference of two datasets; both are held in memory as text.

    They differ exactly if they are not isomorphic; of blank nodes, those that stand at the same place are
    taken for the same (see `counterparts`). Statements are compared letter for letter. TangledBlankNodes if
    it takes longer than `seconds` to tell blank nodes apart, or more memory than there is.
    """
    return between(*counterparts.named(_graphs(first), _graphs(second), seconds))


def between(old: Graphs, new: Graphs) -> Difference:
    """Return the difference of two datasets whose blank nodes have the names of `counterparts`."""
    added: dict[str, tuple[str, ...]] = {}
    removed: dict[str, tuple[str, ...]] = {}
    before = after = 0
    for graph in sorted(old.keys() | new.keys()):
        left, right = set(old.get(graph, ())), set(new.get(graph, ()))
        before, after = before + len(left), after + len(right)
        if more := right - left:
            added[graph] = tuple(sorted(more))
        if less := left - right:
            removed[graph] = tuple(sorted(less))
    absent = _absent(added, old), _absent(removed, new)
    return Difference(added, removed, before, after, *absent, _above(added, removed, old, new))


def _graphs(statements: Statements | Graphs) -> Graphs:
    return statements if isinstance(statements, Graphs) else gathered(statements)


def _absent(found: Lines, graphs: Graphs) -> frozenset[str]:
    """Return the lines that none of the graphs has."""
    lines = {line for several in found.values() for line in several}
    for several in graphs.values() if lines else ():
        lines.difference_update(several)
    return frozenset(lines)


def _above(added: Lines, removed: Lines, *sides: Graphs) -> frozenset[str]:
    """Return the IRIs that lead to the blank subjects of lines that changed."""
    changed = (line for side in (added, removed) for lines in side.values() for line in lines)
    waiting = {line.split(" ", 1)[0] for line in changed if is_blank(line)}
    parents: dict[str, set[str]] = {}
    for lines in (lines for side in sides for lines in side.values()) if waiting else ():
        for subject, _, thing in (line.split(" ", 2) for line in lines if " _:" in line):
            if is_blank(thing):
                parents.setdefault(thing, set()).add(subject)
    seen = set(waiting)
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting |= {token for token in fresh if is_blank(token)}
    return frozenset(token for token in seen if not is_blank(token))
