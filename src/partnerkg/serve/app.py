"""All addresses of a server, and what answers at each."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from partnerkg.errors import PartnerkgError, Unexpected
from partnerkg.pipeline.publish.service import Service
from partnerkg.serve import (
    api,
    cached,
    crawlers,
    data,
    dataset,
    faults,
    graphs,
    health,
    metrics,
    reconcile,
    sparql,
    warming,
)
from partnerkg.serve.around import Around, complain
from partnerkg.serve.faults import NotThere, WrongMethod
from partnerkg.serve.site import served

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.opened import Opened
    from partnerkg.serve.around import Say
    from partnerkg.serve.settings import Settings

ASKING = ["GET", "POST"]  # where a question may be sent as a body
_PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def routes() -> list[Route]:
    """Return every address with what answers there; the last takes what the others leave."""
    return [
        Route("/health", health.health, name="health"),
        Route("/metrics", metrics.page, name="metrics"),
        Route("/sparql", sparql.endpoint, methods=ASKING, name="sparql"),
        Route("/graph-store", graphs.graph, name="graph-store"),
        Route("/api", api.index, name="api"),
        Route("/api/", api.index, name="api"),
        Route("/api/openapi.json", api.description, name="openapi"),
        Route("/api/queries", api.queries, name="queries"),
        Route("/api/queries/{name}", api.query, name="query"),
        Route("/api/{name}", api.general, name="tool"),
        Route("/reconcile", reconcile.service, methods=ASKING, name="reconcile"),
        Route("/reconcile/suggest/{room}", reconcile.suggest, name="suggest"),
        Route("/reconcile/properties", reconcile.properties, name="properties"),
        Route("/reconcile/preview", reconcile.preview, name="preview"),
        Route("/robots.txt", crawlers.robots, name="robots"),
        Route("/sitemap.xml", crawlers.sitemap, name="sitemap"),
        Route("/sitemap-{number}.xml", crawlers.sitemap, name="sitemap"),
        Route("/.well-known/void", dataset.void, name="void"),
        Route("/{path:path}", data.address, name="data"),
    ]


def app(opened: Opened, settings: Settings, log: Say | None = None) -> Starlette:
    """Return the application of a graph, to be used while its `state.service` is open.

    Errors tell why the graph cannot be read. `log` is given a line of JSON for each request, in which nobody
    is named.
    """
    service = Service(opened, settings.bounds(), warming.ready, served.ready)
    counts = metrics.Metrics(service)

    application = Starlette(
        routes=routes(),
        middleware=[Middleware(Around, prefix=settings.prefix, metrics=counts, log=log)],
        exception_handlers={PartnerkgError: _faulty, HTTPException: _of_routing, Exception: _unexpected},
    )
    application.state.settings = settings
    application.state.service = service
    application.state.metrics = counts
    application.state.kept = cached.Kept()
    application.state.log = log
    return application


async def _faulty(request: Request, error: Exception) -> Response:
    assert isinstance(error, PartnerkgError)
    request.app.state.metrics.refused.labels(faults.name(error)).inc()
    answer = faults.response(error, request)
    if answer.status_code >= 500:
        complain(request.app.state.log, error)
    return answer


async def _of_routing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code != 405:
        return await _faulty(request, NotThere(path=request.url.path))
    known = {"OPTIONS", *(error.headers or {})["Allow"].split(", ")}
    allowed = ", ".join(method for method in ("GET", "HEAD", "POST", "OPTIONS") if method in known)
    if request.method == "OPTIONS":
        headers = {"Allow": allowed, "Access-Control-Allow-Methods": allowed, **_PREFLIGHT}
        return Response(status_code=204, headers=headers)
    return await _faulty(request, WrongMethod(method=request.method, allowed=allowed))


async def _unexpected(request: Request, error: Exception) -> Response:
    return await _faulty(request, Unexpected(kind=type(error).__name__, reason=str(error)))
