"""The data to validate: a store as it is, or quads and files loaded into one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from pyoxigraph import BlankNode, Quad, Store

from partnerkg.rdf import lexical, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row, Term


@runtime_checkable
class Data(Protocol):
    """A dataset whose default graph is the union of all its graphs, each triple once."""

    def each(self, text: str) -> Iterable[Row]:
        """Return the rows of a SELECT, None for what is unbound."""

    def everything(self) -> Iterator[Quad]:
        """Yield every quad as it was written, ontology included."""

    def written(self) -> tuple[Quad, ...]:
        """Return the statements that the dataset has in another form than they were written."""


@runtime_checkable
class Near(Data, Protocol):
    """A dataset of this process, which can be asked for quads by pattern."""

    def match(self, subject: Term | None, predicate: Term | None, value: Term | None) -> Iterator[Quad]:
        """Yield the quads of this pattern in any graph, as the store has them."""


class Loaded:
    """Quads as a dataset; kept twice, as they were written and as the store has them."""

    __slots__ = ("_quads", "_store", "_written")

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads = list(quads)
        self._store = Store()  # with the graphs, for a claim is one; the default graph is their union
        self._store.bulk_extend(self._quads)
        self._store.bulk_extend(Quad(s, p, o) for s, p, o, _ in self._quads)
        self._written = lexical.unusual(lambda: self._quads)

    def each(self, text: str) -> Iterator[Row]:
        """Return the rows of a SELECT, None for what is unbound."""
        return map(tuple, self._store.query(text))  # type: ignore[arg-type]

    def match(self, subject: Term | None, predicate: Term | None, value: Term | None) -> Iterator[Quad]:
        """Yield the quads of this pattern in any graph, as the store has them."""
        return self._store.quads_for_pattern(subject, predicate, value, None)  # type: ignore[arg-type]

    def add(self, quads: Iterable[Quad]) -> list[Quad]:
        """Take triples beside all graphs, and return those that no graph has."""
        spelt, known = self._forms()

        def is_new(quad: Quad) -> bool:
            if quad not in self._store:
                return True
            kept = _kept(quad)
            return (kept != quad or kept in spelt) and quad not in known

        new = [quad for quad in dict.fromkeys(quads) if is_new(quad)]
        if new:
            self._quads += new
            self._store.extend(new)
            self._written = lexical.unusual(lambda: self._quads, lambda: (*self._written, *new))
        return new

    def withdraw(self, quads: Sequence[Quad]) -> None:
        """Give back the triples that were taken last."""
        gone = set(quads)
        del self._quads[len(self._quads) - len(quads) :]
        self._written = tuple(quad for quad in self._written if quad not in gone)
        spelt, _ = self._forms()
        for quad in gone:
            if _kept(quad) not in spelt:
                self._store.remove(quad)

    def _forms(self) -> tuple[set[Quad], set[Quad]]:
        """Return the triples that are written in another form than the store has, so and as written."""
        known = {Quad(s, p, o) for s, p, o, _ in self._written}
        return {_kept(quad) for quad in known}, known

    def everything(self) -> Iterator[Quad]:
        """Yield every quad as it was written."""
        return iter(self._quads)

    def written(self) -> tuple[Quad, ...]:
        """Return the statements that the dataset has in another form than they were written."""
        return self._written


def _kept(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, lexical.stored(quad.object))


def dataset(data: Data | Iterable[Quad | str | os.PathLike[str]]) -> Data:
    """Return a store unchanged, quads and files loaded.

    A store that has statements about nodes without name in another form than they were written is loaded
    anew: what it calls these nodes, its files do not. MissingFile, UnreadableFile or BrokenFile if a file
    cannot be read.
    """
    found = data if isinstance(data, Data) else Loaded(read.quads(data))
    if isinstance(found, Loaded) or not any(isinstance(quad.subject, BlankNode) for quad in found.written()):
        return found
    return Loaded(found.everything())


def near(data: Data) -> Near:
    """Return a dataset of this process: this one, or what it has loaded."""
    return data if isinstance(data, Near) else Loaded(data.everything())
