"""Where quads live: `base` says what a store can do, `embedded` does it here, `remote` on a server."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.embedded import Embedded
    from partnerkg.store.remote import Remote


def read(
    project: str | None = None, endpoint: str | None = None, timeout: float | None = None
) -> Embedded | Remote:
    """Return the store of a project, by default the shipped one, or that behind the address of an endpoint.

    An answer of an endpoint may take `timeout` seconds, by default what the environment says. MissingFile,
    NoProject, WrongAddress or WrongSetting; files are read and servers asked when a question needs it.
    """
    if endpoint is None:
        from partnerkg.store import embedded

        return embedded.read(project)
    from partnerkg.store import remote

    return remote.read(endpoint, timeout)
