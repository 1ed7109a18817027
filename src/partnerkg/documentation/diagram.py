"""The classes and their main relations as a picture (SVG): the same relations give the same bytes.

The class with the most relations stands in the middle, the others on an ellipse around it, in the order that
lets the fewest lines cross. Colours come from the style of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, hypot, pi, sin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.documentation.relations import Relations

    Point = tuple[float, float]
    Frame = tuple[float, float, float, float]
    Name = Callable[[str], str]

WIDTH, HEIGHT = 1120, 860
_ACROSS, _DOWN = WIDTH / 2 - 110, HEIGHT / 2 - 50
_LINE, _LETTER = 15, 6.6
_CROSSING = 40  # as bad as so many steps of the ring that a line is longer
_THROUGH = 30  # as bad, for a line that would pass the box in the middle
_ROUNDS = 6
_BEND = 0.3  # how far a line between two boxes of the ellipse bends towards its middle
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)  # of a line, where its words may stand


def svg(relations: Relations, name: Name, title: str, description: str) -> str:
    """Return the picture with a title and a description for those who do not see it."""
    places = _places(relations)
    ways = list(_ways(relations, places, name))
    frames = [_frame(places[box], _size(box, relations, name)) for box in places]
    body = "".join([*_lines_between(ways), *_boxes(relations, places, name), *_labels(ways, frames)])
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="diagram-title diagram-description">\n'
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>\n'
        f'<title id="diagram-title">{escape(title)}</title>\n'
        f'<desc id="diagram-description">{escape(description)}</desc>\n{body}</svg>'
    )


def _places(relations: Relations) -> dict[str, Point]:
    pairs = [pair for pair in relations.links if pair[0] != pair[1]]
    many = Counter(box for pair in pairs for box in pair)
    order = sorted(relations.boxes, key=lambda box: (-many[box], box))
    hub, ring = order[0], _untangled(order[1:], [pair for pair in pairs if order[0] not in pair])
    places = {hub: (WIDTH / 2, HEIGHT / 2)}
    for index, box in enumerate(ring):
        turn = 2 * pi * index / len(ring) - pi / 2
        places[box] = (WIDTH / 2 + _ACROSS * cos(turn), HEIGHT / 2 + _DOWN * sin(turn))
    return places


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


def _size(box: str, relations: Relations, name: Name) -> tuple[float, float]:
    lines = _lines(box, relations, name)
    return max(90, _LETTER * max(map(len, lines)) + 18), _LINE * len(lines) + 12


def _frame(middle: Point, size: tuple[float, float]) -> Frame:
    (x, y), (wide, high) = middle, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _lines(box: str, relations: Relations, name: Name) -> list[str]:
    """Return the name of a class, the classes below it and the properties that lead back to it."""
    below = [f"· {name(iri)}" for iri in relations.boxes[box]]
    loops = [f"↻ {name(iri)}" for iri in relations.links.get((box, box), ())]
    return [name(box), *below, *loops]


def _boxes(relations: Relations, places: dict[str, Point], name: Name) -> Iterator[str]:
    for box, (x, y) in places.items():
        wide, high = _size(box, relations, name)
        left, top = x - wide / 2, y - high / 2
        corner, size = f'x="{px(left)}" y="{px(top)}"', f'width="{px(wide)}" height="{px(high)}"'
        yield f'<rect class="box" {corner} {size} rx="4"/>\n'
        for index, line in enumerate(_lines(box, relations, name)):
            first = f'class="name" x="{px(x)}" text-anchor="middle"'
            at = f'x="{px(left + 8)}"' if index else first
            yield f'<text {at} y="{px(top + 6 + _LINE * (index + 0.75))}">{escape(line)}</text>\n'


@dataclass(frozen=True, slots=True)
class _Way:
    """The line from one box to another, bent towards the middle, and the words that stand on it."""

    tail: Point
    bend: Point
    tip: Point
    words: tuple[str, ...]

    def at(self, share: float) -> Point:
        rest = 1 - share
        parts = zip(self.tail, self.bend, self.tip, strict=True)
        x, y = (rest * rest * a + 2 * rest * share * b + share * share * c for a, b, c in parts)
        return x, y

    def frame(self, share: float) -> Frame:
        x, y = self.at(share)
        wide, high = _LETTER * max(map(len, self.words)) / 2 + 6, _LINE * len(self.words) / 2
        return x - wide, y - high, x + wide, y + high


def _ways(relations: Relations, places: dict[str, Point], name: Name) -> Iterator[_Way]:
    for (start, end), properties in relations.links.items():
        if start == end:
            continue
        (x, y), (to_x, to_y) = places[start], places[end]
        straight = (WIDTH / 2, HEIGHT / 2) in (places[start], places[end])
        pull = 0.0 if straight else _BEND * min(1.0, 2 * hypot(to_x - x, to_y - y) / WIDTH)
        bend = (x + to_x) / 2, (y + to_y) / 2
        bend = bend[0] + (WIDTH / 2 - bend[0]) * pull, bend[1] + (HEIGHT / 2 - bend[1]) * pull
        tail = _edge(bend, places[start], _size(start, relations, name))
        tip = _edge(bend, places[end], _size(end, relations, name))
        yield _Way(tail, bend, tip, tuple(map(name, properties)))


def _lines_between(ways: Sequence[_Way]) -> Iterator[str]:
    for way in ways:
        (x, y), (by_x, by_y), (to_x, to_y) = way.tail, way.bend, way.tip
        path = f"M{px(x)} {px(y)}Q{px(by_x)} {px(by_y)} {px(to_x)} {px(to_y)}"
        yield f'<path class="line" d="{path}" marker-end="url(#head)"/>\n'


def _labels(ways: Sequence[_Way], taken: list[Frame]) -> Iterator[str]:
    """Yield the words on each line where they cover the least of the boxes and of other words."""
    for way in ways:
        share = min(_SHARES, key=lambda one: sum(_covered(way.frame(one), frame) for frame in taken))
        frame = way.frame(share)
        taken.append(frame)
        for index, line in enumerate(way.words):
            x, y = (frame[0] + frame[2]) / 2, frame[1] + _LINE * (index + 0.8)
            yield f'<text class="label" text-anchor="middle" x="{px(x)}" y="{px(y)}">{escape(line)}</text>\n'


def _covered(one: Frame, other: Frame) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def _edge(start: Point, end: Point, size: tuple[float, float]) -> Point:
    """Return where the line from a point to the middle of a box meets the box."""
    across, down = start[0] - end[0], start[1] - end[1]
    sides = zip((size[0] / 2 + 3, size[1] / 2 + 3), (across, down), strict=True)
    share = min([*(half / abs(part) for half, part in sides if part), 1.0])
    return end[0] + across * share, end[1] + down * share


def px(number: float) -> str:
    """Return a number with one decimal at most, 0 never as -0."""
    return f"{round(number, 1) + 0.0:g}"
