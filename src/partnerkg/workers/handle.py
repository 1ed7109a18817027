"""A process of a pool as its parent holds it: a task there, an outcome back, or its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading

from partnerkg.workers import frames
from partnerkg.workers.process import ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Any

    from partnerkg.errors import WorkerEnded
    from partnerkg.workers.frames import Outcome

    Call = tuple[Callable[..., Any], tuple[Any, ...]]

_MODULE = "partnerkg.workers.worker"
_SAID = 4096  # bytes of its complaints that are read
MEEK = 10  # added to how nice a process is that is at work for long


class Handle:
    """A process; `spent` says that it is not to be given another task."""

    __slots__ = ("_process", "_reader", "_said", "_writer", "megabytes", "spent")

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        said: IO[bytes],
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        megabytes: int,
    ) -> None:
        self._process = process
        self._said = said
        self._reader, self._writer = streams
        self.megabytes = megabytes
        self.spent = False

    @classmethod
    async def start(cls, ready: Call, seconds: float, megabytes: int) -> Handle:
        """Return a process that has made itself ready; WorkerEnded, or the error it met."""
        ours, theirs = socket.socketpair()
        said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        command = [sys.executable, "-P", "-m", _MODULE]
        with theirs:
            process = subprocess.Popen(command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=said)
        handle = cls(process, said, await asyncio.open_connection(sock=ours), megabytes)
        try:
            outcome = await handle._exchange((megabytes, seconds, ready))
        except BaseException:
            handle.kill()
            raise
        if outcome.error is not None:
            handle.kill()
            raise outcome.error
        return handle

    async def do(self, task: Call) -> Any:
        """Return what a task returns; WorkerEnded if the process ends before, or the error of the task."""
        self.spent = True  # until it has answered
        outcome = await self._exchange(task)
        self.spent = outcome.spent
        if outcome.error is not None:
            raise outcome.error
        return outcome.answer

    async def _exchange(self, value: object) -> Outcome:
        try:
            self._writer.write(frames.packed(value))
            outcome: Outcome = await frames.read(self._reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise self._ended() from None
        return outcome

    def _ended(self) -> WorkerEnded:
        """Return why it ended: it has closed its socket, and so it is dead or about to be."""
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._said.seek(0)
        return ended(code, self._said.read()[-_SAID:], self.megabytes)

    def be_meek(self) -> None:
        """Let the others go first."""
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, MEEK)

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self.spent = True
        self._process.kill()
        self._writer.close()
        self._said.close()
        # A large process takes the system a while to clear away; nobody is to wait for that.
        threading.Thread(target=self._process.wait, daemon=True).start()
