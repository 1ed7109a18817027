"""The one door to `ontology/`, `graph/` and `queries/`."""

from __future__ import annotations

import os

TYPE_CHECKING = False

ROOMS = ("ontology", "graph", "queries")


def root() -> str:
    """Return the folder that holds the shipped project: the wheel's own copy, else the checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    carried = os.path.join(package, "project")
    return carried if os.path.isdir(carried) else os.path.dirname(os.path.dirname(package))


def files(folder: str, *endings: str) -> list[str]:
    """Return the files below `folder` whose names end so, sorted; none if the folder is absent."""
    found = [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith(endings)
    ]
    return sorted(found)
