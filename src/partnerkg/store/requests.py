"""One form sent to a server: who sends it, how the password is proved, where it is sent on to."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from SPARQLWrapper import BASIC, GET, POST, URLENCODED, SPARQLWrapper

from partnerkg.errors import Moved
from partnerkg.store import settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from http.client import HTTPMessage
    from typing import IO
    from urllib.request import BaseHandler

__all__ = ["GET", "POST", "QUERY", "UPDATE", "opener", "request"]

QUERY, UPDATE = "query", "update"  # the fields of a form (SPARQL 1.1 Protocol §2.1.2, §2.2.1)
_KINDS = {QUERY: "SELECT", UPDATE: "INSERT"}  # what SPARQLWrapper tells the two apart by


def request(url: str, field: str, text: str, accept: str, method: str = POST) -> Request:
    """Return the request that puts a text into a field of a form, or into the address by GET."""
    form = _Form(url, agent="partnerkg")
    # Set directly: setQuery guesses the kind by patterns, and warns.
    form.queryString, form.queryType = text, _KINDS[field]
    form.setMethod(method)
    form.setRequestMethod(URLENCODED)
    form.setOnlyConneg(True)  # no parameter that names the format in a server's own way
    form.addCustomHttpHeader("Accept", accept)
    form.addCustomHttpHeader("Accept-Encoding", "gzip, deflate")
    whole, known = settings.authorization(), settings.credentials()
    if whole:
        form.addCustomHttpHeader("Authorization", whole)
    elif known and settings.authentication() != settings.DIGEST:
        form.setHTTPAuth(BASIC)
        form.setCredentials(*known)
    return form.request()


def opener(url: str, handlers: Iterable[BaseHandler] = ()) -> OpenerDirector:
    """Return what opens such a request: it sends a query on to where the server says, and an update never.

    `handlers` are those of connections that stay open.
    """
    known = settings.credentials()
    if settings.authorization() or not known or settings.authentication() != settings.DIGEST:
        return build_opener(_Onward, *handlers)
    passwords = HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, url, *known)
    return build_opener(_Onward, _Digest(passwords), *handlers)


class _Form(SPARQLWrapper):
    """SPARQLWrapper up to the request: its own `query` has one opener, and with it one password, for all."""

    def request(self) -> Request:
        """Return the request; no other server that it is sent on to gets the password."""
        made = self._createRequest()
        secret = made.headers.pop("Authorization", None)
        if secret:
            made.add_unredirected_header("Authorization", secret)
        return made


class _Onward(HTTPRedirectHandler):
    """Follows a server to the address that it names with the same query, which changes nothing there.

    The library would ask there with GET and no query (RFC 9110 §15.4.2 lets it), and find a page for people.
    """

    def redirect_request(  # noqa: PLR0917 - as the library calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        sent = req.data if isinstance(req.data, bytes) else b""
        there = urljoin(req.full_url, newurl)
        if not sent.startswith(QUERY.encode()) or urlsplit(there).scheme not in ("http", "https"):
            raise Moved(url=req.full_url, address=there)
        onward = Request(  # noqa: S310
            there, None if code == 303 else sent, dict(req.headers), req.origin_req_host, unverifiable=True
        )
        if urlsplit(there)[:2] == urlsplit(req.full_url)[:2] and "Authorization" in req.unredirected_hdrs:
            onward.add_unredirected_header("Authorization", req.unredirected_hdrs["Authorization"])
        return onward

    http_error_308 = HTTPRedirectHandler.http_error_302


class _Digest(HTTPDigestAuthHandler):
    """Proves the password to a server that asks for it; where the server asks in another way, it refuses."""

    def http_error_auth_reqed(self, auth_header: str, host: str, req: Request, headers: HTTPMessage) -> None:
        try:
            return super().http_error_auth_reqed(auth_header, host, req, headers)
        except ValueError:  # another scheme, or an algorithm that urllib does not know
            return None
