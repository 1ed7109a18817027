"""Where names stand beside circles so that none covers another: those of the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

LETTER = 0.53  # width of a letter of the sans, in ems


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle with the name that should stand beside it."""

    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place: where it begins, `anchor` as SVG has it; `leader` where a line to it ends."""

    spot: Spot
    x: float
    y: float
    anchor: str
    box: tuple[float, float, float, float]
    leader: tuple[float, float] | None = None


def placed(
    spots: Sequence[Spot], size: float, frame: tuple[float, float, float, float], others: Sequence[Spot] = ()
) -> list[Label]:
    """Return the names that find a place in a frame (left, top, right, bottom), in the order of the spots.

    Each tries eight places near its circle, then eight at 14 and 26 units with a line, which crosses no name.
    No name stands over a circle, nor over those of `others`, which have no name.
    """
    circles = [
        (spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius)
        for spot in (*spots, *others)
    ]
    labels: list[Label] = []
    for spot in spots:
        for label in _tried(spot, size):
            if _inside(label.box, frame) and not _hit(label, spot, circles, labels):
                labels.append(label)
                break
    return labels


def _tried(spot: Spot, size: float):  # type: ignore[no-untyped-def]
    wide, high = LETTER * size * len(spot.words), size
    for gap in (4.0, 14.0, 26.0):
        for turn in (0.0, 0.5, 0.875, 0.125, 0.625, 0.375, 0.75, 0.25):
            dx, dy = cos(2 * pi * turn), sin(2 * pi * turn)
            x, y = spot.x + (spot.radius + gap) * dx, spot.y + (spot.radius + gap) * dy
            anchor = "middle" if abs(dx) < 0.1 else "start" if dx > 0 else "end"
            start = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            base = y + size * (0.36 if abs(dy) < 0.9 else 0.0 if dy < 0 else 0.75)
            box = (start - 1, base - 0.8 * high, start + wide + 1, base + 0.22 * high)
            yield Label(spot, x, base, anchor, box, (x, y) if gap > 4 else None)


def _inside(box: tuple[float, float, float, float], frame: tuple[float, float, float, float]) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _hit(
    label: Label,
    spot: Spot,
    circles: Sequence[tuple[float, float, float, float]],
    labels: Sequence[Label],
) -> bool:
    if any(_over(label.box, circle) for circle in circles):
        return True
    if any(_over(label.box, other.box) for other in labels):
        return True
    lines = [(label.spot, label.leader)] if label.leader else []
    for other in labels:
        if lines and _crosses(spot, label.leader, other.box):  # type: ignore[arg-type]
            return True
        if other.leader and _crosses(other.spot, other.leader, label.box):
            return True
    return False


def _over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(spot: Spot, end: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    steps = ((spot.x + (end[0] - spot.x) * at / 12, spot.y + (end[1] - spot.y) * at / 12) for at in range(13))
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in steps)
