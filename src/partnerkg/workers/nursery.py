"""Where a pool gets its processes from: copies of one that is ready (`origin`), there at once."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import tempfile
import threading

from partnerkg.workers import frames
from partnerkg.workers.handle import Handle
from partnerkg.workers.line import Line
from partnerkg.workers.origin import COPY
from partnerkg.workers.process import complaints, ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Any

    from partnerkg.errors import WorkerEnded

    Call = tuple[Callable[..., Any], tuple[Any, ...]]

_MODULE = "partnerkg.workers.origin"


class Nursery:
    """The process that is copied; it is started when the first copy is wanted, and again if it has ended."""

    def __init__(self, ready: Call, seconds: float, megabytes: int) -> None:
        """Take what makes it ready: a function of a module, and its arguments."""
        self._ready = ready
        self._seconds = seconds
        self._megabytes = megabytes
        self._starting = asyncio.Lock()
        self._origin: _Origin | None = None

    async def copy(self) -> Handle:
        """Return a process that is ready; WorkerEnded, or the error that making it ready met."""
        async with self._starting:
            if self._origin is None or not self._origin.line.is_open:
                self.close()
                self._origin = await self._started()
        origin = self._origin
        ours, theirs = socket.socketpair()
        said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        with theirs:
            told = origin.line.copied(theirs, said)
        try:
            process = await told
            return Handle(process, origin.line.end(process), said, await Line.to(ours), self._megabytes)
        except BaseException as error:  # nobody waits for it any more, too: it ends when it finds nobody
            ours.close()
            said.close()
            if isinstance(error, ConnectionError):
                raise origin.why(self._megabytes) from None
            raise

    async def _started(self) -> _Origin:
        ours, theirs = socket.socketpair()
        said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        command = [sys.executable, "-P", "-m", _MODULE]
        with theirs:
            process = subprocess.Popen(command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=said)
        _, line = await asyncio.get_running_loop().create_unix_connection(lambda: _Control(ours), sock=ours)
        origin = _Origin(process, said, line)
        try:
            outcome = await line.ask(frames.packed((self._megabytes, self._seconds, self._ready)))
        except ConnectionError:
            raise origin.why(self._megabytes) from None
        except BaseException:
            origin.close()
            raise
        if outcome.error is not None:
            origin.close()
            raise outcome.error
        line.is_ready = True
        return origin

    def close(self) -> None:
        """End it, and with it all copies."""
        if self._origin is not None:
            self._origin.close()


class _Control(Line):
    """The line to the process that is copied: once it is ready, it says which copies begin and end."""

    def __init__(self, ours: socket.socket) -> None:
        super().__init__()
        self.is_ready = False
        self._socket = ours
        self._ends: dict[int, asyncio.Future[int]] = {}

    def copied(self, connection: socket.socket, said: IO[bytes]) -> asyncio.Future[int]:
        """Return the id of a new copy, once it is there; ConnectionError if there is nothing to copy."""
        future = self.expect()
        if not future.done():
            try:
                socket.send_fds(self._socket, [COPY], [connection.fileno(), said.fileno()])
            except OSError:
                self.close()
        return future

    def end(self, process: int) -> asyncio.Future[int]:
        """Return the code with which a copy will have ended."""
        return self._ends.setdefault(process, asyncio.get_running_loop().create_future())

    def came(self, value: Any) -> None:
        """Hand on the id of a copy to who waits for it, and how one has ended."""
        if not self.is_ready:
            super().came(value)
            return
        process, code = value
        if code is None:
            self._ends.pop(process, None)  # of one before it that had the same id
            self.end(process)
            super().came(process)
        elif not (end := self._ends.pop(process)).done():
            end.set_result(code)


class _Origin:
    """The process that is copied, what it complains of, and the line to it."""

    __slots__ = ("_process", "_said", "line")

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes], line: _Control) -> None:
        self._process = process
        self._said = said
        self.line = line

    def why(self, megabytes: int) -> WorkerEnded:
        """Return why it ended: it has closed its socket, and so it is dead or about to be."""
        self._process.kill()
        code = self._process.wait()
        said = complaints(self._said)
        self.close()
        return ended(code, said, megabytes)

    def close(self) -> None:
        """Let it end, which it does when nobody is there to ask it for copies."""
        self.line.close()
        self._said.close()
        # A large process takes the system a while to clear away; nobody is to wait for that.
        threading.Thread(target=self._process.wait, daemon=True).start()
