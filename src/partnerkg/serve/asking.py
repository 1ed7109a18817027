"""The page on which the graph is asked in SPARQL: a query runs where any stranger’s does, then is shown."""

from __future__ import annotations

import time
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from partnerkg.errors import Message, PartnerkgError
from partnerkg.pipeline.publish import sparql
from partnerkg.serve import cached, faults, requests
from partnerkg.serve.faults import BadRequest
from partnerkg.serve.site import served
from partnerkg.serve.site.sparql import BYTES, FORMATS, LONGEST, ROWS, Asked, Server, line_of
from partnerkg.serve.site.trouble import OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.sparql import Shown
    from partnerkg.serve.site import Page


async def page(request: Request, language: str, given: dict[str, str]) -> Response:
    """Return the page with the answer to what was asked on it, if anything was; BadRequest."""
    query = given.get("query")
    if query is not None and len(query) > LONGEST:
        raise BadRequest(reason=Message("the query has more than {most} characters", most=LONGEST))
    if query is not None and given.get("format") in FORMATS:
        asked = urlencode({"query": query, "format": given["format"]})
        return RedirectResponse(f"{request.app.state.settings.prefix}/sparql?{asked}", 303)
    answered = None if query is None else await _answered(request, query, language)
    server = Server(request.app.state.settings.limits, f"{cached.root(request)}/sparql")
    shown: Page = await request.app.state.service.show(
        requests.client(request), served.sparql, language, given, answered, server
    )
    return Response(shown.body, shown.status, dict(shown.headers), shown.media_type)


async def _answered(request: Request, query: str, language: str) -> Asked:
    limits = request.app.state.settings.limits
    asked = sparql.Asked(
        query,
        None,
        rows=min(ROWS, limits.rows),
        bytes=min(BYTES, limits.bytes),
        base=f"{cached.root(request)}/sparql",
    )
    start = time.perf_counter()
    try:
        shown: Shown = await request.app.state.service.run(requests.client(request), sparql.shown, asked)
    except PartnerkgError as error:
        if faults.status(error) >= OURS:
            raise
        reason = error.details.get("reason")
        return Asked(query, error=faults.said(error, language), line=line_of(reason))
    return Asked(query, shown, milliseconds=round((time.perf_counter() - start) * 1000))
