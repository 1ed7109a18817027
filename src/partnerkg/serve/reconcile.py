"""The Reconciliation Service API 0.2, by which OpenRefine matches names and towns to the graph."""

from __future__ import annotations

import json
from html import escape

from starlette.responses import HTMLResponse, Response

from partnerkg.errors import N_, Message
from partnerkg.pipeline.publish import matching
from partnerkg.serve import cached, pages, requests
from partnerkg.serve.faults import BadRequest, NotThere
from partnerkg.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.serve.requests import Pairs

    Json = dict[str, object]

MOST = 200  # names or organisations at a time
ROOMS = ("entity", "type", "property")
_FRAME = "default-src 'none'; frame-ancestors *"  # a preview is shown within another page


async def service(request: Request) -> Response:
    """Return what the service is, candidates for `queries`, or values for `extend`."""
    given = requests.parameters(request)
    if request.method == "POST":
        given = given + requests.pairs(await requests.body(request, request.app.state.settings.limits))
    queries, extend = (_document(given, name) for name in ("queries", "extend"))
    language, run = pages.language(request), request.app.state.service.run
    if queries is not None:
        asked = {key: _query(key, one) for key, one in queries.items()}
        return _json(await run(requests.client(request), matching.matched, asked, language))
    if extend is not None:
        return _json(await run(requests.client(request), matching.extended, *_extension(extend), language))
    space = await request.app.state.service.run(requests.client(request), matching.space)
    return _json(manifest(cached.root(request), space))


def manifest(root: str, space: str) -> Json:
    """Return the description of the service."""
    address = f"{root}/reconcile"
    suggest = {room: {"service_url": address, "service_path": f"/suggest/{room}"} for room in ROOMS}
    return {
        "versions": ["0.2"],
        "name": "partnerkg",
        "identifierSpace": space,
        "schemaSpace": matching.schema(),
        "serviceVersion": VERSION,
        "documentation": f"{root}/",
        "defaultTypes": [matching.default()],
        "view": {"url": f"{root}/id/organization/{{{{id}}}}"},
        "preview": {"url": f"{address}/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": address, "service_path": "/properties"},
            "property_settings": [],
        },
    }


async def suggest(request: Request) -> Response:
    """Return what begins with some letters: organisations, classes or properties."""
    room = request.path_params["room"]
    if room not in ROOMS:
        raise NotThere(path=request.url.path)
    given = requests.parameters(request)
    prefix, cursor = requests.single(given, "prefix") or "", requests.single(given, "cursor") or "0"
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 7):
        raise BadRequest(reason=Message("`cursor` is a whole number"))
    run = request.app.state.service.run
    language = pages.language(request)
    return _json(await run(requests.client(request), matching.suggested, room, prefix, int(cursor), language))


async def properties(request: Request) -> Response:
    """Return what can be added to a spreadsheet of organisations."""
    given = requests.parameters(request)
    run = request.app.state.service.run
    found = await run(requests.client(request), matching.properties, pages.language(request))
    limit = requests.single(given, "limit") or ""
    most = int(limit) if limit.isascii() and limit.isdigit() and len(limit) < 7 else len(found)
    return _json({"type": requests.single(given, "type") or "", "properties": found[:most]})


async def preview(request: Request) -> Response:
    """Return a few lines about an organisation, to be shown within another page."""
    slug = requests.single(requests.parameters(request), "id") or ""
    language, run = pages.language(request), request.app.state.service.run
    found = await run(requests.client(request), matching.previewed, slug, language)
    if found is None:
        raise NotThere(path=slug)
    lines = [", ".join(found[name]) for name in ("kinds", "towns", "others") if found[name]]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    text = (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(found['name'])}</title></head>\n<body><h1>{escape(found['name'])}</h1>{body}"
        f'<p><a href="{escape(found["iri"])}" target="_blank" rel="noopener">{escape(found["iri"])}</a></p>'
        "</body></html>\n"
    )
    return HTMLResponse(text, headers={"Content-Security-Policy": _FRAME})


def _document(given: Pairs, name: str) -> Json | None:
    """Return the JSON object that a parameter holds, None if it is not given; BadRequest."""
    written = requests.single(given, name)
    if written is None:
        return None
    try:
        document = json.loads(written)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or len(document) > MOST:
        reason = N_("`{name}` is a JSON object with at most {most} members")
        raise BadRequest(reason=Message(reason, name=name, most=MOST))
    return document


def _query(key: str, one: object) -> Json:
    """Return a name that is looked for, with its towns and its classes; BadRequest."""
    if not isinstance(one, dict) or not isinstance(one.get("query"), str):
        raise BadRequest(reason=Message("`{name}` has no `query` with a name", name=key))
    kinds, limit = one.get("type"), one.get("limit")
    asked = one.get("properties")
    towns = [
        value
        for item in (asked if isinstance(asked, list) else ())
        if isinstance(item, dict) and item.get("pid") in matching.TOWNS
        for value in _values(item.get("v"))
    ]
    return {
        "query": one["query"][:500],
        "types": [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)],
        "limit": limit if isinstance(limit, int) and limit > 0 else matching.DEFAULT,
        "towns": towns,
    }


def _values(value: object) -> list[str]:
    """Return the texts of a value: one, several, or things that were matched before."""
    if isinstance(value, list):
        return [text for one in value for text in _values(one)]
    if isinstance(value, dict):
        return _values(value.get("name") or value.get("id"))
    return [str(value)[:200]] if isinstance(value, str | int | float) and str(value).strip() else []


def _extension(extend: Json) -> tuple[list[str], list[str]]:
    ids, wanted = extend.get("ids"), extend.get("properties")
    if not isinstance(ids, list) or not isinstance(wanted, list) or max(len(ids), len(wanted)) > MOST:
        reason = N_("`extend` names `ids` and `properties`, at most {most} of each")
        raise BadRequest(reason=Message(reason, most=MOST))
    named = [str(one.get("id", "")) if isinstance(one, dict) else str(one) for one in wanted]
    return [str(one) for one in ids], named


def _json(value: object) -> Response:
    return Response(json.dumps(value, ensure_ascii=False) + "\n", media_type="application/json")
