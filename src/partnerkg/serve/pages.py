"""The pages for people over HTTP: which address is one, and where a thing has its page."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from partnerkg.pipeline.publish import negotiation
from partnerkg.pipeline.publish.media import HTML
from partnerkg.serve import asking, cached, faults, requests
from partnerkg.serve.faults import LANGUAGES, NotThere
from partnerkg.serve.site import LANGUAGES as FOLDERS
from partnerkg.serve.site import problems, served, sparql

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.serve.site import Page

STATIC = "static/"


async def page(request: Request, path: str) -> Response | None:
    """Return the page at a path, None if it is none of those for people.

    Below the folder of a language every path has one: where there is nothing, it says so.
    """
    elsewhere = _elsewhere(path, language(request))
    if elsewhere is not None:
        return RedirectResponse(f"{request.app.state.settings.prefix}/{elsewhere}", 303)
    folder, _, rest = path.partition("/")
    if folder in FOLDERS and rest.strip("/") and path.endswith("/"):  # links of a page begin where it stands
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{request.app.state.settings.prefix}/{path.rstrip('/')}{asked}", 308)
    if path.startswith(STATIC):
        return _response(await _asked(request, served.file, path))
    return await _below(request, folder, rest) if folder in FOLDERS else None


def _elsewhere(path: str, language: str) -> str | None:
    """Return where a path without a language leads, None for one that stays."""
    if path == problems.PATH:
        return f"{language}/{path}"
    if path.rstrip("/") in ("", *FOLDERS) and not (path.endswith("/") and path):
        return f"{path or language}/"
    return None


async def _below(request: Request, folder: str, path: str) -> Response | None:
    """Return the page at a path below the folder of a language."""
    given, bare = dict(requests.parameters(request)), path.rstrip("/")
    if bare == sparql.PATH:
        return await asking.page(request, folder, given)
    if bare == problems.PATH:
        return _response(await _asked(request, served.problems, folder, faults.known()))
    return _response(await _asked(request, served.page, path, folder, given, cached.root(request)))


async def of_thing(request: Request, path: str) -> str | None:
    """Return the path of the page about the thing at a path, None if it has none."""
    found: str | None = await _asked(request, served.of_thing, path)
    return None if found is None else f"{language(request)}/{found}"


async def data(request: Request, path: str, ending: str) -> Response | None:
    """Return what is said of the thing at a path in a form of the pages, None if there is neither."""
    return _response(await _asked(request, served.data, path, ending))


async def missing(request: Request, path: str) -> Response:
    """Return the page that says that there is nothing at a path; NotThere for those who want no page."""
    accept = request.headers.get("accept")
    if accept is None or negotiation.best(accept, ["application/json", HTML]) != HTML:
        raise NotThere(path=f"/{path}")
    found: Page = await _asked(request, served.missing, path, language(request))
    return Response(found.body, 404, dict(found.headers), found.media_type)


async def gone(request: Request, path: str) -> Response | None:
    """Return the page about what was withdrawn, None if it has none."""
    place = await _asked(request, served.of_thing, path)
    if place is None:
        return None
    found: Page = await _asked(request, served.page, place, language(request), {})
    return Response(found.body, 410, dict(found.headers), found.media_type)


async def _asked(request: Request, function: object, *arguments: object):  # type: ignore[no-untyped-def]
    service = request.app.state.service
    return await service.show(requests.client(request), function, *arguments)


def _response(page: Page | None) -> Response | None:
    if page is None:
        return None
    return Response(page.body, page.status, dict(page.headers), page.media_type)


def language(request: Request) -> str:
    """Return the language that somebody reads best of those that there are."""
    return negotiation.language(request.headers.get("accept-language"), LANGUAGES) or LANGUAGES[0]
