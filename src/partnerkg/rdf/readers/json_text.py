"""JSON as JSON-LD takes it: numbers that are numbers, texts of whole characters."""

from __future__ import annotations

import json
import math
import re

from partnerkg.errors import N_, Message
from partnerkg.rdf.nesting.bounds import Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TOKEN = re.compile(rb'("[^"\\]*+(?:\\.[^"\\]*+)*+")(\s*:)?|([\[{])|([\]}])', re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:u([0-9A-Fa-f]{4})|.)", re.DOTALL)


def read(data: bytes) -> Any:
    """Return what a document holds; Fault for what is no JSON, or no text in it."""
    _refuse_halves(data)
    try:
        return json.loads(
            data,
            parse_constant=_refuse_constant,
            parse_float=_number,
            object_pairs_hook=lambda pairs: _once(pairs, data),
        )
    except json.JSONDecodeError as error:
        raise Fault(
            error.lineno, Message("{reason}", reason=f"{error.msg} (column {error.colno})")
        ) from error
    except (ValueError, RecursionError) as error:
        raise Fault(1, Message("{reason}", reason=str(error))) from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _number(text: str) -> float:
    if (number := float(text)) in (math.inf, -math.inf):
        raise ValueError(f"{text} is beyond the range of numbers")
    return number


def _once(pairs: list[tuple[str, Any]], data: bytes) -> dict[str, Any]:
    """Return an object; Fault if it has a key twice: the last would be kept without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        line, key = _twice(data)
        raise Fault(line, Message(N_("the key `{key}` stands twice in one object"), key=key))
    return found


def _twice(data: bytes) -> tuple[int, str]:
    """Return the first key that an object has twice, and the line where it has it again."""
    around: list[set[str]] = []
    for match in _TOKEN.finditer(data):
        text, colon, opening, closing = match.groups()
        if opening:
            around.append(set())
        elif closing:
            around.pop()
        elif colon:
            key = str(json.loads(text))
            if key in around[-1]:
                return data.count(b"\n", 0, match.start()) + 1, key
            around[-1].add(key)
    return 1, ""


def _refuse_halves(data: bytes) -> None:
    """Raise Fault for half a surrogate pair, which is no character."""
    waiting: re.Match[bytes] | None = None
    for match in _ESCAPE.finditer(data) if b"\\u" in data else ():
        code = int(match[1], 16) if match[1] else 0
        follows = waiting is not None and waiting.end() == match.start()
        if waiting is not None and not (follows and 0xDC00 <= code < 0xE000):
            _refuse_half(data, waiting)
        if 0xDC00 <= code < 0xE000 and not follows:
            _refuse_half(data, match)
        waiting = match if 0xD800 <= code < 0xDC00 else None
    if waiting is not None:
        _refuse_half(data, waiting)


def _refuse_half(data: bytes, match: re.Match[bytes]) -> None:
    reason = Message(N_("{text} is half of a surrogate pair, and no character"), text=match[0].decode())
    raise Fault(data.count(b"\n", 0, match.start()) + 1, reason)
