"""Whether somebody has an answer already (RFC 9110 §13): it changes with the release, with nothing else.

So an answer that was given is given again as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.responses import Response

from partnerkg.serve import squeezed
from partnerkg.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    Headers = list[tuple[bytes, bytes]]

VARY = "Accept, Accept-Encoding, Accept-Language"
MOST = 1 << 26  # bytes of answers that are kept
_ALWAYS = {"Vary": VARY, "Cache-Control": "no-cache"}
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


class Kept:
    """Answers that were given before, the latest last, while they have no more than MOST bytes together."""

    __slots__ = ("_answers", "_bytes")

    def __init__(self) -> None:
        self._answers: OrderedDict[str, tuple[int, Headers, bytes]] = OrderedDict()
        self._bytes = 0

    def get(self, tag: str) -> Response | None:
        """Return the answer of this tag, None if it is not kept."""
        if tag not in self._answers:
            return None
        self._answers.move_to_end(tag)
        status, headers, body = self._answers[tag]
        found = Response(body, status)
        found.raw_headers = list(headers)
        return found

    def put(self, tag: str, response: Response) -> None:
        """Keep an answer, and forget those that were not asked for longest."""
        body = bytes(response.body)
        if response.status_code != 200 or len(body) > MOST // 64 or tag in self._answers:
            return
        self._answers[tag] = response.status_code, list(response.raw_headers), body
        self._bytes += len(body)
        while self._bytes > MOST:
            _, (_, _, oldest) = self._answers.popitem(last=False)
            self._bytes -= len(oldest)


class Seen:
    """What is known of an answer before it is made; `response` is one that does already, or None.

    Only what is there (200) has a tag and can be unchanged (RFC 9110 §13.2.1).
    """

    __slots__ = ("_headers", "_kept", "_request", "_small", "response")

    def __init__(self, request: Request, about: str) -> None:
        place = request.app.state.service.place
        self._small = squeezed.wanted(request)
        self._kept: Kept = request.app.state.kept
        self._request = request
        self._headers: dict[str, str] = {}
        self.response: Response | None = None
        if place.tag is None or request.method not in ("GET", "HEAD") or _CHANGING.search(about):
            return
        self._headers["ETag"] = _tag(request, place.tag, about, self._small)
        self._headers["Last-Modified"] = _date(place.modified)
        if self._has_tag(any_=False):
            self.response = self._unchanged()
        elif (known := self._kept.get(self._headers["ETag"])) is not None:
            self.response = self._unchanged() if self._is_unchanged() else known

    def _has_tag(self, *, any_: bool) -> bool:
        """Return whether who asks has the answer by its tag, or by `*` whichever it is."""
        known = self._request.headers.getlist("if-none-match")
        tags = {tag.strip().removeprefix("W/") for tag in ",".join(known).split(",")}
        return self._headers["ETag"].removeprefix("W/") in tags or (any_ and "*" in tags)

    def _is_unchanged(self) -> bool:
        """Return whether who asks has an answer that is there."""
        if "if-none-match" in self._request.headers:
            return self._has_tag(any_=True)
        since = self._request.headers.get("if-modified-since")
        if since is None:
            return False
        try:
            return parsedate_to_datetime(self._headers["Last-Modified"]) <= parsedate_to_datetime(since)
        except (ValueError, TypeError):  # no date, or one without a zone
            return False

    def _unchanged(self) -> Response:
        return Response(status_code=304, headers={**_ALWAYS, **self._headers})

    async def given(self, response: Response) -> Response:
        """Return an answer with what lets it be kept, made small if that is wanted."""
        tagged = self._headers if response.status_code == 200 else {}
        for name, value in {**_ALWAYS, **tagged}.items():
            response.headers.setdefault(name, value)
        if self._small:
            await squeezed.squeeze(response)
        if tagged:
            self._kept.put(self._headers["ETag"], response)
        return self._unchanged() if tagged and self._is_unchanged() else response


def seen(request: Request, about: str = "") -> Seen:
    """Return what is known of the answer to a request; `about` is what it depends on besides its address."""
    return Seen(request, about)


@lru_cache(maxsize=4)
def _date(moment: float) -> str:
    return formatdate(moment, usegmt=True)


def _tag(request: Request, release: str, about: str, small: bool) -> str:
    headers, scope = request.headers, request.scope
    parts = (
        *(VERSION, release, scope["scheme"], headers.get("host", ""), scope["path"]),
        scope.get("query_string", b"").decode("latin-1"),
        *(headers.get("accept", ""), headers.get("accept-language", ""), "gzip" * small, about),
    )
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:20]}"'


def root(request: Request) -> str:
    """Return the address of the server as others know it, without `/` at its end."""
    host = request.headers.get("host")
    if request.app.state.settings.base or host is None:
        return request.app.state.settings.base or f"{request.url.scheme}://{request.url.netloc}"
    return _root(request.scope["scheme"], host)


@lru_cache(maxsize=64)
def _root(scheme: str, host: str) -> str:
    return f"{scheme}://{urlsplit(f'{scheme}://{host}').netloc}"
