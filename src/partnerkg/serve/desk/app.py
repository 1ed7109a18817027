"""All addresses of the desk, and what answers at each."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.desk import Sitting
from partnerkg.serve import requests
from partnerkg.serve.desk import deciding, files, screens
from partnerkg.serve.desk.guard import Guard
from partnerkg.serve.desk.words import Words
from partnerkg.serve.faults import TooLargeBody
from partnerkg.serve.settings import Limits
from partnerkg.serve.site import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

LIMITS = Limits(body=1_000_000)
MOST_LINES = 10_000  # of a group, and fields


def app(sitting: Sitting, token: str, language: str) -> Starlette:
    """Return the application in which a reading is reviewed, under `/{token}/`."""
    application = Starlette(
        routes=[
            Route("/", first, name="first"),
            Route("/static/{name}", static, name="static"),
            Route("/{language}/", screen, methods=["GET", "POST"], name="screen"),
        ],
        middleware=[Middleware(Guard, token=token)],
        exception_handlers={PartnerkgError: _faulty, HTTPException: _of_routing},
    )
    application.state.sitting = sitting
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
    words = _words(request)
    sitting = request.app.state.sitting
    if request.method != "POST":
        given = dict(requests.parameters(request))
        return HTMLResponse(await run_in_threadpool(screens.shown, sitting, words, given))
    sent = requests.pairs(await requests.body(request, LIMITS), MOST_LINES)
    return RedirectResponse(await run_in_threadpool(deciding.decided, sitting, words, sent), 303)


def _words(request: Request) -> Words:
    language = request.path_params.get("language", request.app.state.language)
    if language not in LANGUAGES:
        raise HTTPException(404)
    return Words(language, request.app.state.root)


async def _faulty(request: Request, error: Exception) -> Response:
    assert isinstance(error, PartnerkgError)
    status = 413 if isinstance(error, TooLargeBody) else 409
    words = _words(request)
    html = await run_in_threadpool(screens.fault, request.app.state.sitting, words, error)
    return HTMLResponse(html, status)


async def _of_routing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return Response(f"{error.status_code}\n", error.status_code, media_type="text/plain")
