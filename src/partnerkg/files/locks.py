"""Locks that the system undoes when a process ends, however it ends."""

from __future__ import annotations

import os
from contextlib import contextmanager

from partnerkg.errors import N_, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = ".partnerkg.lock"
PATIENCE = 30.0  # seconds that a command waits for another one
_LOOK = 0.05  # seconds between two looks


class BusyProject(PartnerkgError):
    message = N_("Another command is writing in {path}; run this one again when that is done.")


def lock(descriptor: int) -> bool:
    """Return whether a file is locked by this process now; no file is where files cannot be locked."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # Windows
        return False
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def alone(folder: str, patience: float = PATIENCE, name: str = NAME) -> Iterator[None]:
    """Keep other commands from writing in a project meanwhile; wait for one that does, or BusyProject.

    A file of this name in the folder is locked and removed in the end; one that a dead process left stands in
    no way. Where nothing can be locked or written, what is to be written will say so.
    """
    path = os.path.join(folder, name)
    descriptor = _locked(path, folder, patience)
    try:
        yield
    finally:
        if descriptor is not None:
            os.unlink(path)
            os.close(descriptor)


def _locked(path: str, folder: str, patience: float) -> int | None:
    import time

    end = time.monotonic() + patience
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return None
        if lock(descriptor) and _is_at(path, descriptor):
            return descriptor
        os.close(descriptor)
        if time.monotonic() > end:
            raise BusyProject(path=folder)
        time.sleep(_LOOK)


def _is_at(path: str, descriptor: int) -> bool:
    """Return whether the name still stands for what was opened: who held it may have removed it."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except OSError:
        return False
