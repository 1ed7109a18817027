"""Answers made small for those who can read that (RFC 9110 §8.4), large ones while the server goes on."""

from __future__ import annotations

import asyncio
import zlib

from partnerkg.pipeline.publish import negotiation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LEAST = 1000  # bytes that are worth it
MOST_AT_ONCE = 1 << 15  # bytes; for more the loop would stand still
_LEVEL = 6
_GZIP = 16 + zlib.MAX_WBITS  # as zlib calls this format
_SMALL = ("image/png", "application/vnd.openxmlformats", "font/")  # are so already


def wanted(request: Request) -> bool:
    """Return whether somebody can read gzip."""
    accepted = request.headers.get("accept-encoding")
    return accepted is not None and negotiation.best(accepted, ("gzip",)) is not None


async def squeeze(response: Response) -> None:
    """Make the body of a response small, if it has a size that is worth it."""
    body = bytes(response.body)
    if len(body) < LEAST or response.headers.get("content-type", "").startswith(_SMALL):
        return
    if len(body) > MOST_AT_ONCE:
        response.body = await asyncio.to_thread(_compressed, body)
    else:
        response.body = _compressed(body)
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.body))


def _compressed(body: bytes) -> bytes:
    return zlib.compress(body, _LEVEL, _GZIP)
