"""The SPARQL 1.1 Protocol over HTTP: one text there, one answer back; asking and changing are two types."""

from __future__ import annotations

import time
from http.client import HTTPException
from urllib.error import HTTPError

from partnerkg.store import address, faults, reply, requests, settings
from partnerkg.store.connections import Connections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.reply import Reply

PAUSES = (0.2, 0.8)  # seconds before the second and the third attempt to connect
WAITS = 5  # times that a busy server is given the time it asks for


class _Address:
    """An address that texts are sent to; an answer may take `timeout` seconds and have `most` bytes.

    Both come from the environment where they are not given, and so do the credentials
    (PARTNERKG_AUTHORIZATION, a whole `Authorization` header, or PARTNERKG_USER, PARTNERKG_PASSWORD and
    PARTNERKG_AUTHENTICATION); these never come from the address.
    """

    __slots__ = ("_connections", "_method", "most", "timeout", "url")

    def __init__(self, url: str, timeout: float | None = None, most: int | None = None) -> None:
        """Take an http or https address; WrongAddress if it is none or holds a password. WrongSetting."""
        self.url = address.checked(url)
        self.timeout = settings.timeout() if timeout is None else timeout
        self.most = settings.most() if most is None else most
        self._method = requests.POST
        self._connections = Connections()

    def _sent(self, field: str, text: str, accept: str) -> Reply:
        """Return what the server answers, after three attempts and as many pauses as it asks for in time."""
        end = time.monotonic() + self.timeout
        pauses, waits = [*PAUSES], WAITS
        while True:
            try:
                return self._once(field, text, accept, end)
            except HTTPError as error:
                with error:
                    if self._may_be_asked_by_get(error, field):
                        self._method = requests.GET
                        continue
                    asked = faults.pause(error)
                    if asked is None or not waits or time.monotonic() + asked > end:
                        raise faults.of_status(error, self.url) from None
                waits -= 1
                time.sleep(asked)
            except (OSError, HTTPException) as error:
                if faults.timed_out(error) or not pauses:
                    raise faults.of_connection(error, self.url, self.timeout) from None
                time.sleep(pauses.pop(0))

    def _may_be_asked_by_get(self, error: HTTPError, field: str) -> bool:
        """Return whether a server seems to take queries by GET alone (SPARQL 1.1 Protocol §2.1.1)."""
        posted = self._method == requests.POST and field == requests.QUERY
        return posted and error.code in (405, 501) and "GET" in error.headers.get("Allow", "GET").upper()

    def _once(self, field: str, text: str, accept: str, end: float) -> Reply:
        request = requests.request(self.url, field, text, accept, self._method)
        left = max(end - time.monotonic(), 0.001)
        kept = self._connections.handlers() if field == requests.QUERY else ()  # no update is sent twice
        with requests.opener(self.url, kept).open(request, timeout=left) as response:
            try:
                return reply.read(response, self.url, end, self.most)
            finally:
                self._connections.give(response)


class Endpoint(_Address):
    """Where questions are asked."""

    __slots__ = ()

    def ask(self, text: str, accept: str) -> Reply:
        """Return what the server answers to a query, at the address to which it sends on.

        Unreachable after three attempts, CutShort if they all break off, TooSlow, TooLarge, TooBusy if it
        asks to wait longer than its time, NoAccess, Moved, RefusedQuery with what the server says,
        FailedEndpoint, or NoSparql.
        """
        return self._sent(requests.QUERY, text, accept)

    def for_updates(self) -> Updates:
        """Return where the same server takes updates: `…/update` beside `…/query`, else the same address."""
        return Updates(address.of_updates(self.url), self.timeout, self.most)


class Updates(_Address):
    """Where data is changed."""

    __slots__ = ()

    def update(self, text: str) -> None:
        """Let the server change its data as a SPARQL update says; errors as for `Endpoint.ask`.

        It is sent to no other address: Moved names that.
        """
        self._sent(requests.UPDATE, text, "*/*")
