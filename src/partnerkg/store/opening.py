"""The store of a project or behind an endpoint, whichever is named."""

from __future__ import annotations

from partnerkg import resources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.store.base import Store


def read(project: str | None = None, endpoint: str | None = None, timeout: float | None = None) -> Store:
    """Return the store of a project, by default the shipped one, or that behind the address of an endpoint.

    A project may be a folder, a file, or a directory that `loading` wrote. An answer of an endpoint may take
    `timeout` seconds, by default what the environment says. MissingFile, NoProject, BrokenStore, WrongAddress
    or WrongSetting; files are read and servers asked when a question needs it.
    """
    if endpoint is None:
        return _here(project and resources.named(project))
    from partnerkg.store import remote

    return remote.read(endpoint, timeout)


def _here(project: str | None) -> Store:
    if project is not None:
        from partnerkg.store import persisted

        if persisted.is_store(project):
            return persisted.read(project)
    from partnerkg.store import embedded

    return embedded.read(project)


def bare(project: str, base: str | None = None) -> Store:
    """Return the store of files without the ontology that comes with partnerkg.

    `base` is that of relative IRIs in them, by default the address of each. MissingFile or NoProject.
    """
    from partnerkg.store import embedded
    from partnerkg.store.base import ONTOLOGY
    from partnerkg.store.project import borrows_ontology, parts

    found = dict(parts(project))
    if borrows_ontology(project):
        found.pop(ONTOLOGY)
    for part in (part for room in found.values() for part in room):
        part.base = part.base if base is None else base
    return embedded.Embedded(found)


def whole(read: Callable[..., Store], arguments: tuple[str | None, ...]) -> Store:
    """Return the store that a function opens, all of it read."""
    store = read(*arguments)
    store.need()
    return store
