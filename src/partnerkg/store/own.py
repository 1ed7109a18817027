"""A store as its files alone make it, without the ontology that was lent to it."""

from __future__ import annotations

from partnerkg.rdf import lexical
from partnerkg.store.base import ONTOLOGY, ROOMS
from partnerkg.store.local import Local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad
    from pyoxigraph import Store as Oxigraph


class Own(Local):
    """What is asked of somebody's file is answered about that file: another look at the same engine."""

    __slots__ = ("_whole",)

    def __init__(self, whole: Local) -> None:
        """Take the store that was lent an ontology."""
        self._whole = whole

    @property
    def _store(self) -> Oxigraph:  # type: ignore[override]
        return self._whole._store

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        self._whole.give_back()
        self._whole.need(room for room in rooms if room != ONTOLOGY)

    def _as_union(self, text: str) -> bool:
        return self._whole._as_union(text)

    def quads(self) -> Iterator[Quad]:
        return self._whole.quads()

    def everything(self) -> Iterator[Quad]:
        return self._whole.quads()

    def written(self) -> tuple[Quad, ...]:
        return lexical.unusual(self._whole.quads)
