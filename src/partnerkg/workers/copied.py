"""A copy of this process, there at once: for a process in which nothing runs beside the one who asks.

Where other threads run, a copy may wait for ever on what they held (fork(2)), so a new process is started.
"""

from __future__ import annotations

import os
from _thread import get_native_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_THREADS = "/proc/self/task"  # those of the engines as well
_waiting: set[int] = set()


def waits() -> None:
    """Say that this thread only waits for the system: it holds nothing that a copy could miss."""
    _waiting.add(get_native_id())


def is_possible() -> bool:
    """Return whether this process can be copied: nothing runs beside this thread, and the system says so."""
    try:
        return hasattr(os, "pidfd_open") and len({int(name) for name in os.listdir(_THREADS)} - _waiting) == 1
    except OSError:
        return False


def run(seconds: float, work: Callable[[], bytes]) -> tuple[int, bytes, bytes]:
    """Return how the copy ended (a code, or a signal as a negative number), what it gave and what it said.

    TimeoutError if that takes longer than so many seconds; the copy is ended then, or if the asker is.
    """
    return Copy(work).end(seconds)


class Copy:
    """A copy at work; it is ended by `end`, when it is done or has had its time, or by `kill`."""

    __slots__ = ("_child", "_given", "_said")

    def __init__(self, work: Callable[[], bytes]) -> None:
        self._given, self._said = os.memfd_create("given"), os.memfd_create("said")
        self._child = os.fork()
        if not self._child:
            _work(work, self._given, self._said)

    def end(self, seconds: float) -> tuple[int, bytes, bytes]:
        """Return what `run` returns; TimeoutError."""
        try:
            _wait(self._child, seconds)
            code = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
            self._child = 0
            return code, _read(self._given), _read(self._said)
        finally:
            self.kill()

    def kill(self) -> None:
        """End it at once, if it is still at work."""
        if self._child:
            os.kill(self._child, 9)
            os.waitpid(self._child, 0)
            self._child = 0
        if self._given >= 0:
            os.close(self._given)
            os.close(self._said)
            self._given = -1


def _work(work: Callable[[], bytes], given: int, said: int) -> None:
    """Work, and end without what the copied process would do at its end."""
    import signal

    code = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(said, 2)
        with open(given, "wb", closefd=False) as answer:
            answer.write(work())
        code = 0
    finally:
        os._exit(code)


def _wait(child: int, seconds: float) -> None:
    import select

    handle = os.pidfd_open(child)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        if not poll.poll(seconds * 1000):
            raise TimeoutError
    finally:
        os.close(handle)


def _read(handle: int) -> bytes:
    with open(handle, "rb", closefd=False) as file:
        file.seek(0)
        return file.read()
