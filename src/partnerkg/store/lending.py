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
        base = prefixes()["pk"]
        for quad in self._quads:
            self.wanted = self.wanted or quad.predicate.value.startswith(base) or _is_term(quad.object, base)
            yield quad
        if self.wanted:
            yield from self._ontology


def _is_term(value: object, base: str) -> bool:
    return isinstance(value, NamedNode) and value.value.startswith(base)
