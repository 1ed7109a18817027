"""What went wrong with a server, in one sentence each."""

from __future__ import annotations

import time
import zlib
from email.utils import parsedate_to_datetime
from http.client import HTTPException, IncompleteRead
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

from partnerkg.errors import (
    N_,
    CutShort,
    FailedEndpoint,
    Message,
    Moved,
    NoAccess,
    NoSparql,
    RefusedQuery,
    TooBusy,
    TooSlow,
    Unreachable,
)
from partnerkg.store import documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import PartnerkgError

BUSY = (429, 503)  # RFC 6585 §4, RFC 9110 §15.6.4
_LONGEST = 300  # characters of what a server says that are worth reading
_LOOKED_AT = 10_000  # bytes of what a server says


def pause(error: HTTPError) -> float | None:
    """Return how many seconds a busy server asks to wait, None if it does not (RFC 9110 §10.2.3)."""
    written = error.headers.get("Retry-After", "").strip() if error.code in BUSY else ""
    if written.isdecimal():
        return float(written)
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def of_status(error: HTTPError, url: str) -> PartnerkgError:
    """Return the error for an answer that is none."""
    status = error.code
    if 300 <= status < 400 and (onward := error.headers.get("Location")):
        return _onward(url, _shown(urljoin(error.url or url, onward)))
    if status in (401, 403):
        return NoAccess(url=url, status=status)
    if 300 <= status < 400 or status in (404, 405, 406, 410, 415, 501):
        return NoSparql(url=url, reason=Message("it says HTTP {status}", status=status))
    if status in BUSY and (seconds := pause(error)) is not None:
        return TooBusy(url=url, status=status, seconds=f"{seconds:.0f}")
    reason = _server_says(error)
    if status == 400:
        return RefusedQuery(url=url, reason=reason)
    return FailedEndpoint(url=url, status=status, reason=reason)


def _onward(url: str, address: str) -> PartnerkgError:
    if urlsplit(address).scheme not in ("http", "https"):
        return Moved(url=url, address=address)
    return NoSparql(url=url, reason=Message(N_("it sends on in a circle, to {address}"), address=address))


def of_connection(error: OSError | HTTPException, url: str, seconds: float) -> PartnerkgError:
    """Return the error for a connection that broke, or took longer than so many seconds."""
    if timed_out(error):
        return TooSlow(url=url, seconds=f"{seconds:g}")
    if isinstance(error, IncompleteRead):
        if error.expected is None:
            return CutShort(url=url, reason=Message(N_("the connection broke")))
        given = len(error.partial)
        count = given + (error.expected or 0)
        reason = Message("the connection broke after {given} of {count} bytes", given=given, count=count)
        return CutShort(url=url, reason=reason)
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, ConnectionRefusedError):
        return Unreachable(url=url, reason=N_("Connection refused"))
    said = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return Unreachable(url=url, reason=_shown(said))


def timed_out(error: Exception) -> bool:
    """Return whether it is that the time was over."""
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


def _server_says(error: HTTPError) -> str:
    """Return what the server wrote, on one line, without what could steer a terminal."""
    try:
        written = error.read(_LOOKED_AT)
        if written.startswith(b"\x1f\x8b"):
            written = zlib.decompressobj(wbits=31).decompress(written, _LOOKED_AT)
    except (OSError, HTTPException, zlib.error):
        written = b""
    text = written.decode(errors="replace")
    said = _shown(documents.title(text) or text) or _shown(str(error.reason))
    return said.rstrip(".") or N_("no reason given")


def _shown(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
