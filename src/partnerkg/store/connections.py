"""Connections that stay open between two queries, where the server leaves them so (RFC 9112 §9.3)."""

from __future__ import annotations

import os
from http.client import HTTPConnection, HTTPSConnection
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import BaseHandler, Request

_OK = 200
MOST = 4  # connections that stay open: as many as threads may ask at once


class Connections:
    """Those of one process that nobody uses now; a copy of the process has its own."""

    __slots__ = ("_idle", "_process")

    def __init__(self) -> None:
        self._idle: list[tuple[str, HTTPConnection]] = []
        self._process = os.getpid()

    def handlers(self) -> tuple[BaseHandler, ...]:
        """Return what sends requests over them, for an opener of urllib."""
        return _Plain(self), _Safe(self)

    def give(self, response: HTTPResponse) -> None:
        """Take back the connection of an answer that was read to its end, if its server leaves it open."""
        place, connection = getattr(response, "partnerkg", ("", None))
        if connection is None:
            return
        is_read = response.isclosed() or response.length == 0
        if response.will_close or not is_read or len(self._idle) >= MOST:
            connection.close()
        else:
            self._idle.append((place, connection))

    def opened(self, request: Request, new: type[HTTPConnection]) -> HTTPResponse:
        """Return the beginning of what a server answers; one that has left meanwhile is asked once more."""
        place = f"{request.type}://{request.host}"
        while connection := self._at(place):
            try:
                return _answer(connection, request, place)
            except (ConnectionError, URLError) as error:
                if not isinstance(getattr(error, "reason", error), ConnectionError):
                    raise
        return _answer(new(request.host, timeout=request.timeout), request, place)

    def _at(self, place: str) -> HTTPConnection | None:
        """Return a connection to a server that nobody uses, None if there is none."""
        if self._process != os.getpid():
            self.close()
            self._process = os.getpid()
        for one in reversed(self._idle):
            if one[0] == place:
                self._idle.remove(one)
                return one[1]
        return None

    def close(self) -> None:
        """End them."""
        while self._idle:
            self._idle.pop()[1].close()

    def __del__(self) -> None:
        self.close()


def _answer(connection: HTTPConnection, request: Request, place: str) -> HTTPResponse:
    """Return what a server answers, as `urllib` does, which would close the connection."""
    headers = {**request.headers, **request.unredirected_hdrs}
    try:
        if connection.sock is not None:
            connection.sock.settimeout(request.timeout)
        connection.request(request.get_method(), request.selector, request.data, headers)
    except OSError as error:
        connection.close()
        raise URLError(error) from error
    try:
        response = connection.getresponse()
    except BaseException:
        connection.close()
        raise
    response.url = request.full_url
    response.msg = response.reason  # type: ignore[assignment]
    if response.status == _OK:
        response.partnerkg = place, connection  # type: ignore[attr-defined]
    elif connection.sock is not None:  # the answer can be read all the same
        connection.sock.close()
        connection.sock = None
    return response


class _Plain(HTTPHandler):
    def __init__(self, connections: Connections) -> None:
        super().__init__()
        self._connections = connections

    def http_open(self, req: Request) -> HTTPResponse:
        if req.has_proxy():
            return super().http_open(req)
        return self._connections.opened(req, HTTPConnection)


class _Safe(HTTPSHandler):
    def __init__(self, connections: Connections) -> None:
        super().__init__()
        self._connections = connections

    def https_open(self, req: Request) -> HTTPResponse:
        if req.has_proxy() or getattr(req, "_tunnel_host", None):
            return super().https_open(req)
        return self._connections.opened(req, HTTPSConnection)
