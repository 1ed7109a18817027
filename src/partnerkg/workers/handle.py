"""A process of a pool as its server holds it: a task there, an outcome back, or its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal

from partnerkg.workers.clock import Clock
from partnerkg.workers.process import complaints, ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

    from partnerkg.errors import WorkerEnded
    from partnerkg.workers.frames import Outcome
    from partnerkg.workers.line import Line

MEEK = 10  # added to how nice a process is that is at work for long
_PATIENCE = 2.0  # seconds to hear how a process ended that has closed its socket


class Handle:
    """A process; `spent` says that it is not to be given another task."""

    __slots__ = ("_clock", "_end", "_line", "_process", "_said", "megabytes", "spent")

    def __init__(
        self, process: int, end: asyncio.Future[int], said: IO[bytes], line: Line, megabytes: int
    ) -> None:
        """Take its id, the code with which it will have ended, where it complains, and the line to it."""
        self._process = process
        self._end = end
        self._said = said
        self._line = line
        self._clock = Clock(process)
        self.megabytes = megabytes
        self.spent = False

    def do(self, task: bytes) -> asyncio.Future[Outcome]:
        """Return what will come of a packed task, for `answer` to look at."""
        self.spent = True  # until it has answered
        self._clock.start()
        return self._line.ask(task)

    def taken(self) -> float:
        """Return the seconds that its task has taken so far, without those it had to wait for a processor."""
        return self._clock.seconds()

    async def answer(self, work: asyncio.Future[Outcome]) -> Any:
        """Return what a task returned that is done; WorkerEnded if the process ended, or its error."""
        try:
            outcome = work.result()
        except ConnectionError:
            raise await self._why() from None
        self.spent = outcome.spent
        if outcome.error is not None:
            raise outcome.error
        return outcome.answer

    async def _why(self) -> WorkerEnded:
        """Return why it ended: it has closed its socket, and so it is dead or about to be."""
        await asyncio.wait({self._end}, timeout=_PATIENCE)
        code = self._end.result() if self._end.done() else -signal.SIGKILL
        return ended(code, complaints(self._said), self.megabytes)

    def be_meek(self) -> None:
        """Let the others go first."""
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._process, MEEK)

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self.spent = True
        if not self._end.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        self._line.close()
        self._said.close()
        self._clock.close()
