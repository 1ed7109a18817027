"""What lies near a town: how far apart places are, by the middle of their communes."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from partnerkg.model.name import fold
from partnerkg.pipeline.site.listing import entries
from partnerkg.pipeline.site.terms import IGEO
from partnerkg.places.france import COMMUNE, france
from partnerkg.places.positions import position

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.places.simplified import Point

EARTH = 6371.0  # its radius in kilometres


def middle(name: str, whole: Whole) -> Point | None:
    """Return where a town is: one of the graph by its name or code, else one of France; None for neither."""
    wanted = fold(name)
    for town in (one for entry in entries(whole) for one in entry.towns):
        if wanted in (fold(whole.names("fr")[town].words), whole.said.text(town, IGEO.codeINSEE)):
            return point(town, whole)
    spot = france().at(COMMUNE, name.strip()) or france().town(name)
    return position(spot.code) if spot else None


def point(town: NamedNode, whole: Whole) -> Point | None:
    """Return where a town of the graph is, None if that is not known."""
    return position(whole.said.text(town, IGEO.codeINSEE) or "")


def kilometres(one: Point, other: Point) -> float:
    """Return how far apart two points are, as the crow flies (the haversine formula)."""
    (west, south), (east, north) = (map(radians, point) for point in (one, other))
    part = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH * asin(sqrt(part))
