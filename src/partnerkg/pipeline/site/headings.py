"""Under which heading and in which order a record shows its properties: as the shapes say."""

from __future__ import annotations

from math import inf

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes, shorten
from partnerkg.pipeline.site.names import Text
from partnerkg.validate import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.validate.paths import Path

COLLABORATIONS, IDENTITY, PLACE, RELATIONS, SUPPORT, EVIDENCE = (
    "group-" + name for name in ("collaborations", "identity", "place", "relations", "support", "evidence")
)
# The facets by which completeness is measured, and the headings that their items stand under.
FACETS = {
    "facet-contact": IDENTITY,
    "facet-identifiers": IDENTITY,
    "facet-identity": IDENTITY,
    "facet-place": PLACE,
    "facet-relations": RELATIONS,
}


class Headings:
    """The groups of property shapes (`sh:group`, `sh:order`), and what a property is called in a record."""

    def __init__(self) -> None:
        shapes = load()
        base = prefixes()["pks"]
        self._groups = {group.iri.removeprefix(base): group for group in shapes.groups.values()}
        self._places: dict[NamedNode, tuple[str, float]] = {}
        self._names: dict[NamedNode, dict[str, str]] = {}
        for shape in shapes:
            if shape.path is None or shape.group is None or shape.deactivated:
                continue
            group = shape.group.removeprefix(base)
            for property_ in _first(shape.path):
                if group.startswith("group-"):
                    self._places.setdefault(property_, (group, shape.order))

    def place(self, property_: NamedNode) -> tuple[str, float]:
        """Return the group of a property and its order in it."""
        return self._places.get(property_, (RELATIONS, inf))

    def order(self, group: str) -> float:
        """Return where a group stands among the others."""
        return self._groups[group].order if group in self._groups else inf

    def label(self, group: str, language: str) -> Text:
        """Return what a group is called."""
        labels = self._groups[group].labels if group in self._groups else {}
        for tag in (language, "en", *sorted(labels)):
            if tag in labels:
                return Text(labels[tag], tag)
        return Text(shorten(group))


def _first(path: Path) -> Iterator[NamedNode]:
    """Yield the property that a path begins with, those of each way if it has several."""
    if path.iri:
        yield NamedNode(path.iri)
    elif path.parts:
        yield from _first(path.parts[0])
