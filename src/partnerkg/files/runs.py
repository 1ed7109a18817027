"""Texts in order, more than memory should hold: sorted portions go to temporary files and are merged.

The files have no name, so nothing is left behind however the program ends.
"""

from __future__ import annotations

import heapq
import marshal
from tempfile import TemporaryFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

LIMIT = 1 << 25  # characters in memory at once
_BLOCK = 1 << 10  # texts that are read back together
_MANY = 64  # portions that are merged at once


class Runs:
    """Texts that come back in code point order, each as often as it was added."""

    __slots__ = ("_files", "_held", "_size")

    def __init__(self) -> None:
        self._files: list[IO[bytes]] = []
        self._held: list[str] = []
        self._size = 0

    def __bool__(self) -> bool:
        return bool(self._files or self._held)

    def add(self, texts: list[str]) -> None:
        """Take texts, which must not be changed afterwards."""
        self._held += texts
        self._size += sum(map(len, texts))
        if self._size > LIMIT:
            self._put(sorted(self._held))
            self._held, self._size = [], 0
            if len(self._files) == _MANY:
                files, self._files = self._files, []
                self._put(heapq.merge(*map(_read, files)))

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in order; this can be done once."""
        self._held.sort()
        return heapq.merge(*map(_read, self._files), self._held) if self._files else iter(self._held)

    def _put(self, texts: Iterable[str]) -> None:
        file = TemporaryFile(prefix="partnerkg-")  # noqa: SIM115 - it goes with the last who reads it
        source = iter(texts)
        while block := [text for _, text in zip(range(_BLOCK), source, strict=False)]:
            marshal.dump(block, file)
        marshal.dump([], file)
        file.seek(0)
        self._files.append(file)


def _read(file: IO[bytes]) -> Iterator[str]:
    with file:
        while block := marshal.load(file):  # noqa: S302 - written by this process
            yield from block
