"""Writing files: in one step or not at all, in memory or outside it, alone or a whole folder."""

from __future__ import annotations

import errno
import os

from partnerkg.errors import UnwritablePath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BLOCK = 1 << 16


def make_folder(path: str) -> None:
    """Make a folder, and those above it, unless it is there; UnwritablePath."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def write_atomically(path: str, chunks: Iterable[bytes]) -> None:
    """Put the chunks in the place of the file at `path`, all or nothing.

    They go to a new file in the same folder, which takes the old one's place once it is safe on the disk.
    A link stays and its target changes; permissions stay, or follow the umask for a new file. What is
    no ordinary file (`/dev/stdout`, a pipe) is written to directly. Raises UnwritablePath.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        return _write(path, _opened(path, target, os.O_WRONLY), chunks)
    return write_together({path: chunks})


def write_together(contents: Mapping[str, Iterable[bytes]]) -> None:
    """Put chunks in the place of several ordinary files as `write_atomically` does, all files or none.

    Every new file is safe on the disk before the first takes its place, so what cannot be written is known
    while nothing has changed. Raises UnwritablePath.
    """
    scratches: dict[str, tuple[str, str]] = {}
    try:
        for path, chunks in contents.items():
            target = os.path.realpath(path)
            if os.path.isdir(target):
                raise UnwritablePath(path=path, reason=os.strerror(errno.EISDIR))
            scratch = os.path.join(os.path.dirname(target), f".partnerkg-{os.urandom(6).hex()}")
            descriptor = _opened(path, scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            scratches[path] = (scratch, target)
            _write(path, descriptor, chunks, lasting=True)
        for path, (scratch, target) in scratches.items():
            _replace(path, scratch, target)
    finally:
        for scratch, _ in scratches.values():
            if os.path.exists(scratch):
                os.unlink(scratch)


def _opened(path: str, place: str, flags: int) -> int:
    try:
        return os.open(place, flags | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def _write(path: str, descriptor: int, chunks: Iterable[bytes], *, lasting: bool = False) -> None:
    try:
        for block in _blocks(chunks):  # an error of the chunks themselves stays what it is
            _put(path, descriptor, block)
        if lasting:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _blocks(chunks: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        if len(waiting) >= _BLOCK:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def _put(path: str, descriptor: int, block: bytes) -> None:
    try:
        while block:
            block = block[os.write(descriptor, block) :]
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def _replace(path: str, scratch: str, target: str) -> None:
    try:
        if os.path.exists(target):
            os.chmod(scratch, os.stat(target).st_mode & 0o777)
        os.replace(scratch, target)
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error
    settle(os.path.dirname(target))


def settle(path: str) -> None:
    """Make a file, or the names in a folder, outlast a power cut, where the system can."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
