"""Who may come to the desk: this machine, by its own name, with the token; forms from the desk alone."""

from __future__ import annotations

from secrets import compare_digest

from starlette.responses import PlainTextResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost", "[::1]")
METHODS = ("GET", "HEAD", "POST")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",  # with no-referrer a browser says nothing of where a form comes from
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}


class Guard:
    """Lets those in who have the token in their address, and takes it off the path."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        status, path = self._admitted(scope)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                known = {name for name, _ in message["headers"]}
                more = ((name, value) for name, value in HEADERS.items() if name not in known)
                message["headers"] = [*message["headers"], *more]
            await send(message)

        if status:
            await PlainTextResponse(f"{status}\n", status)(scope, receive, sending)
            return
        await self._app({**scope, "path": path, "raw_path": path.encode()}, receive, sending)

    def _admitted(self, scope: Scope) -> tuple[int, str]:
        """Return the status of a refusal (0 if there is none), and the path without the token."""
        headers = dict(scope["headers"])
        here = {f"{name}:{scope['server'][1]}".encode() for name in NAMES}
        host = headers.get(b"host", b"")
        if host not in here:  # a name of somebody else that leads here (DNS rebinding)
            return 421, ""
        token, _, rest = scope["path"].removeprefix("/").partition("/")
        if not compare_digest(token.encode(), self._token):
            return 404, ""
        if scope["method"] not in METHODS:
            return 405, ""
        if scope["method"] == "POST" and not _is_ours(headers, host):
            return 403, ""
        return 0, f"/{rest}"


def _is_ours(headers: dict[bytes, bytes], host: bytes) -> bool:
    """Return whether a form was sent from a page of the desk, as far as browsers tell."""
    same_site = headers.get(b"sec-fetch-site", b"same-origin") == b"same-origin"
    return same_site and headers.get(b"origin", b"http://" + host) == b"http://" + host
