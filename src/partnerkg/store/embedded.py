"""The store in this process: Oxigraph in memory, filled from files room by room."""

from __future__ import annotations

import os

from pyoxigraph import DefaultGraph, Quad
from pyoxigraph import Store as Oxigraph

from partnerkg import resources
from partnerkg.rdf import forms
from partnerkg.rdf.read import load, parse, prefixes
from partnerkg.rdf.source import OWN
from partnerkg.sparql import repeats
from partnerkg.store import project
from partnerkg.store.base import CLAIMS, EVIDENCE, ONTOLOGY, REFERENCE, ROOMS
from partnerkg.store.local import Local, graph_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from partnerkg.store.base import Store
    from partnerkg.store.own import Own
    from partnerkg.store.project import Part

_ORDER = (CLAIMS, REFERENCE, EVIDENCE, ONTOLOGY)  # last what may be lent
_LENT = graph_of(ONTOLOGY)
LARGE = 1 << 24  # bytes of files; what they say takes some ten times as much memory
_MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"
_REPEATS = """ASK {
    { GRAPH ?one { ?s ?p ?o } GRAPH ?other { ?s ?p ?o } FILTER(?one != ?other) }
    UNION { ?s ?p ?o GRAPH ?graph { ?s ?p ?o } }
}"""


def read(path: str | None = None) -> Embedded:
    """Return the store of a project folder, of any RDF file or folder of them, or of the shipped project.

    Its files are read when they are needed. MissingFile or NoProject if there is nothing to read.
    """
    place = resources.root() if path is None else path
    return Embedded(project.parts(place), borrowed=project.borrows_ontology(place))


def ontology() -> Iterator[Quad]:
    """Yield the quads of the ontology that comes with partnerkg."""
    return read_files(project.parts(resources.root())[ONTOLOGY])


class Embedded(Local):
    """A dataset in memory. Rooms that no query has looked at yet are still files.

    Oxigraph's own union of graphs finds twice what two graphs say. So it answers only queries that cannot
    tell, or all while no triple is repeated; else every triple is put once into the default graph, which
    takes as long as loading and half as much memory again.
    """

    __slots__ = (
        "_borrowed",
        "_has_ontology",
        "_merged",
        "_own",
        "_parts",
        "_repeats",
        "_waiting",
        "_written",
    )

    def __init__(self, parts: Mapping[str, list[Part]], borrowed: bool = False) -> None:
        """Take the files of each room; `borrowed` says that the ontology is not the project's own."""
        self._parts = parts
        self._borrowed = borrowed
        self._own: Own | None = None
        self._written: tuple[Quad, ...] | None = None  # until it is asked
        self._empty()

    def _empty(self) -> None:
        self._store = Oxigraph()
        self._waiting = set(self._parts)
        self._has_ontology: bool | None = None  # whether a graph of this name is in the files themselves
        self._changed()

    def _changed(self) -> None:
        self._merged = False  # whether the default graph has every triple
        self._repeats: bool | None = None  # whether a triple stands in two graphs, None if nobody asked

    def need(self, rooms: Iterable[str] = ROOMS) -> None:
        """Load these rooms, all by default, if they are not yet.

        Raises MissingFile, UnreadableFile, BrokenFile with its line, or UnknownFormat; the store is then
        empty.
        """
        wanted = sorted(self._waiting.intersection(rooms), key=_ORDER.index)
        if not wanted:
            return
        try:
            for room in wanted:
                if room == ONTOLOGY and self._waiting == {*wanted}:
                    self._has_ontology = self._store.contains_named_graph(_LENT)
                for part in self._parts[room]:
                    load(part.path, self._store, graph_of(part.graph) if part.graph else None, part.base)
        except BaseException:
            self._empty()
            raise
        self._changed()
        self._waiting.difference_update(wanted)

    def at_hand(self) -> tuple[str, ...]:
        return tuple(room for room in self._parts if room not in self._waiting)

    def give_back(self) -> None:
        """Be without the ontology that was lent, until it is needed again."""
        if not self._borrowed or ONTOLOGY in self._waiting:
            return
        if self._merged or self._has_ontology is not False:  # what is whose cannot be told any more
            self._empty()
            return
        self._store.remove_graph(_LENT)
        self._waiting.add(ONTOLOGY)
        self._changed()

    def declared(self) -> dict[str, str]:
        """Return the prefixes that its own files declare; the first that declares one counts."""
        parts = self._own_parts()
        return prefixes((part.path for part in parts), parts[0].base if parts else OWN)

    def spaces(self) -> tuple[str, ...]:
        from partnerkg.encode.described import base, is_description

        described = [part.path for part in self._parts.get(EVIDENCE, ()) if is_description(part.path)]
        return tuple(base(path) for path in described) or super().spaces()

    def own(self) -> Store:
        if not self._borrowed:
            return self
        if self._own is None:
            from partnerkg.store.own import Own

            self._own = Own(self)
        return self._own

    def _dataset(self, text: str) -> dict[str, Any]:
        """Return that a query is to look at the union of all graphs, or at the default graph, which is it."""
        if not self._merged and repeats.tells(text):
            if self._repeats is None:
                self._repeats = bool(self._store.query(_REPEATS))
            if self._repeats:
                self._store.update(_MERGE)
                self._merged = True
        return {"use_default_graph_as_union": not self._merged}

    def _own_parts(self) -> list[Part]:
        rooms = [room for room in self._parts if not (self._borrowed and room == ONTOLOGY)]
        return [part for room in rooms for part in self._parts[room]]

    def quads(self) -> Iterator[Quad]:
        return read_files(self._own_parts())

    def told(self) -> Iterator[Quad]:
        from partnerkg.store import lending

        return iter(lending.Lending(self.quads(), read_files(self.borrowed())))

    def everything(self) -> Iterator[Quad]:
        return read_files(self._all_parts())

    def _all_parts(self) -> list[Part]:
        return [part for group in self._parts.values() for part in group]

    def borrowed(self) -> list[Part]:
        """Return the files of an ontology that is not the project's own, none if it has one."""
        return self._parts[ONTOLOGY] if self._borrowed else []

    def is_large(self) -> bool:
        """Return whether it would take much memory to load the files that are not loaded yet."""
        return sum(_size(part.path) for room in self._waiting for part in self._parts[room]) > LARGE

    def written(self) -> tuple[Quad, ...]:
        if self._written is None:
            self._written = self._unusual()
        return self._written

    def _unusual(self) -> tuple[Quad, ...]:
        return _written_in(self._all_parts())

    def written_alone(self) -> tuple[Quad, ...]:
        """Return what its own files say that the store has in another form; they are read again each time."""
        return _written_in(self._own_parts())


def _written_in(parts: list[Part]) -> tuple[Quad, ...]:
    from partnerkg.rdf import lexical, plain_lines

    doubtful = [part for part in parts if not plain_lines.has_only_kept(part.path)]
    return lexical.unusual(lambda: read_files(parts), lambda: read_files(doubtful))


def read_files(parts: Iterable[Part]) -> Iterator[Quad]:
    """Yield the quads of files as they are written there: a store would change lexical forms."""
    for part in parts:
        for quad in parse(part.path, part.base):
            if part.graph and isinstance(quad.graph_name, DefaultGraph):
                yield Quad(quad.subject, quad.predicate, quad.object, graph_of(part.graph))
            else:
                yield quad


def _size(path: str) -> int:
    """Return how many bytes a file has, about, once unpacked."""
    size = os.path.getsize(path) if os.path.isfile(path) else 0
    return size * 10 if path.lower().endswith(forms.PACKED) else size
