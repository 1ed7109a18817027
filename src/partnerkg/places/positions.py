"""Where the communes and départements of metropolitan France are: a point each, an outline each.

Packed in `positions.tsv.gz` and `outlines.tsv.gz` by `partnerkg.places.pack_positions` from the outlines of
IGN Admin Express COG 2018 (Licence Ouverte 2.0); read when first asked. Longitude and latitude are in degrees
(WGS 84); a point is within some hundred metres of the middle of its commune.
"""

from __future__ import annotations

import gzip
import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkg.places.simplified import Point

SOURCE = "IGN Admin Express COG 2018, Licence Ouverte"
POSITIONS, OUTLINES = "positions.tsv.gz", "outlines.tsv.gz"
# Towns of which pages name arrondissements, which stand where the town does.
_ARRONDISSEMENTS = {"751": "75056", "6938": "69123", "132": "13055"}


@cache
def positions() -> Mapping[str, Point]:
    """Return the point of each commune by its code."""
    rows = (line.split("\t") for line in _lines(POSITIONS))
    return {code: (float(longitude), float(latitude)) for code, longitude, latitude in rows}


def position(code: str) -> Point | None:
    """Return the point of a commune or municipal arrondissement, None if it is not known."""
    known = positions()
    if code in known:
        return known[code]
    town = next((town for start, town in _ARRONDISSEMENTS.items() if code.startswith(start)), "")
    return known.get(town)


@cache
def outlines() -> Mapping[str, tuple[str, Sequence[Sequence[Point]]]]:
    """Return the name and the rings of each département by its code."""
    found = {}
    for line in _lines(OUTLINES):
        code, name, *rings = line.split("\t")
        found[code] = name, tuple(tuple(map(_point, ring.split())) for ring in rings)
    return found


def _point(text: str) -> Point:
    longitude, latitude = text.split(",")
    return float(longitude), float(latitude)


def _lines(name: str) -> Iterator[str]:
    with gzip.open(os.path.join(os.path.dirname(__file__), name), "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
