"""Lines with fewer points: those that stand off the line between the others by more than a tolerance."""

from __future__ import annotations

from math import hypot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = tuple[float, float]


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points that matter, the ends always (Douglas and Peucker, 1973); a ring stays a ring."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    if len(points) > 3 and points[0] == points[-1]:  # a ring: its farthest point is an end too
        far = max(range(len(points)), key=lambda place: _apart(points[place], points[0]))
        kept.add(far)
        waiting = [(0, far), (far, len(points) - 1)]
    while waiting:
        start, end = waiting.pop()
        if end - start < 2:
            continue
        place = max(range(start + 1, end), key=lambda one: _off(points[one], points[start], points[end]))
        if _off(points[place], points[start], points[end]) > tolerance:
            kept.add(place)
            waiting += [(start, place), (place, end)]
    return [points[place] for place in sorted(kept)]


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the piece of line between two others."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = x * x + y * y
    if not length:
        return _apart(point, start)
    share = max(0.0, min(1.0, ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / length))
    return _apart(point, (start[0] + share * x, start[1] + share * y))
