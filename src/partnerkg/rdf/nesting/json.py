"""The brackets of JSON-LD, outside strings."""

from __future__ import annotations

import re

from partnerkg.errors import N_
from partnerkg.rdf.nesting.bounds import DEEPEST, Fault, too_deep
from partnerkg.rdf.nesting.brackets import STEPS, depth

_QUOTE = b'"'
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_STRING = re.compile(rb'"[^"]*+"?')
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|\\.|([\[\]{}])', re.DOTALL)
_OTHERS = bytes(set(range(256)) - set(b'[]{}"'))


class Watch:
    """Passes on all but a backslash whose other half has not come."""

    def __init__(self) -> None:
        self._depth = 0
        self._rest = b""
        self._open = b""  # the quote of a string that goes on

    def feed(self, block: bytes, line: int) -> bytes:
        """Return the block."""
        data = self._rest + block
        end = len(data) - (len(data) - len(data.rstrip(b"\\"))) % 2
        self._rest = data[end:]
        return self._checked(data[:end], line)

    def end(self, line: int) -> bytes:
        """Return what waited."""
        data, self._rest = self._rest, b""
        return self._checked(data, line)

    def _checked(self, data: bytes, line: int) -> bytes:
        plain = _ESCAPE.sub(b"", data) if b"\\" in data else data
        marks = self._open + plain.translate(None, _OTHERS)
        marks = marks.replace(b'""', b"")  # what stands between two other quotes stays so
        after = depth(_STRING.sub(b"", marks), self._depth)
        if after is None:
            raise Fault(line + _lines_before(self._open + data, self._depth), too_deep(N_("brackets")))
        self._depth = after
        self._open = _QUOTE * (marks.count(_QUOTE) % 2)
        return data


def _lines_before(data: bytes, before: int) -> int:
    """Return how many lines stand before the one on which the brackets get too deep."""
    for match in _TOKEN.finditer(data):
        before += STEPS[match[1][0]] if match[1] else 0
        if before > DEEPEST:
            return data.count(b"\n", 0, match.start())
    return 0
