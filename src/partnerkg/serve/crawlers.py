"""What crawlers look for: which pages there are (sitemaps.org), and what they need not fetch (RFC 9309)."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

from partnerkg.serve import cached, requests
from partnerkg.serve.faults import NotThere
from partnerkg.serve.site import served
from partnerkg.serve.sitemaps import sitemaps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request


async def robots(request: Request) -> Response:
    """Return which addresses are asked and not read, and where the map is."""
    prefix = request.app.state.settings.prefix
    asked = ("sparql?", "api/", "reconcile", "graph-store", "metrics")
    lines = ["User-agent: *", *(f"Disallow: {prefix}/{path}" for path in asked)]
    return PlainTextResponse("\n".join([*lines, "", f"Sitemap: {cached.root(request)}/sitemap.xml", ""]))


async def sitemap(request: Request) -> Response:
    """Return the addresses of all pages, or one of the files that they fill."""
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    found = await request.app.state.service.show(requests.client(request), served.addresses)
    files = dict(sitemaps(cached.root(request), found))
    name = request.url.path.rpartition("/")[2]
    if name not in files:
        raise NotThere(path=request.url.path)
    return await known.given(Response(files[name], media_type="application/xml"))
