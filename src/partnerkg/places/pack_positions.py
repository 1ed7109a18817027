"""What `positions` reads, written from points and outlines: `python -m partnerkg.places.pack_positions`.

The folder that is named has `communes-2018.csv` (code, name, longitude, latitude) and
`departements-2018.geojson`, computed from the outlines of IGN Admin Express COG 2018 (Licence Ouverte 2.0).
"""

from __future__ import annotations

import csv
import json
import os
import sys

from partnerkg.files.packed import packed
from partnerkg.files.writing import write_atomically
from partnerkg.model.name import typeset
from partnerkg.places.positions import OUTLINES, POSITIONS
from partnerkg.places.simplified import simplified

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DECIMALS = 3  # of a degree: some hundred metres
TOLERANCE = 0.004  # degrees by which an outline may be off
SMALLEST = 8  # points of a ring as it was written; islets have fewer


def points(folder: str) -> Iterator[str]:
    """Yield a line a commune: code, longitude, latitude."""
    with open(os.path.join(folder, "communes-2018.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            places = (f"{float(row[name]):.{DECIMALS}f}" for name in ("longitude", "latitude"))
            yield "\t".join([row["code"], *places]) + "\n"


def rings(folder: str) -> Iterator[str]:
    """Yield a line a département: code, name, its rings with their points."""
    with open(os.path.join(folder, "departements-2018.geojson"), encoding="utf-8") as file:
        features = json.load(file)["features"]
    for feature in sorted(features, key=lambda one: str(one["properties"]["code"])):
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        outer = [[(x, y) for x, y, *_ in part[0]] for part in parts if len(part[0]) >= SMALLEST]
        drawn = (simplified(ring, TOLERANCE) for ring in outer)
        written = (" ".join(f"{x:.{DECIMALS}f},{y:.{DECIMALS}f}" for x, y in ring) for ring in drawn)
        properties = feature["properties"]
        yield "\t".join([properties["code"], typeset(properties["nom"]), *written]) + "\n"


def main() -> None:
    """Write both files from the folder that is named."""
    for name, lines in ((POSITIONS, points(sys.argv[1])), (OUTLINES, rings(sys.argv[1]))):
        write_atomically(os.path.join(os.path.dirname(__file__), name), packed(map(str.encode, lines)))


if __name__ == "__main__":
    main()
