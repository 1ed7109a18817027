"""What the dataset says of itself, where those who look for datasets look first (VoID §7.2)."""

from __future__ import annotations

from starlette.responses import Response

from partnerkg.pipeline.publish import description, media
from partnerkg.serve import cached, requests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request


async def void(request: Request) -> Response:
    """Return the description of the dataset."""
    wanted = media.chosen(request.headers.get("accept"), media.TRIPLES)
    known = cached.seen(request, wanted)
    if known.response is not None:
        return known.response
    limits = request.app.state.settings.limits
    document = await request.app.state.service.run(
        requests.client(request), description.void, cached.root(request), wanted, limits.bytes
    )
    return await known.given(Response(document.data, media_type=document.media_type))
