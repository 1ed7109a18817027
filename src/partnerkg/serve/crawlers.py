"""What crawlers look for: which pages there are (sitemaps.org), and what they need not fetch (RFC 9309)."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from starlette.responses import PlainTextResponse, Response

from partnerkg.serve import cached, requests
from partnerkg.serve.site import served

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

MOST = 50_000  # addresses that a sitemap may name


async def robots(request: Request) -> Response:
    """Return which addresses are asked and not read, and where the map is."""
    prefix = request.app.state.settings.prefix
    asked = ("sparql?", "api/", "reconcile", "graph-store", "metrics")
    lines = ["User-agent: *", *(f"Disallow: {prefix}/{path}" for path in asked)]
    return PlainTextResponse("\n".join([*lines, "", f"Sitemap: {cached.root(request)}/sitemap.xml", ""]))


async def sitemap(request: Request) -> Response:
    """Return the addresses of all pages."""
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    found = await request.app.state.service.show(requests.client(request), served.addresses)
    root = cached.root(request)
    lines = (f"<url><loc>{escape(root)}/{quote(path)}</loc></url>\n" for path in found[:MOST])
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + "".join(lines) + "</urlset>\n"
    )
    return known.given(Response(text, media_type="application/xml"))
