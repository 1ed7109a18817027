"""What a request says: its parameters and its body, read within bounds of time and size."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl

from partnerkg.errors import Message
from partnerkg.serve.faults import BadRequest, TooLargeBody, TooSlowSender, WrongCoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.serve.settings import Limits

    Pairs = list[tuple[str, str]]

MOST_PARAMETERS = 100
MOST_DRAINED = 1 << 28  # bytes that are read and forgotten, so that who sends them hears the answer


def client(request: Request) -> str:
    """Return who asks, as far as fairness needs it."""
    return request.client.host if request.client else ""


def parameters(request: Request) -> Pairs:
    """Return the names and values in the address, in their order; BadRequest."""
    return pairs(request.scope.get("query_string", b""))


def pairs(data: bytes, most: int = MOST_PARAMETERS) -> Pairs:
    """Return the names and values of a form, at most so many; BadRequest if it is no form, or not UTF-8."""
    try:
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=most)
    except UnicodeDecodeError:
        raise BadRequest(reason=Message("its parameters are not percent-encoded UTF-8")) from None
    except ValueError:
        reason = Message("it has more than {most} parameters", most=most)
        raise BadRequest(reason=reason) from None


def single(given: Pairs, name: str) -> str | None:
    """Return the one value of a parameter, None if it is not given; BadRequest if it is given twice."""
    values = [value for other, value in given if other == name]
    if len(values) > 1:
        raise BadRequest(reason=Message("`{name}` is given more than once", name=name))
    return values[0] if values else None


def media_type(request: Request) -> str:
    """Return the media type of the body without its parameters, empty if there is none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def body(request: Request, limits: Limits) -> bytes:
    """Return the body; TooLargeBody, TooSlowSender or WrongCoding."""
    headers = request.headers
    coding = headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity"):
        raise WrongCoding(coding=coding[:100])
    declared = int(headers.get("content-length", 0))
    if declared > (limits.body if "expect" in headers else MOST_DRAINED):
        raise TooLargeBody(most=limits.body)  # who sends it waits to hear, or would send it for long
    taken, length = bytearray(), 0
    try:
        async with asyncio.timeout(limits.sending):
            async for piece in request.stream():
                length += len(piece)
                if length <= limits.body:
                    taken += piece
                elif length > MOST_DRAINED:
                    break
    except TimeoutError:
        raise TooSlowSender(seconds=limits.sending) from None
    if length > limits.body:
        raise TooLargeBody(most=limits.body)
    return bytes(taken)


def text(data: bytes) -> str:
    """Return a body as text; BadRequest if it is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise BadRequest(reason=Message("it is not UTF-8")) from None
