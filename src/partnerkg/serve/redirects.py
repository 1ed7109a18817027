"""`_redirects`: the same rules for hosts that read such a file (Netlify, Cloudflare Pages)."""

from __future__ import annotations

from urllib.parse import urlsplit

from partnerkg.pipeline.site import fates
from partnerkg.pipeline.site.addresses import local
from partnerkg.serve.rooms import FIRST, rooms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site import Site


def written(site: Site, base: str) -> str:
    """Return the rules, the first that fits being taken; `base` is the address of the site."""
    return "\n".join([*_lines(site, urlsplit(base).path), ""])


def _lines(site: Site, prefix: str) -> Iterator[str]:
    for old, new in fates.renamed(site.whole):
        there = f"{prefix}/{FIRST}/{fates.page(new, site.whole)}{site.ending}"
        if was := local(old):
            yield f"{prefix}/{was} {there} 301"
    for thing in fates.withdrawn(site.whole):  # such hosts know no 410
        if was := local(thing):
            yield f"{prefix}/{was} {prefix}/{FIRST}/410{site.ending} 404"
    yield f"{prefix}/ {prefix}/{FIRST}/ 302"
    for room, place in rooms(site):
        slug = ":slug" if room.startswith("id/") else ":room/:slug"
        yield f"{prefix}/{room}/{slug} {prefix}/{FIRST}/{place}/{slug}{site.ending} 302"
