"""The SPARQL 1.1 Protocol over HTTP: one text there, one answer back, and every fault in one sentence."""

from __future__ import annotations

import ast
import gzip
import os
import time
import zlib
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from SPARQLWrapper import BASIC, POST, URLENCODED, SPARQLExceptions, SPARQLWrapper

from partnerkg.errors import (
    N_,
    FailedEndpoint,
    Message,
    NoAccess,
    NoSparql,
    RefusedQuery,
    TooSlow,
    Unreachable,
    WrongAddress,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import Request

    from partnerkg.errors import PartnerkgError

TIMEOUT = 60.0  # seconds; a public endpoint ends a query about then itself
PAUSES = (0.2, 0.8)  # seconds before the second and the third attempt to connect
_LONGEST = 300  # characters of what a server says that are worth reading
_STATUS: dict[type[Exception], int] = {
    SPARQLExceptions.QueryBadFormed: 400,
    SPARQLExceptions.Unauthorized: 401,
    SPARQLExceptions.EndPointNotFound: 404,
    SPARQLExceptions.URITooLong: 414,
    SPARQLExceptions.EndPointInternalError: 500,
}


class _Request(SPARQLWrapper):
    """A request that keeps its credentials to itself when it is sent on to another address."""

    def _createRequest(self) -> Request:  # noqa: N802 - SPARQLWrapper's name
        request = super()._createRequest()
        secret = request.headers.pop("Authorization", None)
        if secret:
            request.add_unredirected_header("Authorization", secret)
        return request


class Reply:
    """What a server answered; `cut` says why it is only a part of the answer, None if it is whole."""

    __slots__ = ("cut", "data", "media_type")

    def __init__(self, media_type: str, data: bytes, cut: Message | None = None) -> None:
        self.media_type = media_type
        self.data = data
        self.cut = cut


class Endpoint:
    """An address that answers SPARQL. `timeout` is in seconds.

    Credentials come from PARTNERKG_AUTHORIZATION (a whole `Authorization` header) or from PARTNERKG_USER
    and PARTNERKG_PASSWORD, never from the address.
    """

    __slots__ = ("timeout", "url")

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        """Take an http or https address; WrongAddress if it is none or holds a password."""
        self.url = _checked(url)
        self.timeout = timeout

    def for_updates(self) -> Endpoint:
        """Return where the same server takes updates: `…/update` beside `…/query`, else the same address."""
        parts = urlsplit(self.url)
        if not parts.path.endswith("/query"):
            return self
        path = parts.path.removesuffix("query") + "update"
        return Endpoint(parts._replace(path=path).geturl(), self.timeout)

    def ask(self, text: str, kind: str, accept: str) -> Reply:
        """Return what the server answers to a query.

        `kind` is SELECT, ASK, CONSTRUCT or DESCRIBE. Unreachable after three attempts, TooSlow, NoAccess,
        RefusedQuery with what the server says, FailedEndpoint, or NoSparql.
        """
        return self._sent(text, kind, accept)

    def update(self, text: str) -> None:
        """Let the server change its data as a SPARQL update says; errors as for `ask`."""
        self._sent(text, "INSERT", "*/*")

    def _sent(self, text: str, kind: str, accept: str) -> Reply:
        for pause in (*PAUSES, None):
            try:
                return self._once(text, kind, accept)
            except (SPARQLExceptions.SPARQLWrapperException, HTTPError) as error:
                raise self._fault(error) from None
            except (OSError, HTTPException) as error:
                if _timed_out(error):
                    raise TooSlow(url=self.url, seconds=f"{self.timeout:g}") from None
                if pause is None:
                    raise Unreachable(url=self.url, reason=_said(error)) from None
                time.sleep(pause)
        raise AssertionError

    def _once(self, text: str, kind: str, accept: str) -> Reply:
        response: HTTPResponse = self._request(text, kind, accept).query().response
        with response:
            data = response.read()
            if response.headers.get("Content-Encoding", "identity") != "identity":
                data = self._unpacked(data)
            return Reply(response.headers.get_content_type(), data, _cut(response))

    def _unpacked(self, data: bytes) -> bytes:
        try:
            return gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            reason = Message("its answer is packed in a way that cannot be read")
            raise NoSparql(url=self.url, reason=reason) from None

    def _request(self, text: str, kind: str, accept: str) -> _Request:
        request = _Request(self.url, agent="partnerkg")
        # Set directly: setQuery guesses the kind by patterns and warns, setTimeout cuts fractions off.
        request.queryString, request.queryType, request.timeout = text, kind, self.timeout  # type: ignore[assignment]
        request.setMethod(POST)
        request.setRequestMethod(URLENCODED)
        request.setOnlyConneg(True)
        request.addCustomHttpHeader("Accept", accept)
        request.addCustomHttpHeader("Accept-Encoding", "gzip")
        _authenticate(request)
        return request

    def _fault(self, error: Exception) -> PartnerkgError:
        status = error.code if isinstance(error, HTTPError) else _STATUS[type(error)]
        reason = _server_says(error)
        if status in (401, 403):
            return NoAccess(url=self.url, status=status)
        if status == 400:
            return RefusedQuery(url=self.url, reason=reason)
        if status in (404, 405, 406, 410, 415, 501):
            return NoSparql(url=self.url, reason=Message("it says HTTP {status}", status=status))
        return FailedEndpoint(url=self.url, status=status, reason=reason)


def _cut(response: HTTPResponse) -> Message | None:
    """Return how Virtuoso, and DBpedia with it, says that rows are missing."""
    most = response.headers.get("X-SPARQL-MaxRows", "")
    if most.isdecimal():
        return Message("it gives no more than {most} rows", most=most)
    if response.headers.get("X-SQL-State") == "S1TAT":
        return Message("its time was over")
    return None


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    written = url.isascii() and url.isprintable() and " " not in url
    if not host or parts.scheme not in ("http", "https") or not written:
        raise WrongAddress(url=_shown(url), reason=Message("it must look like http://host/path"))
    if "@" in parts.netloc:
        shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        reason = Message("a password belongs in PARTNERKG_USER and PARTNERKG_PASSWORD, not in the address")
        raise WrongAddress(url=shown, reason=reason)
    return url


def _authenticate(request: _Request) -> None:
    whole = os.environ.get("PARTNERKG_AUTHORIZATION")
    user, password = (os.environ.get(f"PARTNERKG_{name}") for name in ("USER", "PASSWORD"))
    if whole:
        request.addCustomHttpHeader("Authorization", " ".join(whole.split()))
    elif user and password:
        request.setHTTPAuth(BASIC)
        request.setCredentials(user, password)


def _timed_out(error: Exception) -> bool:
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


def _said(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, ConnectionRefusedError):
        return N_("Connection refused")
    return _shown(getattr(cause, "strerror", None) or str(cause) or type(cause).__name__)


def _server_says(error: Exception) -> str:
    """Return what the server wrote, on one line, without what could steer a terminal."""
    try:
        written = _body(error)
        if written.startswith(b"\x1f\x8b"):
            written = gzip.decompress(written)
    except (OSError, HTTPException, EOFError, zlib.error):
        written = b""
    return _shown(written[:10_000].decode(errors="replace")).rstrip(".") or N_("no reason given")


def _body(error: Exception) -> bytes:
    if isinstance(error, HTTPError):
        with error:
            return error.read() or error.reason.encode()
    # SPARQLWrapper keeps the bytes only inside the sentence that it makes of them.
    found: bytes = ast.literal_eval(str(error).partition("Response:\n")[2] or "b''")
    return found


def _shown(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:_LONGEST]
