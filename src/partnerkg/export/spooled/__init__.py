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

    def write(file: IO[bytes]) -> None:
        for piece in body:  # `writelines` would look at the size only at the end
            file.write(piece)

    for number, piece in enumerate(written(write)):
        yield piece if number else head() + piece


def written(write: Callable[[IO[bytes]], object]) -> Iterator[bytes]:
    """Yield in pieces what a function writes to a file, at least one."""
    with SpooledTemporaryFile(SMALL, prefix="partnerkg-") as file:
        write(file)
        file.seek(0)
        yield file.read(_PIECE)
        while piece := file.read(_PIECE):
            yield piece
