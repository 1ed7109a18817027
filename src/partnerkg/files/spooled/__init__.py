"""What can be written only once the end is known: kept meanwhile in memory while small, then in a file.

The file has no name, so nothing is left behind however the program ends.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

SMALL = 1 << 23  # bytes held in memory
_PIECE = 1 << 20  # bytes


def after(head: Callable[[], bytes], body: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the head, which is asked for once the body is there, then the body."""
    with _kept() as file:
        for piece in body:  # `writelines` would look at the size only at the end
            file.write(piece)
        yield head()
        yield from pieces(file)


def written(write: Callable[[IO[bytes]], object]) -> Iterator[bytes]:
    """Yield in pieces what a function writes to a file."""
    with _kept() as file:
        write(file)
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Return what a file holds, from its start."""
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


def _kept() -> IO[bytes]:
    return SpooledTemporaryFile(SMALL, prefix="partnerkg-")
