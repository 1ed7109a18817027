"""Whether the server can answer: it asks its graph something small."""

from __future__ import annotations

from starlette.responses import JSONResponse

from partnerkg.errors import PartnerkgError
from partnerkg.pipeline.publish import description
from partnerkg.serve import faults
from partnerkg.serve.around import complain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def health(request: Request) -> Response:
    """Return 200 and which release is served, or 503 and why nothing can be asked of it."""
    service = request.app.state.service
    headers = {"Cache-Control": "no-store"}
    try:
        await service.run("health", description.facts)
    except PartnerkgError as error:
        complain(request.app.state.log, error)
        return JSONResponse({"status": "failing", "reason": faults.said(error, "en")}, 503, headers)
    return JSONResponse({"status": "ok", "release": service.place.tag}, 200, headers)
