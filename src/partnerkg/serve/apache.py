"""`.htaccess`: from the address of a thing to its page or its data, on a host that runs Apache (2.4).

All rules are relative to the folder, so that they hold below any path.
"""

from __future__ import annotations

import re
from itertools import chain
from urllib.parse import urlsplit

from partnerkg.pipeline.site import fates
from partnerkg.pipeline.site.addresses import local
from partnerkg.serve.rooms import FIRST, rooms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site import Site

_TYPES = (
    ("text/turtle", "ttl"),
    ("application/ld\\+json", "jsonld"),
    ("application/json", "json"),
    ("text/csv", "csv"),
)
_NOTHING = "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>404</title>"
_SAID = "<p>Il n’y a rien à cette adresse. – There is nothing at this address."


def written(site: Site, base: str) -> str:
    """Return the rules; `base` is the address of the site, empty if it is not known."""
    prefix = urlsplit(base).path
    lines = chain(
        ("# Apache 2.4: media types, and from the address of a thing to its page or its data",),
        (f"AddType {kind.replace(chr(92), '')};charset=utf-8 .{ending}" for kind, ending in _TYPES),
        _errors(site, prefix) if base else (f'ErrorDocument 404 "{_NOTHING}{_SAID}"',),
        ("<IfModule mod_rewrite.c>", "RewriteEngine On"),
        (f"RewriteBase {prefix}/",) if prefix else (),
        _fates(site),
        _data(site),
        _things(site),
        _passages(site),
        ("</IfModule>", ""),
    )
    return "\n".join(lines)


def _errors(site: Site, prefix: str) -> Iterator[str]:
    """Yield what is shown where nothing is: Apache takes a page only by its whole path."""
    yield from (f"ErrorDocument {code} {prefix}/{FIRST}/{code}{site.ending}" for code in (404, 410))


def _fates(site: Site) -> Iterator[str]:
    """Yield the rules for what was replaced (301) and withdrawn (410), which come before all others."""
    for old, new in fates.renamed(site.whole):
        was, now = local(old), local(new)
        if was and now:
            yield f"RewriteRule ^{re.escape(was)}(\\.[a-z]+)?$ {now}$1 [R=301,L]"
        there = fates.page(new, site.whole)
        here = re.escape(fates.page(old, site.whole))
        yield f"RewriteRule ^(fr|en)/{here}\\.html$ $1/{there}{site.ending} [R=301,L]"
    for thing in fates.withdrawn(site.whole):
        address = local(thing)
        if address:
            yield f"RewriteRule ^{re.escape(address)}(\\.[a-z]+)?$ - [G]"
        yield f"RewriteRule ^(?:fr|en)/{re.escape(fates.page(thing, site.whole))}\\.html$ - [G]"


def _data(site: Site) -> Iterator[str]:
    """Yield the rules from the address of a page with another ending to the data of its thing."""
    for room, place in rooms(site):
        yield "RewriteCond %{REQUEST_FILENAME} !-f"
        yield f"RewriteRule ^(?:fr|en)/{place}/([^.]+)\\.(ttl|jsonld|json|csv)$ {room}/$1.$2 [R=303,L]"


def _things(site: Site) -> Iterator[str]:
    """Yield the rules from the address of a thing to the data that is wanted, else to its page."""
    for room, place in rooms(site):
        for kind, ending in _TYPES:
            yield f"RewriteCond %{{HTTP_ACCEPT}} {kind}"
            yield f"RewriteRule ^{room}/([^.]+)$ {room}/$1.{ending} [R=303,L]"
        yield "RewriteCond %{HTTP:Accept-Language} ^en [NC]"
        yield f"RewriteRule ^{room}/([^.]+)$ en/{place}/$1{site.ending} [R=303,L]"
        yield f"RewriteRule ^{room}/([^.]+)$ {FIRST}/{place}/$1{site.ending} [R=303,L]"


def _passages(site: Site) -> Iterator[str]:
    """Yield the rules from the address of words of a page to where they stand on its page."""
    for capture, page in fates.captures(site.whole):
        words = f"^id/(?:passage|mention|selector)/{re.escape(capture)}-(\\d+)-(\\d+)(?:-[a-z]+)?$"
        yield f"RewriteRule {words} {FIRST}/{page}{site.ending}#s$1-$2 [NE,R=303,L]"
