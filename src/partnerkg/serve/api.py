"""The JSON API: every question of the catalogue at an address of its own, and what is said of a thing."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from starlette.responses import Response

from partnerkg.errors import Message
from partnerkg.pipeline.publish.media import JSON
from partnerkg.serve import answers, cached, paging, requests
from partnerkg.serve.faults import BadRequest
from partnerkg.serve.openapi import SHARED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.media import Document
    from partnerkg.serve.requests import Pairs


async def index(request: Request) -> Response:
    """Return where the description and the questions are."""
    root = f"{cached.root(request)}/api"
    addresses = {"description": f"{root}/openapi.json", "queries": f"{root}/queries"}
    addresses |= {name: f"{root}/{name}" for name in answers.general()}
    return Response(json.dumps(addresses) + "\n", media_type=JSON)


async def description(request: Request) -> Response:
    """Return the description of the API."""
    given = requests.parameters(request)
    _check(given, "language")
    return await _answered(request, answers.described, cached.root(request), paging.language(request, given))


async def queries(request: Request) -> Response:
    """Return the questions."""
    given = requests.parameters(request)
    _check(given, "words", "language")
    words = requests.single(given, "words") or ""
    return await _answered(request, answers.listed, words, paging.language(request, given))


async def general(request: Request) -> Response:
    """Return what a general tool says."""
    given = requests.parameters(request)
    own = _own(given, "language")
    language = paging.language(request, given)
    return await _answered(request, answers.told, request.path_params["name"], own, language)


async def query(request: Request) -> Response:
    """Return a page of the answer to a question; `next` is the address of the following one."""
    given = requests.parameters(request)
    name, dot, ending = request.path_params["name"].partition(".")
    if dot and ending not in paging.FORMATS:
        forms = ", ".join(paging.FORMATS)
        what = "there is no format `{name}`; there is: {known}"
        raise BadRequest(reason=Message(what, name=ending, known=forms))
    wanted = paging.read(request, given, ending)
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    run = request.app.state.service.run
    document, more = await run(requests.client(request), answers.asked, name, _own(given, *SHARED), wanted)
    following = _next(request, given, wanted) if more else None
    data = document.data
    if wanted.format == JSON:
        data = data.rstrip()[:-1] + f', "next": {json.dumps(following)}}}\n'.encode()
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    return await known.given(Response(data, headers=headers, media_type=document.media_type))


def _next(request: Request, given: Pairs, wanted: paging.Paging) -> str:
    others = [(name, value) for name, value in given if name != "offset"]
    more = urlencode([*others, ("offset", str(wanted.offset + wanted.limit))])
    return f"{cached.root(request)}/api/queries/{request.path_params['name']}?{more}"


def _own(given: Pairs, *shared: str) -> dict[str, str]:
    """Return the values of what is not shared by all; one that is empty is not given."""
    names = {name for name, _ in given} - set(shared)
    return {name: value for name in sorted(names) if (value := requests.single(given, name))}


def _check(given: Pairs, *known: str) -> None:
    for name, _ in given:
        if name not in known:
            takes = ", ".join(known)
            what = "there is no parameter `{name}`; it takes {known}"
            reason = Message(what, name=name, known=takes)
            raise BadRequest(reason=reason)


async def _answered(request: Request, function: object, *arguments: object) -> Response:
    known = cached.seen(request)
    if known.response is not None:
        return known.response
    run = request.app.state.service.run
    document: Document = await run(requests.client(request), function, *arguments)
    return await known.given(Response(document.data, media_type=document.media_type))
