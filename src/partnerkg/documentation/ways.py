"""The lines of the diagram: from box to box, bent towards the middle, with words that stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import hypot

from partnerkg.documentation.ring import HEIGHT, WIDTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.documentation.relations import Relations
    from partnerkg.documentation.ring import Point

    Frame = tuple[float, float, float, float]
    Name = Callable[[str], str]
    Size = tuple[float, float]

LINE, LETTER = 15, 6.6  # how high a line of words is, how wide a letter
_BEND = 0.3  # how far a line between two boxes of the ellipse bends towards its middle


@dataclass(frozen=True, slots=True)
class Way:
    """The line from one box to another, bent towards the middle, and the words that stand on it."""

    tail: Point
    bend: Point
    tip: Point
    words: tuple[str, ...]

    def at(self, share: float) -> Point:
        """Return the point at a share of the line (a quadratic Bézier curve)."""
        rest = 1 - share
        parts = zip(self.tail, self.bend, self.tip, strict=True)
        x, y = (rest * rest * a + 2 * rest * share * b + share * share * c for a, b, c in parts)
        return x, y

    def frame(self, share: float) -> Frame:
        """Return what the words cover if they stand at a share of the line."""
        x, y = self.at(share)
        wide, high = LETTER * max(map(len, self.words)) / 2 + 6, LINE * len(self.words) / 2
        return x - wide, y - high, x + wide, y + high


def ways(
    relations: Relations, places: Mapping[str, Point], sizes: Mapping[str, Size], name: Name
) -> Iterator[Way]:
    """Yield the line for each pair of boxes that properties lead between."""
    for (start, end), properties in relations.links.items():
        if start == end:
            continue
        (x, y), (to_x, to_y) = places[start], places[end]
        straight = (WIDTH / 2, HEIGHT / 2) in (places[start], places[end])
        pull = 0.0 if straight else _BEND * min(1.0, 2 * hypot(to_x - x, to_y - y) / WIDTH)
        bend = (x + to_x) / 2, (y + to_y) / 2
        bend = bend[0] + (WIDTH / 2 - bend[0]) * pull, bend[1] + (HEIGHT / 2 - bend[1]) * pull
        tail = _edge(bend, places[start], sizes[start])
        tip = _edge(bend, places[end], sizes[end])
        yield Way(tail, bend, tip, tuple(map(name, properties)))


def _edge(start: Point, end: Point, size: Size) -> Point:
    """Return where the line from a point to the middle of a box meets the box."""
    across, down = start[0] - end[0], start[1] - end[1]
    sides = zip((size[0] / 2 + 3, size[1] / 2 + 3), (across, down), strict=True)
    share = min([*(half / abs(part) for half, part in sides if part), 1.0])
    return end[0] + across * share, end[1] + down * share
