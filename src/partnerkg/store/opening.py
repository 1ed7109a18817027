"""The store of a project or behind an endpoint, whichever is named."""

from __future__ import annotations

from partnerkg import resources

TYPE_CHECKING = False
if TYPE_CHECKING:
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


def whole(project: str | None) -> Store:
    """Return the store of a project, all of it read."""
    store = read(project)
    store.need()
    return store
