"""The store on the disk: a directory that was loaded once, is opened at once, and is only read.

It is Oxigraph's own directory, which its server serves as well, with a description beside. Its default
graph holds every triple once, but for those of an ontology that was lent: they stand in a graph of their own.
"""

from __future__ import annotations

import json
import os

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import BrokenStore, Message
from partnerkg.store import declared
from partnerkg.store.base import ONTOLOGY, ROOMS
from partnerkg.store.local import Local, graph_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from partnerkg.sparql.query import Query

DESCRIPTION = "partnerkg.json"
LAYOUT = 2  # to be counted up when an older program would misread what a newer one writes, or the reverse
_LENT = graph_of(ONTOLOGY)
MOST_HELD = 200_000  # statements: some 200 MB, and a few seconds to take them there
_ENGINE = "CURRENT"  # the file that every directory of the engine has


class Description:
    """What is beside the data: `borrowed` if the ontology is not its own, `loose` if triples had no graph.

    `prefixes` are those that files of strangers declared, none for a project.
    """

    __slots__ = ("borrowed", "loose", "prefixes", "statements")

    def __init__(self, borrowed: bool, loose: bool, statements: int, prefixes: dict[str, str]) -> None:
        self.borrowed = borrowed
        self.loose = loose
        self.statements = statements
        self.prefixes = prefixes

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


def held(path: str) -> Persisted | None:
    """Return the store in a directory with all its data in memory, None if they are more than MOST_HELD.

    There it answers several times as fast, and can be shared by copies of a process. BrokenStore.
    """
    description = _description(path)
    if description.statements > MOST_HELD:
        return None
    store = Oxigraph()
    store.bulk_extend(read(path)._store)
    return Persisted(store, description)


def empty() -> Persisted:
    """Return a store of nothing, in memory."""
    return Persisted(Oxigraph(), Description(borrowed=False, loose=False, statements=0, prefixes={}))


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
    """A dataset on the disk, all rooms together, or `alone`, without an ontology that was lent."""

    __slots__ = ("_alone", "_named", "_own", "description")

    def __init__(self, store: Oxigraph, description: Description, *, alone: bool = False) -> None:
        """Take the engine's store, open for reading, and what describes it."""
        self._store = store
        self.description = description
        self._alone = alone
        self._own: Persisted | None = None
        self._named: list[NamedNode] | None = None  # until a query asks for graphs: nothing changes them

    def own(self) -> Persisted:
        if self._own is None:
            self._own = Persisted(self._store, self.description, alone=True)
        return self._own

    def prefixes(self, query: Query) -> Mapping[str, str]:
        return declared.known(query, self.declared)

    def declared(self) -> dict[str, str]:
        return self.description.prefixes if self._alone else {}

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """Do nothing: all rooms are there."""

    def _dataset(self, text: str) -> dict[str, Any]:
        if not self.description.borrowed:
            return {}
        if not self._alone:
            return {"default_graph": [DefaultGraph(), _LENT]}
        if "graph" not in text.casefold():
            return {}  # only the default graph is looked at, which is without what was lent
        if self._named is None:
            self._named = list(self._graphs())
        return {"named_graphs": self._named}

    def _graphs(self) -> Iterator[NamedNode]:
        """Yield the named graphs, without that of an ontology that was lent if it is left alone."""
        for graph in self._store.named_graphs():
            if isinstance(graph, NamedNode) and self._shows(graph):
                yield graph

    def _shows(self, graph: NamedNode) -> bool:
        return graph != _LENT or not (self._alone and self.description.borrowed)

    def _has(self, graph: NamedNode) -> bool:
        return self._shows(graph) and super()._has(graph)

    def quads(self) -> Iterator[Quad]:
        """Yield every quad once, literals as the engine keeps them; not the ontology if it is borrowed."""
        return self._of_all_graphs(but=_LENT if self.description.borrowed else None)

    def everything(self) -> Iterator[Quad]:
        return self.quads() if self._alone else self._of_all_graphs()

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
