"""Linked Data: the address of a thing sends on to a page or to data; an ending says which data."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from partnerkg.pipeline.publish import media, negotiation, things
from partnerkg.pipeline.publish.media import ENDINGS, HTML
from partnerkg.serve import cached, links, pages, requests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.things import Thing

PLAIN = ("json", "csv")  # rows of statements, for those who read no RDF
_OF_TYPE = {media_type: ending for ending, media_type in ENDINGS.items()}
_SHORT = {"application/json": "jsonld", "application/xml": "rdf", "text/xml": "rdf", "text/plain": "nt"}


async def address(request: Request) -> Response:
    """Return what an address without a route of its own stands for: a page, a thing, data about it."""
    path = request.path_params["path"]
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    page = await pages.page(request, path)
    if page is not None:
        return await known.given(page)
    bare, dot, ending = path.rpartition(".")
    if dot and ending in ENDINGS and (thing := await _find(request, bare)) is not None:
        return await known.given(await _document(request, bare, thing, ENDINGS[ending]))
    if dot and ending in PLAIN and (plain := await pages.data(request, bare, ending)) is not None:
        return await known.given(plain)
    if (thing := await _find(request, path)) is None:
        return await known.given(await pages.missing(request, path))
    return await known.given(await _sent_on(request, path, thing))


async def _find(request: Request, path: str) -> Thing | None:
    found: Thing | None = await request.app.state.service.run(requests.client(request), things.find, path)
    return found


async def _sent_on(request: Request, path: str, thing: Thing) -> Response:
    """Return where a thing is told of: 303, as it is no document itself (httpRange-14)."""
    if thing.state == things.RENAMED:
        return RedirectResponse(await _local(request, thing.new or ""), 301)
    offered = [*_SHORT, *_OF_TYPE]
    accept = request.headers.get("accept")
    wanted = negotiation.best(accept, ["text/turtle", HTML, *offered]) if accept else "text/turtle"
    if wanted is None:
        media.chosen(accept, media.TRIPLES)
    if thing.state == things.WITHDRAWN and wanted == HTML and (page := await pages.gone(request, path)):
        return page
    if thing.state == things.WITHDRAWN:
        wanted = "text/turtle" if wanted in (HTML, None) else wanted
        return await _document(request, path, thing, wanted if wanted in _OF_TYPE else "text/turtle")
    prefix = request.app.state.settings.prefix
    if wanted == HTML and (place := await pages.of_thing(request, path)) is not None:
        return RedirectResponse(f"{prefix}/{place}", 303, {"Link": links.of_page(request, path, thing)})
    ending = _OF_TYPE.get(wanted or "", _SHORT.get(wanted or "", "ttl"))
    return RedirectResponse(f"{prefix}/{quote(path)}.{ending}", 303)


async def _local(request: Request, iri: str) -> str:
    """Return the address here of an IRI of the graph, itself if it is none."""
    path: str | None = await request.app.state.service.run(requests.client(request), things.local, iri)
    return iri if path is None else f"{request.app.state.settings.prefix}/{quote(path)}"


async def _document(request: Request, path: str, thing: Thing, media_type: str) -> Response:
    if thing.state == things.RENAMED:
        place = await _local(request, thing.new or "")
        return RedirectResponse(f"{place}.{_OF_TYPE[media_type]}", 301)
    limits = request.app.state.settings.limits
    document = await request.app.state.service.run(
        requests.client(request), things.described, thing, media_type, limits.bytes
    )
    code = 410 if thing.state == things.WITHDRAWN else 200
    response = Response(document.data, code, media_type=document.media_type)
    response.headers["Link"] = links.of_data(request, path, thing)
    return response
