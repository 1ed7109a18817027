"""The folders in which the things of a graph have their addresses, and those of their pages."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site import Site

FIRST = "fr"  # the language of who asks for none


def rooms(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the folders of the addresses of things, and those of their pages below that of a language."""
    found = {}
    for thing, page in site.whole.addresses:
        address = site.whole.addresses.data_path(thing)
        if address:
            depth = 2 if address.startswith("id/") else 1
            room = "/".join(address.split("/")[:depth])
            found[room] = page.removesuffix(address.removeprefix(room))
    yield from sorted(found.items())
