"""What goes with every answer: what browsers may do with it, and a line in the log without a person in it."""

from __future__ import annotations

import json
import re
import time

from starlette.requests import Request

from partnerkg.errors import N_, Message
from partnerkg.serve import faults
from partnerkg.serve.faults import BadRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.types import Message as Event

    from partnerkg.errors import PartnerkgError
    from partnerkg.serve.metrics import Metrics

    Say = Callable[[str], None]

POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_EVERYWHERE = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"access-control-allow-origin": b"*",
    b"access-control-expose-headers": b"Content-Language, ETag, Link, Location, Retry-After",
}
# A name, a number or an IPv6 address in brackets, with a port (RFC 9110 §7.2): links are made of it.
_HOST = re.compile(rb"(?:[A-Za-z0-9._~%!$&'()*+,;=-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?")
_NO_HOST = Message(N_("its `Host` names no host"))


class Around:
    """What surrounds an application: the path prefix, headers, CORS, the log, the counts."""

    def __init__(self, app: ASGIApp, prefix: str, metrics: Metrics, log: Say | None = None) -> None:
        self._app = app
        self._prefix = prefix
        self._metrics = metrics
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._strip(scope)
        start, seen = time.perf_counter(), _Seen()

        async def sending(message: Event) -> None:
            seen.look(message)
            if message["type"] == "http.response.start":
                message["headers"] = _with(message["headers"], _EVERYWHERE)
            await send(message)

        try:
            if _names_host(scope):
                await self._app(scope, receive, sending)
            else:
                await faults.response(BadRequest(reason=_NO_HOST), Request(scope))(scope, receive, sending)
        finally:
            self._tell(scope, seen, time.perf_counter() - start)

    def _strip(self, scope: Scope) -> None:
        """Take the prefix off the path, which some proxies leave there and others do not."""
        path = scope["path"]
        if self._prefix and (path == self._prefix or path.startswith(f"{self._prefix}/")):
            scope["path"] = path[len(self._prefix) :] or "/"
            scope["raw_path"] = scope["path"].encode()

    def _tell(self, scope: Scope, seen: _Seen, seconds: float) -> None:
        route = scope.get("route")
        name = getattr(route, "name", "") or "other"
        self._metrics.told(name, seen.status, seconds)
        if self._log:
            said = {
                "time": _now(),
                "method": scope["method"],
                "path": scope["path"],
                "status": seen.status,
                "milliseconds": round(seconds * 1000, 1),
                "bytes": seen.length,
                "type": seen.media_type,
            }
            self._log(json.dumps(said, ensure_ascii=False))


def complain(log: Say | None, error: PartnerkgError) -> None:
    """Write down what is amiss here in all words, some of which strangers are not told."""
    if log:
        said = {"time": _now(), "problem": type(error).__name__, "detail": str(error)}
        log(json.dumps(said, ensure_ascii=False))


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class _Seen:
    """What was seen of an answer."""

    __slots__ = ("length", "media_type", "status")

    def __init__(self) -> None:
        self.status = 500
        self.length = 0
        self.media_type = ""

    def look(self, message: Event) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            found = dict(message["headers"]).get(b"content-type", b"")
            self.media_type = found.partition(b";")[0].decode("latin-1")
        else:
            self.length += len(message.get("body", b""))


def _with(headers: list[tuple[bytes, bytes]], more: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    known = {name for name, _ in headers}
    return [*headers, *((name, value) for name, value in more.items() if name not in known)]


def _names_host(scope: Scope) -> bool:
    """Return whether a request names one host, as it must since HTTP/1.1 (RFC 9112 §3.2)."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if not hosts:
        return str(scope["http_version"]) < "1.1"
    return len(hosts) == 1 and _HOST.fullmatch(hosts[0]) is not None
