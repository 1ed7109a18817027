"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol (§2.1), and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from partnerkg.errors import N_, Message
from partnerkg.pipeline.publish import description, media, sparql
from partnerkg.serve import cached, requests
from partnerkg.serve.faults import BadRequest, Forbidden, WrongType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.media import Document
    from partnerkg.serve.requests import Pairs

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_KNOWN = ("query", "default-graph-uri", "named-graph-uri", "format")
_NO_UPDATE = N_("This graph is changed through its readings, not over HTTP: updates are not taken")


@dataclass(frozen=True)
class Operation:
    """A query with its dataset, as one of the three ways to send it says it; `query` is None for none."""

    query: str | None
    default: tuple[str, ...]
    named: tuple[str, ...]
    format: str | None


async def endpoint(request: Request) -> Response:
    """Return the answer to a query, or what there is to know of the endpoint where none is sent."""
    operation = await _operation(request)
    if operation.query is None:
        if request.method == "POST":
            raise BadRequest(reason=Message("there is no `query` in it"))
        return await _description(request)
    known = cached.seen(request, operation.query)
    if known.response is not None:
        return known.response
    return await known.given(await _answer(request, operation))


async def _operation(request: Request) -> Operation:
    given = requests.parameters(request)
    if request.method != "POST":
        return _read(given)
    kind = requests.media_type(request)
    if kind == UPDATE:
        raise Forbidden(reason=Message(_NO_UPDATE))
    if kind not in (FORM, QUERY):
        raise WrongType(type=kind, known=f"{FORM}, {QUERY}")
    data = await requests.body(request, request.app.state.settings.limits)
    if kind == FORM:
        return _read(given + requests.pairs(data))
    if requests.single(given, "query") is not None:
        raise BadRequest(reason=Message("`{name}` is given more than once", name="query"))
    return _read([*given, ("query", requests.text(data))])


def _read(given: Pairs) -> Operation:
    names = {name for name, _ in given}
    if "update" in names:
        raise Forbidden(reason=Message(_NO_UPDATE))
    unknown = sorted(names.difference(_KNOWN))
    if unknown:
        reason = Message(
            "there is no parameter `{name}`; it takes {known}", name=unknown[0], known=", ".join(_KNOWN)
        )
        raise BadRequest(reason=reason)
    form = requests.single(given, "format")
    if form is not None and form not in media.NAMES:
        known = ", ".join(media.NAMES)
        raise BadRequest(
            reason=Message("there is no format `{name}`; there is: {known}", name=form, known=known)
        )
    return Operation(
        requests.single(given, "query"),
        tuple(value for name, value in given if name == "default-graph-uri"),
        tuple(value for name, value in given if name == "named-graph-uri"),
        form,
    )


async def _answer(request: Request, operation: Operation) -> Response:
    limits = request.app.state.settings.limits
    accept = media.NAMES[operation.format] if operation.format else request.headers.get("accept")
    asked = sparql.Asked(
        operation.query or "",
        accept,
        operation.default,
        operation.named,
        rows=limits.rows,
        bytes=limits.bytes,
        base=f"{cached.root(request)}/sparql",
    )
    service = request.app.state.service
    document: Document = await service.run(requests.client(request), sparql.answered, asked)
    response = Response(document.data, media_type=document.media_type)
    for note in document.notes:
        response.headers.append("Warning", _warning(note))
    return response


def _warning(note: str) -> str:
    """Return what an answer lacks as a header has it (RFC 7234 §5.5): ASCII, no control characters."""
    plain = note.replace('"', "'").encode("ascii", "replace").decode()
    return f'299 partnerkg "{"".join(sign for sign in plain if sign.isprintable() and sign != chr(92))}"'


async def _description(request: Request) -> Response:
    """Return the service description (SPARQL 1.1 Service Description §2)."""
    wanted = media.chosen(request.headers.get("accept"), media.TRIPLES)
    known = cached.seen(request, wanted)
    if known.response is not None:
        return known.response
    address = f"{cached.root(request)}/sparql"
    limits = request.app.state.settings.limits
    document = await request.app.state.service.run(
        requests.client(request), description.service, address, wanted, limits.bytes
    )
    return await known.given(Response(document.data, media_type=document.media_type))
