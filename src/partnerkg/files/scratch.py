"""Files and folders that are there only while something is written.

A process locks each of them: so what nobody holds was left behind by a process that is dead, and the next
one that writes there removes it.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager

from partnerkg.errors import UnwritablePath
from partnerkg.files.locks import lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?s)\.?partnerkg-[0-9a-f]{12}(-old-(?P<former>.+))?"
_held: dict[str, int] = {}  # what this process has made, with a descriptor that holds the lock
_swept: set[str] = set()


def file(folder: str) -> tuple[str, int]:
    """Make a hidden file and return its path and a descriptor to write to; OSError."""
    _sweep_once(folder)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = _new(folder, ".")
        descriptor = os.open(path, flags, 0o666)
        if _hold(path):
            return path, descriptor
        os.close(descriptor)


def directory(folder: str, mark: str = ".", mode: int = 0o777) -> str:
    """Make a folder and return its path; OSError."""
    _sweep_once(folder)
    while True:
        path = _new(folder, mark)
        os.mkdir(path, mode)
        if _hold(path):
            return path


def temporary() -> str:
    """Make a folder where the system has its temporary files, for this user alone; OSError."""
    from tempfile import gettempdir

    return directory(gettempdir(), "", 0o700)


@contextmanager
def folder() -> Iterator[str]:
    """Give a folder where the system has its temporary files, gone in the end; UnwritablePath."""
    from tempfile import gettempdir

    try:
        path = temporary()
    except OSError as error:
        raise UnwritablePath(path=gettempdir(), reason=error.strerror) from None
    try:
        yield path
    finally:
        remove(path)


def link(path: str) -> str | None:
    """Give a file a second, hidden name beside it, so that it can be restored; None where that cannot be."""
    place = _new(os.path.dirname(path), ".")
    try:
        os.link(path, place)
    except OSError:  # there is no such file, or no file of this system has two names
        return None
    _hold(place)
    return place


def claim(path: str) -> None:
    """Count what is about to be made at a path among what this process makes, for as long as it is there."""
    _held[path] = os.open(os.devnull, os.O_RDONLY)


def leave(path: str) -> None:
    """Count what stands at a path no longer among what this process makes."""
    os.close(_held.pop(path))


def aside(path: str) -> str:
    """Put what stands at a path aside and return where: to be removed or, if nothing comes, restored."""
    place, name = os.path.split(path)
    waiting = f"{_new(place, '.')}-old-{name}"
    descriptor = _locked(path)
    os.rename(path, waiting)
    if descriptor is not None:
        _held[waiting] = descriptor
    return waiting


def remove(path: str) -> None:
    """Remove what was made, if it is still there under this name, and hold it no longer."""
    _remove(path)
    if path in _held:
        os.close(_held.pop(path))


def clear() -> None:
    """Remove all that this process has made: it ends at once."""
    for path in list(_held):
        _end(path)


def sweep(folder: str) -> None:
    """Remove what dead processes left in a folder; what they had put aside gets its name back."""
    try:
        names = [name for name in os.listdir(folder) if re.fullmatch(_NAME, name)]
    except OSError:
        return
    for path in (os.path.join(folder, name) for name in names):
        if path not in _held and (descriptor := _opened(path)) is not None:
            if lock(descriptor) and os.fstat(descriptor).st_uid == os.geteuid():
                _end(path)
            os.close(descriptor)


def _sweep_once(folder: str) -> None:
    from tempfile import gettempdir

    for place in {os.path.abspath(folder), gettempdir()} - _swept:
        _swept.add(place)
        sweep(place)


def _end(path: str) -> None:
    """Remove what a name stands for, or give it back the name it had if nothing has taken its place."""
    parts = re.fullmatch(_NAME, os.path.basename(path))
    if parts and parts["former"]:
        target = os.path.join(os.path.dirname(path), parts["former"])
        if not os.path.lexists(target):
            os.rename(path, target)
            return
    _remove(path)


def _new(folder: str, mark: str) -> str:
    return os.path.join(folder, f"{mark}partnerkg-{os.urandom(6).hex()}")


def _opened(path: str) -> int | None:
    """Return a descriptor of a file or folder, None for a link, or where there is nothing or no right."""
    if os.name != "posix":  # what is open elsewhere cannot be renamed: nothing is locked, nothing swept
        return None
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None


def _locked(path: str) -> int | None:
    descriptor = _opened(path)
    if descriptor is not None:
        lock(descriptor)
    return descriptor


def _hold(path: str) -> bool:
    """Lock what was made; False if somebody took it for left over before, and removed it."""
    descriptor = _locked(path)
    if descriptor is not None:
        _held[path] = descriptor
    if os.path.exists(path):
        return True
    remove(path)
    return False


def _remove(path: str) -> None:
    from shutil import rmtree

    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        rmtree(path, ignore_errors=True)
