"""A page from its address: politely, and never from inside the network of whoever reads it.

Over https only, with robots.txt (RFC 9309), few redirects, a bounded size and time; every address a name
stands for must be public, and the one that was looked at is the one that is connected to.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import quote, urljoin, urlsplit

from partnerkg.errors import N_, Message, PartnerkgError

LARGEST, LARGEST_ROBOTS = 10_000_000, 500_000  # bytes
SECONDS, REDIRECTS, PIECE = 30.0, 5, 65_536
AGENT = "partnerkg"
HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (+https://w3id.org/partnerkg)",
    "Accept": "text/html, text/markdown, text/plain, text/csv, application/ld+json;q=0.8, */*;q=0.1",
    "Accept-Encoding": "identity",
}
_SAFE = "/%?=&:;,+@!$'()*~[]"
_MOVED = (301, 302, 303, 307, 308)


class UnreadablePage(PartnerkgError):
    message = N_("{address} cannot be fetched: {reason}; save the page and read the file.")


def _addresses(host: str) -> list[str]:
    """Return the addresses that a name stands for."""
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _connected(host: str, address: str, seconds: float) -> HTTPConnection:
    """Return a connection to this address of a host, whose certificate is checked."""
    connection = HTTPSConnection(host, timeout=seconds)
    plain = socket.create_connection((address, 443), seconds)
    connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    return connection


@dataclass(frozen=True)
class Transport:
    """How names are looked up and connections made; tests put their own in this place."""

    addresses: Callable[[str], list[str]] = _addresses
    connected: Callable[[str, str, float], HTTPConnection] = _connected


@dataclass
class _Fetching:
    """One fetch: what was asked for, and when it must be done."""

    asked: str
    transport: Transport
    until: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    def refused(self, reason: str, **details: object) -> UnreadablePage:
        return UnreadablePage(address=self.asked, reason=Message(reason, **details))

    def seconds(self) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise self.refused(N_("it takes longer than {seconds:.0f} seconds"), seconds=SECONDS)
        return left

    def host(self, address: str) -> tuple[str, str]:
        """Return the host of an address and one public address that it stands for."""
        parts = urlsplit(address)
        if parts.scheme != "https" or not parts.hostname:
            raise self.refused(N_("only addresses that begin with https:// are fetched"))
        if parts.username or parts.port not in (None, 443):
            raise self.refused(N_("an address with a name or port is not fetched"))
        found = self.transport.addresses(parts.hostname)
        if not found or not all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
            raise self.refused(N_("{host} is no public host"), host=parts.hostname)
        return parts.hostname, found[0]

    def get(self, address: str, most: int) -> tuple[int, str, bytes, str]:
        """Return the status, where it leads, the bytes and the type of one answer."""
        host, public = self.host(address)
        parts = urlsplit(address)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        with closing(self.transport.connected(host, public, self.seconds())) as connection:
            connection.request("GET", quote(target, safe=_SAFE), headers={**HEADERS, "Host": host})
            with closing(connection.getresponse()) as answer:
                leads = answer.getheader("Location") or ""
                if answer.status in _MOVED and leads:
                    return answer.status, urljoin(address, leads), b"", ""
                return answer.status, "", self.taken(answer, most), answer.getheader("Content-Type") or ""

    def taken(self, answer: HTTPResponse, most: int) -> bytes:
        """Return the bytes of an answer, no more than so many and in time."""
        pieces, size = [], 0
        while piece := answer.read1(PIECE):
            size += len(piece)
            self.seconds()
            if size > most:
                raise self.refused(N_("it is larger than {most} bytes"), most=f"{most:,}")
            pieces.append(piece)
        return b"".join(pieces)

    def follow(self, address: str, most: int, *, polite: bool) -> tuple[int, str, bytes, str]:
        """Return the answer behind the redirects, each of which is looked at like the first address."""
        for _ in range(REDIRECTS + 1):
            self.host(address)
            if polite and not self.is_allowed(address):
                raise self.refused(N_("its robots.txt forbids it"))
            status, leads, data, type_ = self.get(address, most)
            if not leads:
                return status, address, data, type_
            address = leads
        raise self.refused(N_("it leads to more than {count} other addresses"), count=REDIRECTS)

    def is_allowed(self, address: str) -> bool:
        """Return whether the robots.txt of the host allows it; one that fails forbids all (§2.3.1)."""
        from urllib.robotparser import RobotFileParser

        parts = urlsplit(address)
        status, _, data, _ = self.follow(f"https://{parts.netloc}/robots.txt", LARGEST_ROBOTS, polite=False)
        if status >= 500:
            return False
        robots = RobotFileParser()
        robots.parse(data.decode("utf-8", "replace").splitlines() if status == 200 else [])
        return robots.can_fetch(AGENT, address)


def fetched(address: str, transport: Transport | None = None) -> tuple[bytes, str]:
    """Return the bytes of a page, and the encoding that its server says; UnreadablePage."""
    fetching = _Fetching(address, transport or Transport())
    try:
        status, _, data, type_ = fetching.follow(address, LARGEST, polite=True)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise UnreadablePage(address=address, reason=reason) from None
    if status != 200:
        raise fetching.refused(N_("the server answers {status}"), status=status)
    return data, type_.lower().partition("charset=")[2].strip(" \"';")
