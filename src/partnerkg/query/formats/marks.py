"""The marks of a picture: a shape with a colour for each kind of thing, a stroke for each kind of link.

The colours are those of Okabe and Ito, which people with any kind of colour vision tell apart, some darkened
so that they stand out from white.
"""

from __future__ import annotations

from collections import Counter
from math import cos, pi, sin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from typing import Any

    from pyoxigraph import NamedNode

# Corners, first corner's direction in turns, colour; the last is for all other kinds.
SHAPES = (
    (0, 0.0, "#0072b2"),
    (4, 0.125, "#d55e00"),
    (3, 0.75, "#008060"),
    (4, 0.0, "#a03c78"),
    (3, 0.25, "#8a6d00"),
    (6, 0.0, "#2f7fb5"),
    (5, 0.75, "#000000"),
    (0, 0.0, "#ffffff"),
)
STROKES = (
    ("#767676", ""),
    ("#0072b2", "7 3"),
    ("#d55e00", "2 3"),
    ("#008060", "9 3 2 3"),
    ("#a03c78", "12 4"),
    ("#8a6d00", "1 4"),
    ("#000000", "4 2 1 2 1 2"),
)
_SIZE = 5.5
_NAMED = 6  # kinds that share a mark


class Key:
    """Which mark stands for which kind: the commonest kinds have their own, the rest share the last."""

    def __init__(self, kinds: Mapping[Any, NamedNode], names: Mapping[NamedNode, str], marks: int) -> None:
        counts = Counter(kinds.values())
        self._kinds, self._names = kinds, names
        self._counts = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].value)))
        own = list(self._counts)[: marks - 1]
        self._places = {kind: place for place, kind in enumerate(own)}
        self._last = marks - 1

    def place(self, thing: Hashable) -> int:
        """Return which mark a thing has, the first if it has no kind."""
        return self._places.get(self._kinds[thing], self._last) if thing in self._kinds else 0

    def name(self, thing: Hashable) -> str:
        """Return what the kind of a thing is called, an empty text if it has none."""
        return self._names[self._kinds[thing]] if thing in self._kinds else ""

    def legend(self, drawn: Callable[[int, float, float], str]) -> Iterator[tuple[str, str]]:
        """Yield each mark with the kinds it stands for and how many there are of each."""
        said: dict[int, list[str]] = {}
        for kind, count in self._counts.items():
            said.setdefault(self._places.get(kind, self._last), []).append(f"{self._names[kind]} ({count})")
        for place, names in said.items():
            yield drawn(place, 0, 0), ", ".join(names[:_NAMED] + ["…"] * (len(names) > _NAMED))


def shape(place: int, x: float, y: float) -> str:
    """Return the shape of a kind of thing, its middle at a point."""
    corners, turn, colour_ = SHAPES[place]
    look = f'fill="{colour_}" stroke="#333"'
    if not corners:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_SIZE - 0.5}" {look}/>'
    angles = [2 * pi * (turn + corner / corners) for corner in range(corners)]
    points = " ".join(f"{x + _SIZE * cos(angle):.1f},{y + _SIZE * sin(angle):.1f}" for angle in angles)
    return f'<polygon points="{points}" {look}/>'


def stroke(place: int) -> str:
    """Return the look of a kind of link."""
    colour_, dashes = STROKES[place]
    return f'stroke="{colour_}"' + (f' stroke-dasharray="{dashes}"' if dashes else "")


def colour(place: int) -> str:
    """Return the colour of a kind of link."""
    return STROKES[place][0]


def sample(place: int, x: float, y: float) -> str:
    """Return a piece of the stroke of a kind of link, its middle at a point."""
    return f'<path d="M{x - 16:.1f} {y:.1f}h32" {stroke(place)}/>'
