"""The data to validate: a store as it is, or quads and files loaded into one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from pyoxigraph import DefaultGraph, Quad, Store

from partnerkg.rdf import lexical
from partnerkg.validate import sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import Literal

    from partnerkg.model.terms import Row


@runtime_checkable
class Data(Protocol):
    """A dataset whose default graph is the union of all its graphs, each triple once."""

    def each(self, text: str) -> Iterable[Row]:
        """Return the rows of a SELECT, None for what is unbound."""

    def everything(self) -> Iterator[Quad]:
        """Yield every quad as it was written, ontology included."""

    def rewritten(self) -> Literal | None:
        """Return the first literal that the dataset reads in another form than it was written, else None."""


class Loaded:
    """Quads as a dataset; kept twice, as they were written and as the store has them."""

    __slots__ = ("_quads", "_store")

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads = list(quads)
        self._store = Store()
        self._store.bulk_extend(Quad(s, p, o, DefaultGraph()) for s, p, o, _ in self._quads)

    def each(self, text: str) -> Iterator[Row]:
        """Return the rows of a SELECT, None for what is unbound."""
        return map(tuple, self._store.query(text))  # type: ignore[arg-type]

    def everything(self) -> Iterator[Quad]:
        """Yield every quad as it was written."""
        return iter(self._quads)

    def rewritten(self) -> Literal | None:
        """Return the first literal that the store reads in another form than it was written, else None."""
        return lexical.changed(quad.object for quad in self._quads)


def dataset(data: Data | Iterable[Quad | str | os.PathLike[str]]) -> Data:
    """Return a store unchanged, quads and files loaded.

    MissingFile, UnreadableFile or BrokenFile if a file cannot be read.
    """
    return data if isinstance(data, Data) else Loaded(sources.quads(data))
