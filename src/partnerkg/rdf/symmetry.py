"""An order of blank nodes that depends on the shape of the data alone.

Blank nodes are sorted by what is said with them, then by the places of their neighbours, until nothing
changes (colour refinement); what is still alike is told apart by taking the member that gives the
smallest picture. RDFC-1.0 takes a minute on a chain of a thousand and hours on a clique of a dozen, and
takes two nodes for alike that differ only in which of two graphs links them to which neighbour. Here the
work grows with a small power of the size, and the price is that two members of a large, perfectly regular
knot that no turn maps on each other may change places.
"""

from __future__ import annotations

from collections import defaultdict

from partnerkg.rdf.statements import is_blank

TYPE_CHECKING = False
if TYPE_CHECKING:
    Mentions = dict[str, list[tuple[str, tuple[str, ...]]]]  # node -> what is said, with which others
    Ranks = dict[str, int]
    Picture = list[tuple[int, tuple[tuple[str, tuple[int, ...]], ...]]]

TRIALS = 4096  # members times statements that are tried before the first member is taken as it comes


def numbered(statements: list[tuple[str, str, str, str]], wanted: set[str]) -> list[str]:
    """Return the blank nodes that are linked to a wanted one, in their order."""
    if not wanted:
        return []
    mentions = _mentions(statements)
    heights = _heights(statements)
    knots = [_ordered({node: mentions[node] for node in knot}, heights) for knot in _knots(mentions, wanted)]
    return [node for _, nodes in sorted(knots, key=lambda knot: knot[0]) for node in nodes]


def _mentions(statements: list[tuple[str, str, str, str]]) -> Mentions:
    mentions: Mentions = defaultdict(list)
    for terms in statements:
        blanks = [term for term in terms if is_blank(term)]
        for node in set(blanks):
            said = " ".join("*" if term == node else "_" if is_blank(term) else term for term in terms)
            mentions[node].append((said, tuple(term for term in blanks if term != node)))
    return mentions


def _knots(mentions: Mentions, wanted: set[str]) -> list[set[str]]:
    """Return the connected parts that hold a wanted node."""
    knots: list[set[str]] = []
    seen: set[str] = set()
    for start in wanted:
        if start in seen:
            continue
        knot = {start}
        waiting = [start]
        while waiting:
            near = {other for _, others in mentions[waiting.pop()] for other in others} - knot
            knot |= near
            waiting.extend(near)
        seen |= knot
        knots.append(knot)
    return knots


def _heights(statements: list[tuple[str, str, str, str]]) -> Ranks:
    """Return how far each node is from the end of its longest chain; those that lead to a circle lack.

    With these to begin with, a chain of ten thousand needs one look instead of ten thousand.
    """
    objects: dict[str, set[str]] = defaultdict(set)
    subjects: dict[str, set[str]] = defaultdict(set)
    for subject, _, thing, _ in statements:
        if is_blank(subject) and is_blank(thing):
            objects[subject].add(thing)
            subjects[thing].add(subject)
    heights: Ranks = {}
    level = subjects.keys() - objects.keys()
    while level:
        heights |= dict.fromkeys(level, len(heights))
        above = {subject for node in level for subject in subjects[node]}
        level = {node for node in above if objects[node] <= heights.keys()}
    return heights


def _ordered(mentions: Mentions, heights: Ranks) -> tuple[Picture, list[str]]:
    """Return the picture of a connected part and its nodes in order."""
    ranks, picture = _refined(mentions, {node: heights.get(node, -1) for node in mentions})
    while len(set(ranks.values())) < len(mentions):
        ranks, picture = _split(mentions, ranks)
    return picture, sorted(mentions, key=lambda node: ranks[node])


def _refined(mentions: Mentions, ranks: Ranks) -> tuple[Ranks, Picture]:
    """Return the ranks that no further look at the neighbours changes, and the sorted looks."""
    count = 0
    while True:
        looks = {
            node: (
                ranks[node],
                tuple(sorted((said, tuple(ranks[o] for o in others)) for said, others in rows)),
            )
            for node, rows in mentions.items()
        }
        places = {look: place for place, look in enumerate(sorted(set(looks.values())))}
        ranks = {node: places[look] for node, look in looks.items()}
        if len(places) == count:
            return ranks, sorted(looks.values())
        count = len(places)


def _split(mentions: Mentions, ranks: Ranks) -> tuple[Ranks, Picture]:
    """Return the ranks after telling one member of the first group of equals from the others."""
    groups = defaultdict(list)
    for node, rank in ranks.items():
        groups[rank].append(node)
    equals = groups[min(rank for rank, nodes in groups.items() if len(nodes) > 1)]
    if len(equals) * sum(map(len, mentions.values())) > TRIALS:
        equals = equals[:1]
    doubled = {node: 2 * rank + 1 for node, rank in ranks.items()}
    tries = [_refined(mentions, doubled | {node: 2 * ranks[node]}) for node in equals]
    return min(tries, key=lambda found: found[1])
