"""The links that an answer holds: what stands at their ends, and how many of them can be drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.model.terms import Row
    from partnerkg.query.results import Solutions

MOST_NODES = 200
MOST_LINKS = 1000
# Columns that are the two ends of a link; a pair of others may stand for anything.
ENDS = (("source", "target"), ("subject", "object"), ("from", "to"), ("provider", "receiver"), ("s", "o"))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one thing to another; `kind` is the property or activity it stands for, if it has one."""

    source: NamedNode
    target: NamedNode
    kind: NamedNode | None


@dataclass(frozen=True, slots=True)
class Network:
    """Links, each once, and the things they link, those with the most links first.

    `all_nodes` and `all_links` count those too that are left out because there are so many.
    """

    nodes: tuple[NamedNode, ...]
    links: tuple[Link, ...]
    all_nodes: int
    all_links: int

    @property
    def cut(self) -> bool:
        """Return whether some are left out."""
        return len(self.nodes) < self.all_nodes or len(self.links) < self.all_links

    def neighbours(self) -> dict[NamedNode, set[NamedNode]]:
        """Return what each thing is linked with, itself excluded."""
        found: dict[NamedNode, set[NamedNode]] = {node: set() for node in self.nodes}
        for link in self.links:
            if link.source != link.target:
                found[link.source].add(link.target)
                found[link.target].add(link.source)
        return found


def of(solutions: Solutions) -> Network | None:
    """Return the network in an answer, None if it has no two columns in which links end.

    Such columns are those of ENDS where they hold IRIs; the kind of a link is the next column with IRIs.
    """
    for pair in ENDS:
        if set(pair) <= set(solutions.columns):
            places = [solutions.columns.index(name) for name in pair]
            return _network(_links(solutions.rows, places))
    return None


def _links(rows: Sequence[Row], places: list[int]) -> Iterable[Link]:
    start, end = places
    others = [place for place in range(len(rows[0]) if rows else 0) if place not in places]
    kinds = [place for place in others if any(isinstance(row[place], NamedNode) for row in rows)]
    for row in rows:
        source, target = row[start], row[end]
        kind = row[kinds[0]] if kinds else None
        if isinstance(source, NamedNode) and isinstance(target, NamedNode):
            yield Link(source, target, kind if isinstance(kind, NamedNode) else None)


def _network(found: Iterable[Link]) -> Network | None:
    """Return the network of links; what says of which class a thing is, is none of them."""
    links = list(dict.fromkeys(link for link in found if link.kind != TYPE))
    if not links:
        return None
    counts: Counter[NamedNode] = Counter()
    for link in links:
        counts.update({link.source, link.target})
    nodes = sorted(counts, key=lambda node: (-counts[node], node.value))
    kept = set(nodes[:MOST_NODES])
    drawn = [link for link in links if link.source in kept and link.target in kept]
    return Network(tuple(nodes[:MOST_NODES]), tuple(drawn[:MOST_LINKS]), len(nodes), len(links))
