"""When data wants the ontology that comes with partnerkg beside it: when it uses a term of it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad


class Lending:
    """Quads, and after them an ontology if it is `wanted`: if one of them has a term of partnerkg's."""

    __slots__ = ("_ontology", "_quads", "wanted")

    def __init__(self, quads: Iterable[Quad], ontology: Iterable[Quad] = ()) -> None:
        self._quads = quads
        self._ontology = ontology
        self.wanted = False  # until one is seen

    def __iter__(self) -> Iterator[Quad]:
        for quad in self._quads:
            self.wanted = self.wanted or _has_term(quad)
            yield quad
        if self.wanted:
            yield from self._ontology


def is_wanted(quads: Iterable[Quad]) -> bool:
    """Return whether one of these quads has a term of partnerkg's."""
    return any(map(_has_term, quads))


def _has_term(quad: Quad) -> bool:
    base = prefixes()["pk"]
    value = quad.object
    return quad.predicate.value.startswith(base) or (
        isinstance(value, NamedNode) and value.value.startswith(base)
    )
