"""All addresses of the desk, and what answers at each."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.desk import Sitting
from partnerkg.serve import requests
from partnerkg.serve.desk import deciding, doubting, files
from partnerkg.serve.desk.guard import Guard
from partnerkg.serve.desk.pages import Pages
from partnerkg.serve.desk.words import Words
from partnerkg.serve.faults import Refusal
from partnerkg.serve.settings import Limits
from partnerkg.serve.site import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.serve.site import Page

LIMITS = Limits(body=1_000_000)
MOST_FIELDS = 10_000  # that a screen sends: those of a doubt, the lines of a group
LONGEST = 100  # letters by which something is looked for


def app(sitting: Sitting, token: str, language: str) -> Starlette:
    """Return the application in which a reading is reviewed, under `/{token}/`."""
    application = Starlette(
        routes=[
            Route("/", first, name="first"),
            Route("/static/{name}", static, name="static"),
            Route("/offers", offers, name="offers"),
            Route("/site/{path:path}", page, name="page"),
            Route("/{language}/", screen, methods=["GET", "POST"], name="screen"),
        ],
        middleware=[Middleware(Guard, token=token)],
        exception_handlers={PartnerkgError: _faulty, HTTPException: _of_routing},
    )
    application.state.sitting = sitting
    application.state.pages = Pages(sitting)
    application.state.root = f"/{token}"
    application.state.language = language
    return application


async def first(request: Request) -> Response:
    """Lead to the first screen in the language of who opened the desk."""
    state = request.app.state
    return RedirectResponse(f"{state.root}/{state.language}/", 303)


async def static(request: Request) -> Response:
    """Answer with a sheet of style or a script."""
    found = files.file(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    media_type, data = found
    return Response(data, media_type=media_type)


async def screen(request: Request) -> Response:
    """Show a screen; of what was sent do what it asks for, and lead to the next."""
    words, sitting = _words(request), request.app.state.sitting
    if request.method != "POST":
        given = dict(requests.parameters(request))
        return HTMLResponse(await run_in_threadpool(doubting.shown, sitting, words, given))
    sent = requests.pairs(await requests.body(request, LIMITS), MOST_FIELDS)
    if requests.single(sent, "do") == "look":
        return HTMLResponse(await run_in_threadpool(doubting.again, sitting, words, sent))
    try:
        place = await run_in_threadpool(deciding.decided, sitting, words, sent)
    except PartnerkgError as error:
        wrong = error.text(words.translate)
        return HTMLResponse(await run_in_threadpool(doubting.again, sitting, words, sent, wrong), 409)
    request.app.state.pages.renew(sent)
    return RedirectResponse(place, 303)


async def offers(request: Request) -> Response:
    """Answer with what a field offers for the letters in it: names, each with what tells it from others."""
    given = dict(requests.parameters(request))
    field, letters = given.get("field", ""), given.get("q", "")[:LONGEST]
    found = await run_in_threadpool(request.app.state.sitting.offers, field, letters)
    return JSONResponse(found)


async def page(request: Request) -> Response:
    """Show a page of the project as it is now published."""
    given, path = dict(requests.parameters(request)), request.path_params["path"]
    found: Page = await run_in_threadpool(request.app.state.pages.page, path, given)
    return Response(found.body, found.status, dict(found.headers), found.media_type)


def _words(request: Request) -> Words:
    language = request.path_params.get("language", request.app.state.language)
    if language not in LANGUAGES:
        raise HTTPException(404)
    return Words(language, request.app.state.root)


async def _faulty(request: Request, error: Exception) -> Response:
    assert isinstance(error, PartnerkgError)
    status = error.status if isinstance(error, Refusal) else 500
    return Response(f"{error.text(_words(request).translate)}\n", status, media_type="text/plain")


async def _of_routing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return Response(f"{error.status_code}\n", error.status_code, media_type="text/plain")
