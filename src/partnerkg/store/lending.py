"""When data wants the ontology that comes with partnerkg beside it: when it uses a term of it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad


class Lending:
    """Quads, and after them an ontology if one has a term of partnerkg's; `lent` counts the latter."""

    __slots__ = ("_ontology", "_quads", "lent")

    def __init__(self, quads: Iterable[Quad], ontology: Iterable[Quad]) -> None:
        self._quads = quads
        self._ontology = ontology
        self.lent = 0

    def __iter__(self) -> Iterator[Quad]:
        base, used = prefixes()["pk"], False
        for quad in self._quads:
            used = used or quad.predicate.value.startswith(base) or _is_term(quad.object, base)
            yield quad
        for quad in self._ontology if used else ():
            self.lent += 1
            yield quad


def _is_term(value: object, base: str) -> bool:
    return isinstance(value, NamedNode) and value.value.startswith(base)
