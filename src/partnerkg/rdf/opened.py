"""Files of strangers as bytes: found, unpacked, read in pieces; what can be read only once is kept."""

from __future__ import annotations

import os
from functools import cache

from partnerkg.errors import N_, BrokenFile, Message, MissingFile, UnreadableFile
from partnerkg.rdf.forms import PACKED, STANDARD_INPUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

BLOCK = 1 << 19  # bytes that are read together
_PACKED = b"\x1f\x8b"  # how gzip begins (RFC 1952 §2.3.1)


def shown(path: str) -> str | Message:
    """Return what a file is called in a message."""
    return Message(N_("standard input")) if path == STANDARD_INPUT else path


def opened(path: str) -> BinaryIO:
    """Return a file to read, unpacked; MissingFile or UnreadableFile. `-` is standard input."""
    try:
        place = path if os.path.isfile(path) or os.path.isdir(path) else _kept(path)
        if not (path.lower().endswith(PACKED) or _is_packed(place)):
            return open(place, "rb")
        import gzip

        return gzip.open(place)  # type: ignore[return-value]
    except FileNotFoundError as error:
        raise MissingFile(path=path) from error
    except OSError as error:
        raise UnreadableFile(path=shown(path), reason=error.strerror) from error


def read(path: str, file: BinaryIO, size: int) -> bytes:
    """Return so many bytes, fewer only at the end of the file; UnreadableFile."""
    try:
        return file.read(size)
    except _damages() as error:
        said = getattr(error, "strerror", None) or N_("it is no whole gzip file")
        raise UnreadableFile(path=shown(path), reason=said) from error


def pieces(path: str) -> Iterator[bytes]:
    """Yield a file from its beginning."""
    with opened(path) as file:
        while piece := read(path, file, BLOCK):
            yield piece


def in_utf_8(path: str, found: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces; BrokenFile with its line for a byte that is not UTF-8."""
    from codecs import getincrementaldecoder

    decoder, line = getincrementaldecoder("utf-8")(), 1
    for piece in found:
        check_utf_8(path, piece, line, decoder.decode)
        line += piece.count(b"\n")
        yield piece
    check_utf_8(path, b"", line, lambda data: decoder.decode(data, True))


def check_utf_8(path: str, data: bytes, line: int = 1, decode: Callable[[bytes], str] = bytes.decode) -> None:
    """Raise BrokenFile if a text that begins on this line is not UTF-8."""
    try:
        decode(data)
    except UnicodeDecodeError as error:
        byte = hex(error.object[error.start])
        reason = Message(N_("the byte {byte} is not UTF-8; save the file as UTF-8"), byte=byte)
        line += error.object.count(b"\n", 0, error.start)
        raise BrokenFile(path=shown(path), line=line, reason=reason) from error


@cache
def _kept(path: str) -> str:
    """Return the name of a file that keeps, while this process runs, what comes from a pipe."""
    import atexit
    from shutil import copyfileobj

    from partnerkg.files import scratch
    from partnerkg.files.standard import standard_input

    folder = scratch.temporary()
    atexit.register(scratch.remove, folder)
    place = os.path.join(folder, "given")
    with standard_input() if path == STANDARD_INPUT else open(path, "rb") as pipe:
        if _is_endless(pipe):
            raise UnreadableFile(path=shown(path), reason=N_("it is a device, and has no end"))
        with open(place, "wb") as kept:
            copyfileobj(pipe, kept, BLOCK)
    return place


def _is_endless(file: BinaryIO) -> bool:
    """Return whether a file is a device, such as /dev/zero: neither a terminal nor /dev/null."""
    import stat

    found = os.fstat(file.fileno())
    device = stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode)
    return device and not file.isatty() and not os.path.samestat(found, os.stat(os.devnull))


def _is_packed(place: str) -> bool:
    with open(place, "rb") as file:
        return file.read(len(_PACKED)) == _PACKED


def _damages() -> tuple[type[Exception], ...]:
    from zlib import error

    return OSError, EOFError, error
