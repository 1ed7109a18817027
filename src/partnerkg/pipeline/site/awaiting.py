"""What a graph without organisations has instead, and which readings of its project wait for somebody."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from partnerkg.namespaces import shorten
from partnerkg.pipeline.site.terms import RDF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.site.whole import Whole

MOST = 8  # of each


def classes_of(whole: Whole) -> list[tuple[NamedNode, str, int]]:
    """Return the classes of most things of a graph, each with its short IRI and how many these are."""
    counted = Counter(kind for thing in whole.said.subjects() for kind in whole.said.links(thing, RDF.type))
    most = sorted(counted.items(), key=lambda one: (-one[1], one[0].value))[:MOST]
    return [(class_, shorten(class_.value), count) for class_, count in most]


def awaiting(opened: Opened) -> list[str] | None:
    """Return the names of the readings of a project, None where the graph is no project."""
    folder = Path(opened.project or "", "graph", "readings")
    if opened.endpoint or not opened.project or not folder.is_dir():
        return None
    return sorted(path.stem for path in folder.glob("*.yaml"))[:MOST]
