"""The SPARQL 1.1 Protocol over HTTP: one text there, one answer back, and every fault in one sentence."""

from __future__ import annotations

import gzip
import io
import time
import zlib
from http.client import HTTPException, IncompleteRead
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPDigestAuthHandler, HTTPPasswordMgrWithDefaultRealm, build_opener

from SPARQLWrapper import BASIC, POST, URLENCODED, SPARQLWrapper

from partnerkg.errors import (
    N_,
    FailedEndpoint,
    Message,
    NoAccess,
    NoSparql,
    RefusedQuery,
    TooLarge,
    TooSlow,
    Unreachable,
    WrongAddress,
)
from partnerkg.store import settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from http.client import HTTPMessage, HTTPResponse
    from urllib.request import Request

    from partnerkg.errors import PartnerkgError

PAUSES = (0.2, 0.8)  # seconds before the second and the third attempt to connect
_PIECE = 65536  # bytes read at a time
_LONGEST = 300  # characters of what a server says that are worth reading
_COMPLAINT = 10_000  # bytes of what a server says that are looked at


class _Digest(HTTPDigestAuthHandler):
    """Proves the password to a server that asks for it; where the server asks in another way, it refuses."""

    def http_error_auth_reqed(self, auth_header: str, host: str, req: Request, headers: HTTPMessage) -> None:
        try:
            return super().http_error_auth_reqed(auth_header, host, req, headers)
        except ValueError:  # another scheme, or an algorithm that urllib does not know
            return None


class _Request(SPARQLWrapper):
    """A request that keeps its credentials to itself when it is sent on to another address."""

    handlers: tuple[HTTPDigestAuthHandler, ...] = ()

    def _createRequest(self) -> Request:  # noqa: N802 - SPARQLWrapper's name
        request = super()._createRequest()
        secret = request.headers.pop("Authorization", None)
        if secret:
            request.add_unredirected_header("Authorization", secret)
        return request

    def send(self) -> HTTPResponse:
        """Return what the server answers; HTTPError as it is, with what the server says.

        SPARQLWrapper's own `query` has one opener, and with it one password, for the whole process.
        """
        opener = build_opener(*self.handlers)
        response: HTTPResponse = opener.open(self._createRequest(), timeout=self.timeout)
        return response


class Reply:
    """What a server answered; `cut` says why it is only a part of the answer, None if it is whole."""

    __slots__ = ("cut", "data", "media_type")

    def __init__(self, media_type: str, data: bytes, cut: Message | None = None) -> None:
        self.media_type = media_type
        self.data = data
        self.cut = cut


class Endpoint:
    """An address that answers SPARQL; an answer may take `timeout` seconds and have `most` bytes.

    Both come from the environment where they are not given, and so do the credentials
    (PARTNERKG_AUTHORIZATION, a whole `Authorization` header, or PARTNERKG_USER, PARTNERKG_PASSWORD and
    PARTNERKG_AUTHENTICATION); these never come from the address.
    """

    __slots__ = ("most", "timeout", "url")

    def __init__(self, url: str, timeout: float | None = None, most: int | None = None) -> None:
        """Take an http or https address; WrongAddress if it is none or holds a password. WrongSetting."""
        self.url = _checked(url)
        self.timeout = settings.timeout() if timeout is None else timeout
        self.most = settings.most() if most is None else most

    def for_updates(self) -> Endpoint:
        """Return where the same server takes updates: `…/update` beside `…/query`, else the same address."""
        parts = urlsplit(self.url)
        if not parts.path.endswith("/query"):
            return self
        path = parts.path.removesuffix("query") + "update"
        return Endpoint(parts._replace(path=path).geturl(), self.timeout, self.most)

    def ask(self, text: str, kind: str, accept: str) -> Reply:
        """Return what the server answers to a query.

        `kind` is SELECT, ASK, CONSTRUCT or DESCRIBE. Unreachable after three attempts, TooSlow, TooLarge,
        NoAccess, RefusedQuery with what the server says, FailedEndpoint, or NoSparql.
        """
        return self._sent(text, kind, accept)

    def update(self, text: str) -> None:
        """Let the server change its data as a SPARQL update says; errors as for `ask`."""
        self._sent(text, "INSERT", "*/*")

    def _sent(self, text: str, kind: str, accept: str) -> Reply:
        for pause in (*PAUSES, None):
            try:
                return self._once(text, kind, accept)
            except HTTPError as error:
                with error:
                    raise self._fault(error) from None
            except (OSError, HTTPException) as error:
                if _timed_out(error):
                    raise TooSlow(url=self.url, seconds=f"{self.timeout:g}") from None
                if pause is None:
                    raise Unreachable(url=self.url, reason=_said(error)) from None
                time.sleep(pause)
        raise AssertionError

    def _once(self, text: str, kind: str, accept: str) -> Reply:
        end = time.monotonic() + self.timeout
        with self._request(text, kind, accept).send() as response:
            data = self._whole(response, end)
            if response.headers.get("Content-Encoding", "identity") != "identity":
                data = self._unpacked(data)
            return Reply(response.headers.get_content_type(), data, _cut(response))

    def _whole(self, response: HTTPResponse, end: float) -> bytes:
        """Return all that a server sends, however slowly; TooLarge, or TimeoutError once its time is over."""
        found, announced = io.BytesIO(), response.length or 0
        while max(found.tell(), announced) <= self.most and (piece := response.read1(_PIECE)):
            found.write(piece)
            if time.monotonic() > end:
                raise TimeoutError
        if max(found.tell(), announced) > self.most:
            raise TooLarge(url=self.url, most=self.most)
        if found.tell() < announced:  # read1 does not complain
            raise IncompleteRead(found.getvalue(), announced - found.tell())
        return found.getvalue()

    def _unpacked(self, data: bytes) -> bytes:
        try:
            found = gzip.GzipFile(fileobj=io.BytesIO(data)).read(self.most + 1)
        except (OSError, EOFError, zlib.error):
            reason = Message("its answer is packed in a way that cannot be read")
            raise NoSparql(url=self.url, reason=reason) from None
        if len(found) > self.most:
            raise TooLarge(url=self.url, most=self.most)
        return found

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

    def _fault(self, error: HTTPError) -> PartnerkgError:
        status = error.code
        if status in (401, 403):
            return NoAccess(url=self.url, status=status)
        if status in (404, 405, 406, 410, 415, 501):
            return NoSparql(url=self.url, reason=Message("it says HTTP {status}", status=status))
        reason = _server_says(error)
        if status == 400:
            return RefusedQuery(url=self.url, reason=reason)
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
    whole, known = settings.authorization(), settings.credentials()
    if whole:
        request.addCustomHttpHeader("Authorization", whole)
    elif known and settings.authentication() == settings.DIGEST:
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, request.endpoint, *known)
        request.handlers = (_Digest(passwords),)
    elif known:
        request.setHTTPAuth(BASIC)
        request.setCredentials(*known)


def _timed_out(error: Exception) -> bool:
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


def _said(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, ConnectionRefusedError):
        return N_("Connection refused")
    return _shown(getattr(cause, "strerror", None) or str(cause) or type(cause).__name__)


def _server_says(error: HTTPError) -> str:
    """Return what the server wrote, on one line, without what could steer a terminal."""
    try:
        written = error.read(_COMPLAINT)
        if written.startswith(b"\x1f\x8b"):
            written = zlib.decompressobj(wbits=31).decompress(written, _COMPLAINT)
    except (OSError, HTTPException, zlib.error):
        written = b""
    said = _shown(written.decode(errors="replace")) or _shown(str(error.reason))
    return said.rstrip(".") or N_("no reason given")


def _shown(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:_LONGEST]
