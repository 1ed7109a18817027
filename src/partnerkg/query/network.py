"""The links that an answer holds: what stands at their ends, and how many of them can be drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.model.terms import Row
    from partnerkg.query.table import Table

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


def of(solutions: Table) -> Network | None:
    """Return the network in an answer, None if it has no two columns in which links end.

    Such columns are those that its question names, else those of ENDS, where they hold IRIs; the kind of a
    link is the next column with IRIs.
    """
    return _network(link for _, link in links(solutions))


def links(solutions: Table) -> Iterator[tuple[Row, Link]]:
    """Yield the links of each row with the row."""
    ends = solutions.links or tuple(_named(solutions))
    for row in solutions:
        values = dict(zip(solutions.columns, row, strict=True))
        for start, end, kind in ends:
            source, target, relation = (
                values.get(place) if isinstance(place, str) else place for place in (start, end, kind)
            )
            if isinstance(source, NamedNode) and isinstance(target, NamedNode):
                yield row, Link(source, target, relation if isinstance(relation, NamedNode) else None)


def _named(solutions: Table) -> Iterator[tuple[str, str, str | None]]:
    """Yield the columns of ENDS that the solutions have, with the next column that holds IRIs."""
    for pair in ENDS:
        if set(pair) <= set(solutions.columns):
            others = (
                name
                for place, name in enumerate(solutions.columns)
                if name not in pair and any(isinstance(row[place], NamedNode) for row in solutions)
            )
            yield (*pair, next(others, None))
            return


def _network(found: Iterable[Link]) -> Network | None:
    """Return the network of links; what says of which class a thing is, is none of them."""
    distinct = list(dict.fromkeys(link for link in found if link.kind != TYPE))
    if not distinct:
        return None
    counts: Counter[NamedNode] = Counter()
    for link in distinct:
        counts.update({link.source, link.target})
    nodes = sorted(counts, key=lambda node: (-counts[node], node.value))
    kept = set(nodes[:MOST_NODES])
    drawn = [link for link in distinct if link.source in kept and link.target in kept]
    return Network(tuple(nodes[:MOST_NODES]), tuple(drawn[:MOST_LINKS]), len(nodes), len(distinct))
