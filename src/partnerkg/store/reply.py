"""What a server sends back, read whole within bounds of time and size."""

from __future__ import annotations

import io
import time
import zlib
from contextlib import suppress
from http.client import IncompleteRead

from partnerkg.errors import Message, NoSparql, TooLarge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from http.client import HTTPResponse

_PIECE = 65536  # bytes read at a time
_GZIP = 31
_PACKED = {"gzip": (_GZIP,), "x-gzip": (_GZIP,), "deflate": (15, -15)}  # how zlib calls what a server says


class Reply:
    """What a server answered; `cut` says why it is only a part of the answer, None if it is whole."""

    __slots__ = ("charset", "cut", "data", "media_type")

    def __init__(
        self, media_type: str, data: bytes, cut: Message | None = None, charset: str | None = None
    ) -> None:
        self.media_type = media_type
        self.data = data
        self.cut = cut
        self.charset = charset


def read(response: HTTPResponse, url: str, end: float, most: int) -> Reply:
    """Return all that a server sends, however slowly and however packed.

    TooLarge, NoSparql if it is packed in an unknown way, IncompleteRead if it breaks off, or TimeoutError
    once the clock is at `end`.
    """
    data = _whole(response, url, end, most)
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing != "identity":
        data = _unpacked(data, packing, url, most)
    headers = response.headers
    return Reply(headers.get_content_type(), data, _cut(response), headers.get_content_charset())


def _whole(response: HTTPResponse, url: str, end: float, most: int) -> bytes:
    found, announced = io.BytesIO(), response.length or 0
    while max(found.tell(), announced) <= most and (piece := response.read1(_PIECE)):
        found.write(piece)
        if time.monotonic() > end:
            raise TimeoutError
    if max(found.tell(), announced) > most:
        raise TooLarge(url=url, most=most)
    if found.tell() < announced:  # read1 does not complain
        raise IncompleteRead(found.getvalue(), announced - found.tell())
    return found.getvalue()


def _unpacked(data: bytes, packing: str, url: str, most: int) -> bytes:
    """Return what was packed, `deflate` with its head or without one, as many servers send it."""
    for bits in _PACKED.get(packing, ()):
        with suppress(zlib.error):
            return _opened(data, bits, url, most)
    reason = Message("its answer is packed in a way that cannot be read ({packing})", packing=packing)
    raise NoSparql(url=url, reason=reason)


def _opened(data: bytes, bits: int, url: str, most: int) -> bytes:
    """Return all parts of what was packed (RFC 1952 §2.2); TooLarge, or zlib.error if it is no such thing."""
    found = b""
    while data:
        unpacker = zlib.decompressobj(bits)
        found += unpacker.decompress(data, most + 1 - len(found))
        if len(found) > most:
            raise TooLarge(url=url, most=most)
        if not unpacker.eof:
            raise zlib.error
        data = unpacker.unused_data.lstrip(b"\0") if bits == _GZIP else b""
    return found


def _cut(response: HTTPResponse) -> Message | None:
    """Return how Virtuoso, and DBpedia with it, says that rows are missing."""
    most = response.headers.get("X-SPARQL-MaxRows", "")
    if most.isdecimal():
        return Message("it gives no more than {most} rows", most=most)
    if response.headers.get("X-SQL-State") == "S1TAT":
        return Message("its time was over")
    return None
