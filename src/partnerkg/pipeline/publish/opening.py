"""A graph made ready to be served: on the disk, where every process of a pool opens it at once."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.opened import Opened

_STORE = "store"


@dataclass(frozen=True)
class Place:
    """Where processes find a graph: a store on the disk, or an endpoint.

    `tag` changes with the graph, None if nobody can tell; `modified` is when it changed last, in seconds
    since 1970. `folder` is that of the project, None if there is none: what was measured of earlier releases
    stands there.
    """

    project: str | None
    endpoint: str | None
    language: str
    tag: str | None
    modified: float | None
    folder: str | None = None


def prepared(project: str | None, endpoint: str | None, language: str, folder: str) -> Place:
    """Return the place where processes find a graph as it is now, what must be written for that in a folder.

    MissingFile, NoProject, UnreadableFile, BrokenFile, BrokenStore or UnwritablePath.
    """
    from partnerkg import resources
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store import loading, persisted

    opened = Opened(project, language, endpoint)
    if endpoint is not None:
        return Place(None, endpoint, language, None, None)
    if project is not None and persisted.is_store(project):
        opened.store.need()
        held = resources.files(project, "")
        return Place(os.path.abspath(project), None, language, _named(held), _newest(held))
    read = _read(opened.folder())
    path = os.path.join(folder, _STORE)
    loading.load([opened.folder()], path)
    return Place(path, None, language, _hashed(read), _newest(read), os.path.abspath(opened.folder()))


def prepare(opened: Opened, folder: str) -> Place:
    """Return what `prepared` returns, which another process has done: a large graph takes it a while."""
    from partnerkg.workers import process

    return process.run(process.LONGEST, prepared, opened.project, opened.endpoint, opened.language, folder)


def open_again(place: Place) -> KnowledgeGraph:
    """Return the graph at a place, in another process: in memory, unless it is large."""
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.store import persisted

    graph = KnowledgeGraph(place.project, place.language, place.endpoint)
    if place.project is not None and persisted.is_store(place.project):
        graph.take(persisted.held(place.project))
    else:
        graph.store.need()
    return graph


def hollow(place: Place) -> KnowledgeGraph:
    """Return a graph that has the questions of a place and says nothing."""
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.store import persisted

    graph = KnowledgeGraph(place.project, place.language)
    graph.take(persisted.empty())
    return graph


def _read(folder: str) -> list[str]:
    """Return the files that a graph and its questions are read from."""
    from partnerkg import resources
    from partnerkg.store import project

    parts = (part.path for room in project.parts(folder).values() for part in room)
    return [*parts, *resources.files(os.path.join(folder, "queries"), ".rq")]


def _hashed(paths: Iterable[str]) -> str:
    """Return what changes with the content of files."""
    found = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return found.hexdigest()[:16]


def _named(paths: Iterable[str]) -> str:
    """Return what changes when files are written anew, which is known at once however large they are."""
    found = hashlib.sha256()
    for path in paths:
        status = os.stat(path)
        found.update(f"{os.path.basename(path)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()[:16]


def _newest(paths: Iterable[str]) -> float:
    return max((os.stat(path).st_mtime for path in paths), default=0.0)
