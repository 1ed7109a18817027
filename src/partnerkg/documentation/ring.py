"""Where the boxes of the diagram stand: one in the middle, the others on an ellipse, in a fair order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import cos, pi, sin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.relations import Relations

    Point = tuple[float, float]

WIDTH, HEIGHT = 1120, 860
_ACROSS, _DOWN = WIDTH / 2 - 110, HEIGHT / 2 - 50
_CROSSING = 40  # as bad as so many steps of the ring that a line is longer
_THROUGH = 30  # as bad, for a line that would pass the box in the middle
_ROUNDS = 6


def places(relations: Relations) -> Mapping[str, Point]:
    """Return the middle of each box: the class with the most relations in the middle of all."""
    pairs = [pair for pair in relations.links if pair[0] != pair[1]]
    many = Counter(box for pair in pairs for box in pair)
    order = sorted(relations.boxes, key=lambda box: (-many[box], box))
    hub, ring = order[0], _untangled(order[1:], [pair for pair in pairs if order[0] not in pair])
    middles = {hub: (WIDTH / 2, HEIGHT / 2)}
    for index, box in enumerate(ring):
        turn = 2 * pi * index / len(ring) - pi / 2
        middles[box] = (WIDTH / 2 + _ACROSS * cos(turn), HEIGHT / 2 + _DOWN * sin(turn))
    return middles


def _untangled(ring: list[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return the ring after exchanging two boxes for as long as that lets lines cross less or be shorter."""
    best = _tangle(ring, pairs)
    for _ in range(_ROUNDS):
        before = best
        for left in range(len(ring)):
            for right in range(left + 1, len(ring)):
                tried = [*ring]
                tried[left], tried[right] = ring[right], ring[left]
                cost = _tangle(tried, pairs)
                if cost < best:
                    ring, best = tried, cost
        if best == before:
            break
    return ring


def _tangle(ring: Sequence[str], pairs: Sequence[tuple[str, str]]) -> int:
    place = {box: index for index, box in enumerate(ring)}
    spans = [sorted((place[start], place[end])) for start, end in pairs]
    steps = [min(right - left, len(ring) - right + left) for left, right in spans]
    length = sum(step**2 + _THROUGH * (step > len(ring) / 3) for step in steps)
    crossings = sum(
        a < c < b < d or c < a < d < b for n, (a, b) in enumerate(spans) for c, d in spans[n + 1 :]
    )
    return length + _CROSSING * crossings
