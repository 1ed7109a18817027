"""Files written in one step or not at all, one or several."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress

from partnerkg.errors import UnwritablePath
from partnerkg.files import scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BLOCK = 1 << 16
# what a system says that does not do this for folders (Windows, network drives), or not for this user
_UNABLE = {errno.EACCES, errno.EPERM, errno.EBADF, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def make_folder(path: str) -> None:
    """Make a folder, and those above it, unless it is there; UnwritablePath."""
    with _named(path):
        os.makedirs(path, exist_ok=True)


def write_atomically(path: str, chunks: Iterable[bytes]) -> None:
    """Put the chunks in the place of the file at `path`, all or nothing.

    They go to a new file in the same folder, which takes the old one's place once it is safe on the disk.
    A link stays and its target changes; permissions stay, or follow the umask for a new file. What is
    no ordinary file (`/dev/stdout`, a pipe) is written to directly. Raises UnwritablePath.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with _named(path):
            descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        return _write(path, descriptor, chunks)
    return write_together({path: chunks})


def write_together(contents: Mapping[str, Iterable[bytes]]) -> None:
    """Put chunks in the place of several ordinary files as `write_atomically` does, all files or none.

    Every new file is safe on the disk before the first takes its place, so what cannot be written is known
    while nothing has changed. Should one not get its place all the same, those before it give theirs back.
    No file system puts several names in place in one step: who reads in between, or after a power cut there,
    may see some new ones. Raises UnwritablePath.
    """
    written: dict[str, tuple[str, str]] = {}
    try:
        for path, chunks in contents.items():
            target = os.path.realpath(path)
            if os.path.isdir(target):
                raise UnwritablePath(path=path, reason=os.strerror(errno.EISDIR))
            with _named(path):
                place, descriptor = scratch.file(os.path.dirname(target))
            written[path] = (place, target)
            _write(path, descriptor, chunks, lasting=True)
        _take_places(written)
        for folder, path in {os.path.dirname(target): path for path, (_, target) in written.items()}.items():
            with _named(path):
                settle(folder)
    finally:
        for place, _ in written.values():
            scratch.remove(place)


def _take_places(written: Mapping[str, tuple[str, str]]) -> None:
    """Put new files in their places; if one does not get its own, all are as they were."""
    former: dict[str, str | None] = {}
    try:
        for path, (place, target) in written.items():
            if not os.path.lexists(target):
                former[target] = None
            elif len(written) > 1 and (before := scratch.link(target)):
                former[target] = before
            _replace(path, place, target)
    except UnwritablePath:
        for target, before in former.items():
            _restore(target, before)
        raise
    finally:
        for before in filter(None, former.values()):
            scratch.remove(before)


def _restore(target: str, before: str | None) -> None:
    with suppress(OSError):
        if before is None:
            os.unlink(target)
        else:
            os.replace(before, target)


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Name the path that the caller knows in what the system says."""
    try:
        yield
    except OSError as error:
        raise UnwritablePath(path=path, reason=error.strerror) from error


def _write(path: str, descriptor: int, chunks: Iterable[bytes], *, lasting: bool = False) -> None:
    try:
        for block in _blocks(chunks):  # an error of the chunks themselves stays what it is
            _put(path, descriptor, block)
        if lasting:
            with _named(path):
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
    with _named(path):
        while block:
            block = block[os.write(descriptor, block) :]


def _replace(path: str, place: str, target: str) -> None:
    with _named(path):
        if os.path.exists(target):
            os.chmod(place, os.stat(target).st_mode & 0o777)
        os.replace(place, target)


def settle(path: str) -> None:
    """Make a file, or the names in a folder, outlast a power cut, where the system can; OSError."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
