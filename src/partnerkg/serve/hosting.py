"""What a plain host needs beside the pages: where it begins, what it has not, what search engines read."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from partnerkg.pipeline.site import fates
from partnerkg.serve import apache, redirects
from partnerkg.serve.rooms import FIRST
from partnerkg.serve.site import LANGUAGES, links
from partnerkg.serve.sitemaps import sitemaps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.serve.site import Site


def files(site: Site, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the root and the bytes of each file; a sitemap only where the address is known."""
    address = base.rstrip("/")
    yield "index.html", _index(site)
    for language in LANGUAGES:
        for name, page in (("404", site.missing("404", language)), ("410", site.gone(language))):
            yield f"{language}/{name}.html", _based(page.body, address, f"{language}/{name}.html")
    if address:
        yield "404.html", _based(site.missing("404", FIRST).body, address, f"{FIRST}/404.html")
    for old, new in fates.renamed(site.whole):
        if old not in site.whole.addresses:
            yield from _moved(old, new, site)
    yield ".htaccess", apache.written(site, address).encode()
    yield "_redirects", redirects.written(site, urlsplit(address).path).encode()
    yield ".nojekyll", b""
    said = f"\nSitemap: {address}/sitemap.xml" if address else ""
    yield "robots.txt", f"User-agent: *\nAllow: /{said}\n".encode()
    if address:
        places = (site.place(path, code, given) for path, given in site.paths() for code in LANGUAGES)
        yield from ((name, text.encode()) for name, text in sitemaps(address, places))


def _based(page: bytes, address: str, place: str) -> bytes:
    """Return a page whose links hold wherever a host shows it, if its address is known."""
    if not address:
        return page
    base = f'<head>\n<base href="{escape(address)}/{place}">'
    return page.replace(b"<head>", base.encode(), 1)


def _moved(old: NamedNode, new: NamedNode, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield pages that lead from where a thing was to where it is."""
    for language in LANGUAGES:
        here = site.place(fates.page(old, site.whole), language)
        there = links.relative(here, site.place(fates.page(new, site.whole), language))
        name = escape(site.whole.names(language)[new].words)
        yield (
            here,
            (
                f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{name}</title>'
                f'<link rel="canonical" href="{there}"><meta http-equiv="refresh" content="0; url={there}">'
                f'<link rel="icon" href="data:,"></head><body><a href="{there}">{name}</a></body></html>\n'
            ).encode(),
        )


def _index(site: Site) -> bytes:
    """Return the page at the root: it leads to the first page in each language, and to the first at once."""
    links = "".join(
        f'<li><a href="{site.place("", code)}" lang="{code}" hreflang="{code}">{escape(name)}</a></li>'
        for code, name in LANGUAGES.items()
    )
    first = site.place("", FIRST)
    return (
        f'<!DOCTYPE html>\n<html lang="{FIRST}"><head><meta charset="utf-8"><title>partnerkg</title>'
        f'<meta http-equiv="refresh" content="0; url={first}"><link rel="icon" href="data:,"></head>'
        f"<body><h1>partnerkg</h1><ul>{links}</ul></body></html>\n"
    ).encode()
