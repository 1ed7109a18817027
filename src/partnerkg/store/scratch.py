"""A store on the disk for as long as it is used: for more statements than memory should hold."""

from __future__ import annotations

import os
import weakref
from contextlib import contextmanager
from itertools import islice
from tempfile import gettempdir

from pyoxigraph import Quad, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import UnwritablePath
from partnerkg.files import scratch
from partnerkg.store import loading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BATCH = 1000  # quads written at once
_STORE, _GIVEN = "store", "given.nq"


class Scratch:
    """A temporary folder with an engine's store and the quads as they were given.

    It goes when it is closed, when nothing refers to it any more, or when the interpreter ends.
    """

    __slots__ = ("__weakref__", "_gone", "folder")

    def __init__(self) -> None:
        """Make the folder; UnwritablePath if there is no place for it."""
        with _writing(gettempdir()):
            self.folder = scratch.temporary()
        self._gone = weakref.finalize(self, scratch.remove, self.folder)

    def store(self, quads: Iterable[Quad]) -> Oxigraph:
        """Return the engine's store of the quads, whose default graph has every triple once.

        UnwritablePath if there is no place for it.
        """
        with _writing(self.folder):
            store = Oxigraph(os.path.join(self.folder, _STORE))
            loading.fill(store, iter(quads))
        return store

    def kept(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield the quads, which `given` yields again once all were taken."""
        source = iter(quads)
        with open(os.path.join(self.folder, _GIVEN), "wb") as file:
            while batch := list(islice(source, _BATCH)):
                with _writing(self.folder):
                    file.write(serialize(batch, format=RdfFormat.N_QUADS) or b"")
                yield from batch

    def given(self) -> Iterator[Quad]:
        """Yield the quads that were kept, letter for letter."""
        return parse(path=os.path.join(self.folder, _GIVEN), format=RdfFormat.N_QUADS)

    def close(self) -> None:
        """Remove the folder; what still reads its store must not be used any more."""
        self._gone()


@contextmanager
def _writing(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritablePath(path=place, reason=error.strerror or str(error)) from None
