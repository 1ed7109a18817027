"""From degrees to the units of a picture: equirectangular, true to scale in its middle."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

from partnerkg.pipeline.values import simplified

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a picture that shows a part of the earth."""

    left: float
    top: float
    width: float
    height: float
    west: float
    north: float
    across: float  # units for a degree of longitude
    down: float

    def at(self, point: Point) -> Point:
        """Return where a point stands in the picture."""
        return self.left + (point[0] - self.west) * self.across, self.top + (
            self.north - point[1]
        ) * self.down

    def holds(self, point: Point) -> bool:
        """Return whether a point stands in the frame."""
        x, y = self.at(point)
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height

    def path(self, rings: Iterable[Sequence[Point]], tolerance: float, digits: int = 0) -> str:
        """Return rings as the path of an SVG, with fewer points."""
        parts = []
        for ring in rings:
            points = [self.at(point) for point in simplified(ring, tolerance)]
            if len(points) > 3:
                parts.append("M" + "L".join(f"{x:.{digits}f} {y:.{digits}f}" for x, y in points) + "Z")
        return "".join(parts)


def fitting(
    points: Sequence[Point], left: float, top: float, width: float, height: float | None = None
) -> Frame:
    """Return the frame of this width that shows all points; its height follows, unless it is given."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = cos(radians((south + north) / 2))
    if height is None:
        across = width / ((east - west) or 1)
        down = across / narrow
        return Frame(left, top, width, (north - south) * down, west, north, across, down)
    down = min(width / (((east - west) or 0.01) * narrow), height / ((north - south) or 0.01))
    across = down * narrow
    west -= (width / across - (east - west)) / 2
    north += (height / down - (north - south)) / 2
    return Frame(left, top, width, height, west, north, across, down)
