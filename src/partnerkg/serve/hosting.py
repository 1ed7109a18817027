"""What a plain host needs beside the pages: where it begins, what it has not, what search engines read."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from partnerkg.serve.site import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site import Site

_FIRST = "fr"


def files(site: Site, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the root and the bytes of each file; a sitemap only where the address is known."""
    yield "index.html", _index(site)
    for language in LANGUAGES:
        yield f"{language}/404.html", site.missing("404", language).body
    yield ".htaccess", _apache(site).encode()
    yield "_redirects", _redirects(site).encode()
    yield ".nojekyll", b""
    address = base.rstrip("/")
    said = f"\nSitemap: {address}/sitemap.xml" if address else ""
    yield "robots.txt", f"User-agent: *\nAllow: /{said}\n".encode()
    if address:
        yield "sitemap.xml", _sitemap(site, address).encode()


def _index(site: Site) -> bytes:
    """Return the page at the root: it leads to the first page in each language, and to the first at once."""
    links = "".join(
        f'<li><a href="{site.place("", code)}" lang="{code}" hreflang="{code}">{escape(name)}</a></li>'
        for code, name in LANGUAGES.items()
    )
    first = site.place("", _FIRST)
    return (
        f'<!DOCTYPE html>\n<html lang="{_FIRST}"><head><meta charset="utf-8"><title>partnerkg</title>'
        f'<meta http-equiv="refresh" content="0; url={first}"><link rel="icon" href="data:,"></head>'
        f"<body><h1>partnerkg</h1><ul>{links}</ul></body></html>\n"
    ).encode()


def _things(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path of the data of each thing of the graph, and that of its page."""
    for thing, path in site.whole.addresses:
        address = site.whole.addresses.data_path(thing)
        if address:
            yield address, site.place(path, _FIRST)


def _apache(site: Site) -> str:
    lines = [
        "# Apache: media types, and from the address of a thing to its page or its data",
        "AddType text/turtle;charset=utf-8 .ttl",
        "AddType application/ld+json .jsonld",
        f"ErrorDocument 404 /{_FIRST}/404{site.ending}",
        "<IfModule mod_rewrite.c>",
        "RewriteEngine On",
    ]
    for room, place in _rooms(site):
        lines += [
            "RewriteCond %{HTTP_ACCEPT} text/turtle",
            f"RewriteRule ^{room}/([^.]+)$ {room}/$1.ttl [R=303,L]",
            f"RewriteRule ^{room}/([^.]+)$ {_FIRST}/{place}$1{site.ending} [R=303,L]",
        ]
    return "\n".join([*lines, "</IfModule>", ""])


def _redirects(site: Site) -> str:
    """Return the same for hosts that read `_redirects` (Netlify, Cloudflare Pages)."""
    lines = [f"/ /{_FIRST}/ 302"]
    lines += [f"/{room}/:slug /{_FIRST}/{place}:slug{site.ending} 302" for room, place in _rooms(site)]
    return "\n".join([*lines, ""])


def _rooms(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the folders of the addresses of things, and those of their pages."""
    found: dict[str, str] = {}
    for address, page in _things(site):
        room, place = address.rpartition("/")[0], page.removeprefix(f"{_FIRST}/").rpartition("/")[0]
        if room and "/" not in address.removeprefix(f"{room}/"):
            found.setdefault(room, f"{place}/" if place else "")
    yield from sorted(found.items())


def _sitemap(site: Site, address: str) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    places = (site.place(path, code, given) for path, given in site.paths() for code in LANGUAGES)
    lines += [f"<url><loc>{address}/{quote(place)}</loc></url>" for place in places]
    return "\n".join([*lines, "</urlset>", ""])
