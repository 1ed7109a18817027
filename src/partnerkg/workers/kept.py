"""A process that is kept at hand: it makes itself ready once, then does tasks until one is too much.

It is for a process in which other threads run, as in a notebook, and which therefore cannot be copied.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
import weakref

from partnerkg.errors import OutOfTime
from partnerkg.workers import frames, memory
from partnerkg.workers.process import LONGEST, complaints, ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Any

    from partnerkg.workers.frames import Outcome

    Call = tuple[Callable[..., Any], tuple[Any, ...]]


class Kept:
    """What `ready` returns is made in another process when a task needs it, and again after a limit."""

    __slots__ = ("__weakref__", "_live", "_lock", "_ready")

    def __init__(self, ready: Call) -> None:
        """Take a function of a module of partnerkg and its arguments."""
        self._ready = ready
        self._lock = threading.Lock()
        self._live: _Live | None = None

    def do(self, seconds: float, function: Callable[..., Any], /, *arguments: Any) -> Any:
        """Return what a function returns of what is ready and of these arguments, after the others' tasks.

        OutOfTime, OutOfMemory, WorkerEnded, and the errors of the function and of making it ready.
        """
        with self._lock:
            live, self._live = self._live, None  # until it has answered
            if live is None or live.owner != os.getpid():
                live = _Live(self._ready)
            try:
                outcome = live.exchange((function, arguments), min(seconds, LONGEST))
            except BaseException:
                live.end()
                raise
            if outcome.spent:
                live.end()
            else:
                self._live = live
        if outcome.error is not None:
            raise outcome.error
        return outcome.answer


class _Live:
    __slots__ = ("__weakref__", "_connection", "_megabytes", "_process", "_said", "end", "owner")

    def __init__(self, ready: Call) -> None:
        self.owner = os.getpid()
        self._megabytes = memory.most()
        self._connection, theirs = socket.socketpair()
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        command = [sys.executable, "-P", "-m", "partnerkg.workers.worker"]
        with theirs:
            self._process = subprocess.Popen(
                command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=self._said
            )
        self.end = weakref.finalize(self, _end, self._process, self._connection, self._said, self.owner)
        try:
            outcome = self.exchange((self._megabytes, LONGEST, ready), None)
        except BaseException:
            self.end()
            raise
        if outcome.error is not None:
            self.end()
            raise outcome.error

    def exchange(self, value: object, seconds: float | None) -> Outcome:
        """Return what comes back for a value; OutOfTime, WorkerEnded."""
        self._connection.settimeout(seconds)
        try:
            self._connection.sendall(frames.packed(value))
            outcome: Outcome = frames.receive(self._connection)
        except TimeoutError:
            raise OutOfTime(seconds=f"{seconds:g}") from None
        except (EOFError, ConnectionError):
            code = self._process.wait()
            raise ended(code, complaints(self._said), self._megabytes) from None
        return outcome


def _end(process: subprocess.Popen[bytes], connection: socket.socket, said: IO[bytes], owner: int) -> None:
    connection.close()
    said.close()
    if owner == os.getpid():
        process.kill()
        process.wait()
