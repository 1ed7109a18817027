"""A store as its files alone make it, without the ontology that was lent to it."""

from __future__ import annotations

from partnerkg.store import declared
from partnerkg.store.base import ONTOLOGY, ROOMS
from partnerkg.store.local import Local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from pyoxigraph import Quad
    from pyoxigraph import Store as Oxigraph

    from partnerkg.sparql.query import Query


class Own(Local):
    """What is asked of somebody's file is answered about that file: another look at the same engine."""

    __slots__ = ("_prefixes", "_whole", "_written")

    def __init__(self, whole: Local) -> None:
        """Take the store that was lent an ontology."""
        self._whole = whole
        self._prefixes: Mapping[str, str] | None = None  # until a query uses one
        self._written: tuple[Quad, ...] | None = None  # until it is asked

    def prefixes(self, query: Query) -> Mapping[str, str]:
        return declared.known(query, self.declared)

    def declared(self) -> Mapping[str, str]:
        if self._prefixes is None:
            self._prefixes = self._whole.declared()
        return self._prefixes

    @property
    def _store(self) -> Oxigraph:  # type: ignore[override]
        return self._whole._store

    def settle(self, text: str) -> None:
        super().settle(text)
        self.declared()

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        self._whole.give_back()
        self._whole.need(room for room in rooms if room != ONTOLOGY)

    def _dataset(self, text: str) -> dict[str, Any]:
        return self._whole._dataset(text)

    def quads(self) -> Iterator[Quad]:
        return self._whole.quads()

    def everything(self) -> Iterator[Quad]:
        return self._whole.quads()

    def written(self) -> tuple[Quad, ...]:
        if self._written is None:
            self._written = self._whole.written_alone()
        return self._written
