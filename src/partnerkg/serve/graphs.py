"""The Graph Store Protocol, as far as it reads: a graph by its IRI, or the default graph (§4, §5.2)."""

from __future__ import annotations

from starlette.responses import Response

from partnerkg.errors import Message
from partnerkg.pipeline.publish import graphs, media
from partnerkg.serve import cached, requests
from partnerkg.serve.faults import BadRequest, NotThere

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request


async def graph(request: Request) -> Response:
    """Return the statements of a graph; `?graph=IRI` says which, `?default` that of all together."""
    iri = _named(request)
    wanted = media.chosen(request.headers.get("accept"), media.TRIPLES)
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    limits = request.app.state.settings.limits
    document = await request.app.state.service.run(
        requests.client(request), graphs.graph, iri, wanted, limits.rows, limits.bytes
    )
    if document is None:
        raise NotThere(path=iri or "?default")
    return await known.given(Response(document.data, media_type=document.media_type))


def _named(request: Request) -> str | None:
    """Return the IRI that the address names, None for the default graph; BadRequest."""
    given = requests.parameters(request)
    names = sorted(name for name, _ in given)
    if names == ["default"]:
        return None
    if names != ["graph"]:
        raise BadRequest(reason=Message("it takes `?graph=IRI` or `?default`, and nothing else"))
    return requests.single(given, "graph")
