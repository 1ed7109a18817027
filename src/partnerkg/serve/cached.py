"""Whether somebody has an answer already (RFC 9110 §13): it changes with the release, with nothing else."""

from __future__ import annotations

import hashlib
import re
from email.utils import formatdate, parsedate_to_datetime

from starlette.responses import Response

from partnerkg import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

VARY = "Accept, Accept-Language"
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


class Seen:
    """What is known of an answer before it is made; `response` is that it has not changed, or None."""

    __slots__ = ("_headers", "response")

    def __init__(self, request: Request, about: str) -> None:
        place = request.app.state.service.place
        self._headers = {"Vary": VARY, "Cache-Control": "no-cache"}
        self.response: Response | None = None
        if place.tag is None or request.method not in ("GET", "HEAD") or _CHANGING.search(about):
            return
        self._headers["ETag"] = _tag(request, place.tag, about)
        self._headers["Last-Modified"] = formatdate(place.modified, usegmt=True)
        if self._unchanged(request, place.modified):
            self.response = Response(status_code=304, headers=self._headers)

    def _unchanged(self, request: Request, modified: float) -> bool:
        known = request.headers.get("if-none-match")
        if known is not None:
            tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
            return self._headers["ETag"].removeprefix("W/") in tags
        since = request.headers.get("if-modified-since")
        try:
            return since is not None and int(modified) <= parsedate_to_datetime(since).timestamp()
        except ValueError:
            return False

    def given(self, response: Response) -> Response:
        """Return an answer with what lets it be kept."""
        for name, value in self._headers.items():
            response.headers.setdefault(name, value)
        return response


def seen(request: Request, about: str = "") -> Seen:
    """Return what is known of the answer to a request; `about` is what it depends on besides its address."""
    return Seen(request, about)


def _tag(request: Request, release: str, about: str) -> str:
    headers = request.headers
    parts = (
        __version__,
        release,
        str(request.url),
        headers.get("accept", ""),
        headers.get("accept-language", ""),
        about,
    )
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"'


def root(request: Request) -> str:
    """Return the address of the server as others know it, without `/` at its end."""
    settings = request.app.state.settings
    return settings.base or f"{request.url.scheme}://{request.url.netloc}"
