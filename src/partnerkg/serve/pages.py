"""The pages for people, made elsewhere: which address is one, and where a thing has its page."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

from partnerkg.pipeline.publish import negotiation
from partnerkg.serve.faults import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

_HOME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>partnerkg</title></head>
<body><h1>partnerkg</h1><ul>
<li><a href="{prefix}/sparql">SPARQL endpoint</a></li>
<li><a href="{prefix}/.well-known/void">the dataset</a></li>
</ul></body></html>
"""


async def page(request: Request, path: str) -> Response | None:
    """Return the page at a path, None if there is none."""
    if path:
        return None
    return HTMLResponse(_HOME.format(prefix=request.app.state.settings.prefix))


async def of_thing(request: Request, path: str) -> str | None:
    """Return the path of the page about the thing at a path, None if it has none."""
    return None


def language(request: Request) -> str:
    """Return the language that somebody reads best of those that there are."""
    return negotiation.language(request.headers.get("accept-language"), LANGUAGES) or LANGUAGES[0]
