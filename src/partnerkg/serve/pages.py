"""The pages for people: an address begins with their language; the first sends on to the one read best."""

from __future__ import annotations

from mimetypes import guess_type

from starlette.responses import RedirectResponse, Response

from partnerkg.pipeline.publish import negotiation
from partnerkg.pipeline.publish.media import HTML
from partnerkg.serve import cached, links, rendered, requests
from partnerkg.serve.faults import LANGUAGES, NotThere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from starlette.requests import Request

    from partnerkg.pipeline.publish.things import Thing
    from partnerkg.serve.site import Page


def is_page(path: str) -> bool:
    """Return whether a path is that of a page: the first one, or one below a language."""
    return not path or path.partition("/")[0] in LANGUAGES


async def page(request: Request, path: str) -> Response:
    """Return the page at a path, or where it is."""
    prefix = request.app.state.settings.prefix
    if not path or path in LANGUAGES:
        return RedirectResponse(f"{prefix}/{path or language(request)}/", 302)
    chosen, _, rest = path.partition("/")
    parameters = dict(requests.parameters(request))
    return _response(await _run(request, rendered.page, rest, chosen, parameters))


async def missing(request: Request, path: str) -> Response:
    """Return the page that says that there is nothing at a path; NotThere for those who want no page."""
    if not _wants_page(request):
        raise NotThere(path=f"/{path}")
    return _response(await _run(request, rendered.missing, path, language(request)))


async def gone(request: Request, path: str, thing: Thing) -> Response:
    """Return the page about what was withdrawn."""
    place = await _run(request, rendered.page_of, thing.iri)
    found = await _run(request, rendered.page, place or path, language(request), {})
    response = _response(found)
    response.status_code = 410
    response.headers["Link"] = links.of_data(request, path, thing)
    return response


async def of_thing(request: Request, thing: Thing) -> str | None:
    """Return the path of the page about a thing in the language that is read best, None if it has none."""
    found = await _run(request, rendered.page_of, thing.iri)
    return None if found is None else f"{language(request)}/{found}"


async def static(request: Request) -> Response:
    """Return a file that pages ask for."""
    path = f"static/{request.path_params['name']}"
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    data = await _run(request, rendered.static, path)
    if data is None:
        raise NotThere(path=f"/{path}")
    return known.given(Response(data, media_type=guess_type(path)[0] or "application/octet-stream"))


def language(request: Request) -> str:
    """Return the language that somebody reads best of those that there are."""
    return negotiation.language(request.headers.get("accept-language"), LANGUAGES) or LANGUAGES[0]


def _wants_page(request: Request) -> bool:
    accept = request.headers.get("accept")
    return accept is not None and negotiation.best(accept, ["application/json", HTML]) == HTML


async def _run(request: Request, function: Callable[..., Any], *arguments: object) -> Any:
    return await request.app.state.service.run(requests.client(request), function, *arguments)


def _response(page: Page) -> Response:
    return Response(page.body, page.status, dict(page.headers), page.media_type)
