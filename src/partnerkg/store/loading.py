"""Files into a directory that `persisted` opens: all of them or nothing, whenever the process ends."""

from __future__ import annotations

import os
from itertools import islice

from pyoxigraph import DefaultGraph, Quad
from pyoxigraph import Store as Oxigraph

from partnerkg import resources
from partnerkg.errors import BusyPlace, TakenPlace, UnwritablePath
from partnerkg.files import scratch, writing
from partnerkg.files.locks import NAME, BusyProject, alone
from partnerkg.rdf import read
from partnerkg.store import embedded, lending, persisted, project
from partnerkg.store.base import ONTOLOGY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from partnerkg.store.persisted import Description
    from partnerkg.store.project import Part

    Progress = Callable[[int], None]

CHUNK = 100_000  # statements put into the engine at once; more need memory and save no time
_UNFINISHED, _FORMER = ".loading", ".former"  # added to the name while the new takes the old one's place


def load(places: Sequence[str], path: str, progress: Progress | None = None) -> Description:
    """Write projects, RDF files or folders of them into one store at `path`; return what describes it.

    It is written beside and takes its name when it is whole; a store that is there already is replaced.
    If they use terms of partnerkg and have no ontology of their own, its ontology is put beside them, and not
    counted. `progress` is told how many statements are done. MissingFile, NoProject, UnreadableFile,
    UnknownFormat or BrokenFile with its line; TakenPlace, BusyPlace or UnwritablePath.
    """
    folder, name = os.path.split(os.path.abspath(path))
    try:
        with alone(folder, 0, f".{name}{NAME}"):
            return _loaded(places, path, progress)
    except BusyProject:
        raise BusyPlace(path=path) from None


def _loaded(places: Sequence[str], path: str, progress: Progress | None) -> Description:
    target = os.path.abspath(path)
    _restore(target)
    if os.path.lexists(target) and not _replaceable(target):
        raise TakenPlace(path=path)
    parts, lent = _parts(places)
    unfinished = target + _UNFINISHED
    scratch.claim(unfinished)
    try:
        _make_room(path, unfinished)
    except (BusyPlace, UnwritablePath):
        scratch.leave(unfinished)
        raise
    try:
        description = _written(unfinished, parts, lent, progress)
        _complete(unfinished, places, description)
        _replace(unfinished, target)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror or str(error)) from None
    finally:
        scratch.remove(unfinished)
    return description


def _restore(target: str) -> None:
    """Give a store its name back if a load was killed between taking it away and giving it to the new one."""
    if not os.path.lexists(target) and os.path.isdir(target + _FORMER):
        os.rename(target + _FORMER, target)


def _replaceable(target: str) -> bool:
    return os.path.isdir(target) and (persisted.is_store(target) or not os.listdir(target))


def _parts(places: Sequence[str]) -> tuple[list[Part], list[Part]]:
    """Return the files of all places, and those of an ontology to lend them if none has one of its own."""
    places = [resources.named(place) for place in places]
    rooms = [(project.parts(place), project.borrows_ontology(place)) for place in places]
    found = {
        (part.path, part.graph): part
        for parts, borrows in rooms
        for room, group in parts.items()
        for part in group
        if room != ONTOLOGY or not borrows
    }
    lent = rooms[0][0][ONTOLOGY] if all(borrows for _, borrows in rooms) else []
    return list(found.values()), lent


def _make_room(path: str, unfinished: str) -> None:
    """Remove what a load that was broken off has left; BusyPlace if it is still at work."""
    for _ in range(2):
        try:
            Oxigraph(unfinished)
        except OSError as error:
            if "lock" in str(error).replace(unfinished, "").lower():
                raise BusyPlace(path=path) from None
            if not os.path.isdir(unfinished):
                raise UnwritablePath(path=path, reason=os.strerror(error.errno or 0)) from None
        except RuntimeError:
            pass  # too broken to be opened: nobody is at work
        _remove(unfinished)


def _written(
    unfinished: str, parts: Iterable[Part], lent: Iterable[Part], progress: Progress | None
) -> Description:
    store = Oxigraph(unfinished)
    quads = lending.Lending(embedded.read_files(parts))
    statements, loose = fill(store, iter(quads), progress)
    borrowed = quads.wanted and bool(lent)
    if borrowed:
        new = (quad for quad in embedded.read_files(lent) if next(_homeless([quad])) not in store)
        store.bulk_extend(new)
        store.flush()
    prefixes = read.prefixes(part.path for part in parts) if lent else {}
    return persisted.Description(borrowed, loose, statements, prefixes)


def fill(store: Oxigraph, quads: Iterator[Quad], progress: Progress | None = None) -> tuple[int, bool]:
    """Put quads into an empty store, each triple into its default graph as well.

    Return how many they are, and whether some had no graph. OSError if the disk has no room.
    """
    statements, loose = 0, False
    while chunk := list(islice(quads, CHUNK)):
        store.bulk_extend(chunk)
        store.bulk_extend(_homeless(chunk))
        statements += len(chunk)
        loose = loose or any(isinstance(quad.graph_name, DefaultGraph) for quad in chunk)
        if progress:
            progress(statements)
    store.optimize()
    store.flush()
    return statements, loose


def _homeless(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the triples of quads for the default graph, blank nodes as they are."""
    for quad in quads:
        yield Quad(quad.subject, quad.predicate, quad.object)


def _complete(unfinished: str, places: Iterable[str], description: Description) -> None:
    """Put beside the data what makes it a store, and all of it safely on the disk."""
    import shutil

    for place in map(resources.named, places):
        for question in resources.files(os.path.join(place, "queries"), ".rq"):
            os.makedirs(os.path.join(unfinished, "queries"), exist_ok=True)
            shutil.copy(question, os.path.join(unfinished, "queries"))
    for file in resources.files(unfinished, ""):
        writing.settle(file)
    writing.write_atomically(os.path.join(unfinished, persisted.DESCRIPTION), [description.text().encode()])


def _replace(unfinished: str, target: str) -> None:
    former = target + _FORMER
    _remove(former)
    if os.path.isdir(target):
        os.rename(target, former)
    os.rename(unfinished, target)
    writing.settle(os.path.dirname(target))
    _remove(former)


def _remove(folder: str) -> None:
    import shutil

    if os.path.isdir(folder) and not os.path.islink(folder):
        shutil.rmtree(folder)
