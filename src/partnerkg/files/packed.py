"""Bytes packed so that the same bytes give the same bytes."""

from __future__ import annotations

import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDING = ".gz"


def fitting(path: str, chunks: Iterable[bytes]) -> Iterable[bytes]:
    """Return the chunks of a file as its name wants them: packed if it ends in `.gz`."""
    return packed(chunks) if path.lower().endswith(_ENDING) else chunks


def packed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield gzip without name or time (RFC 1952)."""
    size, check_sum = 0, 0
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    yield b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # RFC 1952 §2.3: no time, slowest, unknown system
    for chunk in chunks:
        size += len(chunk)
        check_sum = zlib.crc32(chunk, check_sum)
        yield packer.compress(chunk)
    yield packer.flush()
    yield check_sum.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")
