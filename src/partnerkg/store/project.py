"""Which files make a project, and which part of the graph each holds."""

from __future__ import annotations

import os
from collections.abc import Mapping

from partnerkg import resources
from partnerkg.errors import MissingFile, NoProject
from partnerkg.rdf import members
from partnerkg.rdf.forms import STANDARD_INPUT
from partnerkg.rdf.source import OWN
from partnerkg.store.base import CLAIMS, EVIDENCE, ONTOLOGY, REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DUMP = os.path.join("data", "graph.nq.gz")  # where a release folder has the whole graph
HEADINGS = "headings.trig"  # the categories that the headings of pages add


class Part:
    """A file to load, the graph for its triples if it names none, and the base of its relative IRIs."""

    __slots__ = ("base", "graph", "path")

    def __init__(self, path: str, graph: str | None = None, base: str = OWN) -> None:
        self.path = path
        self.graph = graph
        self.base = base


class Rooms(Mapping[str, "list[Part]"]):
    """The files of each room, looked for when somebody asks."""

    __slots__ = ("_files", "_found")

    def __init__(self, files: dict[str, Callable[[], list[Part]]]) -> None:
        self._files = files
        self._found: dict[str, list[Part]] = {}

    def __getitem__(self, room: str) -> list[Part]:
        if room not in self._found:
            self._found[room] = self._files[room]()
        return self._found[room]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def parts(path: str) -> Mapping[str, list[Part]]:
    """Return the files of a project or release folder, or of any RDF file or folder, by room.

    MissingFile if there is nothing at `path`, NoProject if a folder holds neither `graph/` nor RDF files.
    """
    if os.path.isdir(os.path.join(path, "graph")):
        return _project(path)
    if not os.path.exists(path) and path != STANDARD_INPUT:
        raise MissingFile(path=path)
    found = _found(path)
    if not found:
        raise NoProject(path=path, folder="graph")
    return Rooms(
        {CLAIMS: lambda: [Part(file) for file in found], ONTOLOGY: lambda: _ontology(resources.root())}
    )


def _found(path: str) -> list[str]:
    """Return the one dump of a release, which says all that its other files say, or every RDF file."""
    dump = os.path.join(path, DUMP)
    if os.path.isfile(dump):
        return [dump]
    return members.of(path)


def borrows_ontology(path: str) -> bool:
    """Return whether the ontology is that of the shipped project, to which a project may add terms.

    A whole ontology of its own is known by its table of prefixes.
    """
    own = os.path.isfile(os.path.join(path, "ontology", "prefixes.ttl"))
    return os.path.isfile(os.path.join(path, DUMP)) or not own


def _project(folder: str) -> Rooms:
    graph = os.path.join(folder, "graph")
    borrows = borrows_ontology(folder)
    return Rooms(
        {
            ONTOLOGY: lambda: _ontology(resources.root() if borrows else folder) + _added(folder, borrows),
            REFERENCE: lambda: _room(graph, "reference") + _added(folder, borrows),
            CLAIMS: lambda: _room(graph, "claims"),
            EVIDENCE: lambda: _described(graph) + _room(graph, "evidence"),
        }
    )


def _added(folder: str, borrows: bool) -> list[Part]:
    """Return the terms and categories that a project adds to an ontology it borrows."""
    own = [Part(part.path, "vocabulary") for part in _ontology(folder)] if borrows else []
    headings = os.path.join(folder, "graph", "reference", HEADINGS)
    return own + ([Part(headings)] if os.path.isfile(headings) else [])


def _described(graph: str) -> list[Part]:
    dataset = os.path.join(graph, "dataset.ttl")
    return [Part(dataset, "provenance")] if os.path.exists(dataset) else []


def _room(graph: str, name: str) -> list[Part]:
    return [Part(path, name) for path in members.of_project(os.path.join(graph, name))]


def _ontology(folder: str) -> list[Part]:
    place = os.path.join(folder, "ontology")
    shapes = os.path.join(place, "shapes") + os.sep
    return [Part(file, "ontology") for file in members.of_project(place) if not file.startswith(shapes)]
