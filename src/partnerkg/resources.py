"""The one door to `ontology/`, `graph/` and `queries/`."""

from __future__ import annotations

import os

TYPE_CHECKING = False

ROOMS = ("ontology", "graph", "queries")
DATASET = os.path.join("graph", "dataset.ttl")  # by which a folder is known as a project
SHIPPED = ("@partnerkg", "partnerkg")  # what people may call the shipped project


def root() -> str:
    """Return the folder that holds the shipped project: the wheel's own copy, else the checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    return carried() or os.path.dirname(os.path.dirname(package))


def carried() -> str | None:
    """Return the copy of the shipped project inside the installed package, None in a checkout."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "project")
    return folder if os.path.isdir(folder) else None


def named(place: str) -> str:
    """Return the path that people mean: the shipped project by its name, unless a file or folder has it."""
    at = place == SHIPPED[0] or (place in SHIPPED and not os.path.lexists(place))
    return root() if at else place


def project(start: str) -> str | None:
    """Return the project that a folder lies in, found as git finds its root; None for the shipped one."""
    folder = os.path.realpath(start)
    while not os.path.isfile(os.path.join(folder, DATASET)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return None if folder == os.path.realpath(root()) else folder


def files(folder: str, *endings: str) -> list[str]:
    """Return the files below `folder` whose names end so, sorted; none if the folder is absent."""
    found = [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith(endings)
    ]
    return sorted(found)
