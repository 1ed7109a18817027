"""The store on the disk: a directory that was loaded once, is opened at once, and is only read.

It is Oxigraph's own directory, which its server serves as well, with a description beside. Its default
graph holds every triple once.
"""

from __future__ import annotations

import json
import os

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import BrokenStore, Message
from partnerkg.store.base import ONTOLOGY, ROOMS
from partnerkg.store.local import Local, graph_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DESCRIPTION = "partnerkg.json"
LAYOUT = 1  # to be counted up when an older program would misread what a newer one writes, or the reverse
_ENGINE = "CURRENT"  # the file that every directory of the engine has


class Description:
    """What is beside the data: `borrowed` if the ontology is not its own, `loose` if triples had no graph."""

    __slots__ = ("borrowed", "loose", "statements")

    def __init__(self, borrowed: bool, loose: bool, statements: int) -> None:
        self.borrowed = borrowed
        self.loose = loose
        self.statements = statements

    def text(self) -> str:
        """Return it as it is written."""
        content = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps({"layout": LAYOUT, **content}, indent=1) + "\n"


def is_store(path: str) -> bool:
    """Return whether a directory is a store, whole or not."""
    return any(os.path.isfile(os.path.join(path, name)) for name in (DESCRIPTION, _ENGINE))


def read(path: str) -> Persisted:
    """Return the store in a directory; BrokenStore if it is not whole or another version wrote it."""
    description = _description(path)
    try:
        return Persisted(Oxigraph.read_only(path), description)
    except (OSError, RuntimeError, ValueError) as error:
        raise BrokenStore(path=path, reason=" ".join(str(error).split())) from None


def _description(path: str) -> Description:
    try:
        with open(os.path.join(path, DESCRIPTION), encoding="utf-8") as file:
            content = json.load(file)
        if content.pop("layout") != LAYOUT:
            raise BrokenStore(path=path, reason=Message("another version of partnerkg wrote it"))
        return Description(**content)
    except FileNotFoundError:
        reason = Message("`partnerkg load` did not write it, or not to its end")
    except OSError as error:
        reason = Message("{reason}", reason=error.strerror)
    except (ValueError, TypeError, KeyError, AttributeError):
        reason = Message("its description is damaged")
    raise BrokenStore(path=path, reason=reason)


class Persisted(Local):
    """A dataset on the disk, all rooms together."""

    __slots__ = ("description",)

    def __init__(self, store: Oxigraph, description: Description) -> None:
        """Take the engine's store, open for reading, and what describes it."""
        self._store = store
        self.description = description

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """Do nothing: all rooms are there."""

    def _as_union(self, text: str) -> bool:
        return False

    def quads(self) -> Iterator[Quad]:
        """Yield every quad once, literals as the engine keeps them; not the ontology if it is borrowed."""
        return self._of_all_graphs(but=graph_of(ONTOLOGY) if self.description.borrowed else None)

    def everything(self) -> Iterator[Quad]:
        return self._of_all_graphs()

    def _of_all_graphs(self, but: NamedNode | None = None) -> Iterator[Quad]:
        for graph in self._store.named_graphs():
            if graph != but:
                yield from self._store.quads_for_pattern(None, None, None, graph)
        if self.description.loose:
            yield from filter(self._stated, self._store.quads_for_pattern(None, None, None, DefaultGraph()))

    def _stated(self, quad: Quad) -> bool:
        if isinstance(quad.graph_name, DefaultGraph) and not self.description.loose:
            return False
        return super()._stated(quad)
