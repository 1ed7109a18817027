"""Rows as the engine writes them, SPARQL 1.1 Query Results JSON: none of them becomes an object here."""

from __future__ import annotations

import re
from io import BytesIO

from partnerkg.errors import TooManyBytes, TooManyRows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.base import Store

_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"')
_LEAST = 3  # bytes of a row: `{},`


class _Sink(BytesIO):
    """What takes no more bytes than it is told; TooManyBytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            raise TooManyBytes(most=self._most)
        return super().write(data)


def rows(text: str, store: Store, most_rows: int, most_bytes: int) -> bytes | None:
    """Return the rows of a SELECT, None if they must be written by ourselves; TooManyRows, TooManyBytes."""
    from partnerkg.query import run

    sink = _Sink(most_bytes)
    if not run.written(text, store, sink):
        return None
    data = sink.getvalue()
    if len(data) > most_rows * _LEAST and count(data) > most_rows:
        raise TooManyRows(most=most_rows)
    return data


def count(data: bytes) -> int:
    """Return how many rows there are; without its texts, a document has `},{` between two of them alone."""
    signs = _TEXT.sub(b"", data)
    return 0 if b"[]}}" in signs else signs.count(b"},{") + 1
