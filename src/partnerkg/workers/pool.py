"""Processes that do what strangers ask: each one task at a time, none longer or larger than allowed.

A task begins in one of a few quick processes. One that is not done at once goes on beside them, meekly, while
a new process takes its place: in doubt first, as the more others wait the less time it had; then, if it is
not done soon, among the few that may take long. Where there is no room it is ended, and its client told to
come back; one that is known to take long is not begun meanwhile. What it waits for a processor, as on a busy
machine, is not counted against it (`clock`), but in its time in all.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from partnerkg.errors import Busy, OutOfTime, PartnerkgError
from partnerkg.workers import frames
from partnerkg.workers.nursery import Nursery
from partnerkg.workers.places import Places
from partnerkg.workers.turns import Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from partnerkg.workers.frames import Outcome
    from partnerkg.workers.handle import Handle
    from partnerkg.workers.nursery import Call

SOON = 0.5  # seconds that a task has before it is one that takes long
SOONER = 0.03  # the least that it has in a quick process, however many others wait
DOUBTS = 2  # as many tasks may be in doubt as may take long, times this
_REMEMBERED = 1000  # tasks that are known to take long
_TICK = 0.002  # seconds: a clock is not looked at more often
_PAUSE = 0.5  # seconds before a process that could not be started is tried again


@dataclass(frozen=True)
class Bounds:
    """What a task may take: `seconds` and `megabytes`, and how many `workers` are quick, how many `aside`.

    `queue` is how many tasks may wait, `share` how many of one client; after `soon` seconds a task is moved
    aside, to take long there.
    """

    workers: int = 2
    aside: int = 2
    seconds: float = 10.0
    megabytes: int = 1024
    queue: int = 512
    share: int = 256
    soon: float = SOON


class Pool:
    """Processes made ready by the same call; `run` does a task in one of them."""

    def __init__(self, ready: Call, bounds: Bounds) -> None:
        """Take what makes a process ready: a function of a module, and its arguments."""
        self.bounds = bounds
        self._nursery = Nursery(ready, bounds.seconds, bounds.megabytes)
        self._turns: Turns[Handle] = Turns(bounds.queue, bounds.share)
        self._doubtful, self._aside = Places(bounds.aside * DOUBTS), Places(bounds.aside)
        self._lasting: dict[int, None] = {}  # tasks that were not done soon, the latest last
        self._all: set[Handle] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._running = 0
        self._closed = False

    @property
    def waiting(self) -> int:
        """Return how many tasks wait for a process."""
        return self._turns.waiting

    @property
    def aside(self) -> int:
        """Return how many tasks were moved aside and are still at work."""
        return self._aside.taken

    async def open(self) -> None:
        """Start the processes; the error that the first of them meets, if it cannot make itself ready."""
        self._free(await self._start())
        for _ in range(self.bounds.workers - 1):
            self._replace()

    def begin(self) -> None:
        """Start the processes meanwhile; tasks wait for the first that is ready."""
        for _ in range(self.bounds.workers):
            self._replace()

    async def run(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function of a module returns for what made the process ready, and these arguments.

        Busy if too many wait or too many take long; OutOfTime, OutOfMemory or WorkerEnded for a task that
        ended its process; the error of the task.
        """
        self._running += 1
        try:
            return await self._run(client, frames.packed((function, arguments)))
        finally:
            self._running -= 1

    async def _run(self, client: str, task: bytes) -> Any:
        name = hash(task)
        self._refuse_long(client, name)
        handle, work = self._turns.free() or await self._turn(client), None
        try:
            self._refuse_long(client, name)  # which may have become known while it waited
            end = asyncio.get_running_loop().time() + self.bounds.seconds
            work = handle.do(task)
            if not await self._is_done(handle, work, end, lambda: self._most(client)):
                return await self._beside(client, name, handle, work, end)
            self._lasting.pop(name, None)
            return await handle.answer(work)
        finally:
            if not handle.spent:
                self._free(handle)
            elif handle in self._all:
                self._end(handle, work)
                self._replace()

    async def _turn(self, client: str) -> Handle:
        """Return a process when it is the turn of a client; Busy if it does not come."""
        try:
            async with asyncio.timeout(self.bounds.seconds):
                handle = await self._turns.take(client)
        except TimeoutError:
            handle = None
        if handle is None:
            raise Busy(seconds=self._patience())
        return handle

    def _most(self, client: str) -> float:
        """Return how many seconds a task of a client may take in a quick process, as things are."""
        soon = self.bounds.soon
        return max(SOONER, soon / (1 + self.waiting)) if soon <= SOON else soon

    async def _is_done(
        self, handle: Handle, work: asyncio.Future[Outcome], end: float, most: Callable[[], float]
    ) -> bool:
        """Return whether a task is done before it has taken so many seconds, or all its time is over."""
        while not work.done():
            left = min(most() - handle.taken(), _left(end))
            if left <= 0:
                return False
            await asyncio.wait({work}, timeout=min(left + _TICK, SOONER / 2))
        return True

    async def _beside(
        self, client: str, name: int, handle: Handle, work: asyncio.Future[Outcome], end: float
    ) -> Any:
        """Return what comes of a task that was not done at once; Busy if there is no room for it."""
        doubtful = handle.taken() < self.bounds.soon and self._doubtful.are_left(client)
        if not doubtful and not self._aside.are_left(client):
            raise Busy(seconds=self._patience())
        handle.be_meek()
        self._replace()
        try:
            if doubtful:
                with self._doubtful.held(client):
                    done = await self._is_done(handle, work, end, lambda: self.bounds.soon)
                if done:
                    return await handle.answer(work)
            return await self._long(client, name, handle, work, end)
        finally:
            self._end(handle, work)

    async def _long(
        self, client: str, name: int, handle: Handle, work: asyncio.Future[Outcome], end: float
    ) -> Any:
        """Return what comes of a task that takes long; OutOfTime if it had all its time, Busy."""
        if handle.taken() >= self.bounds.soon:
            self._remember(name)
        if _left(end) > 0:
            self._refuse_long(client, name)
            with self._aside.held(client):
                await asyncio.wait({work}, timeout=_left(end))
        if not work.done():
            raise OutOfTime(seconds=f"{self.bounds.seconds:g}")
        return await handle.answer(work)

    def _refuse_long(self, client: str, name: int) -> None:
        """Raise Busy for a task that is known to take long, if another must not."""
        if name in self._lasting and not self._aside.are_left(client):
            raise Busy(seconds=self._patience())

    def _remember(self, name: int) -> None:
        """Know a task that takes long when it comes again: the data it looks at do not change."""
        self._lasting[name] = None
        if len(self._lasting) > _REMEMBERED:
            del self._lasting[next(iter(self._lasting))]

    def _patience(self) -> int:
        """Return after how many seconds it makes sense to come back."""
        return max(1, round(self.bounds.seconds / 4))

    def _free(self, handle: Handle) -> None:
        if self._closed:
            self._end(handle)
        else:
            self._turns.give(handle)

    def _end(self, handle: Handle, work: asyncio.Future[Outcome] | None = None) -> None:
        self._all.discard(handle)
        if work is not None and not work.done():
            work.cancel()
        handle.kill()

    def _replace(self) -> None:
        """Start another process meanwhile."""
        if not self._closed:
            task = asyncio.ensure_future(self._replaced())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _replaced(self) -> None:
        while not self._closed:
            try:
                self._free(await self._start())
            except (PartnerkgError, OSError):
                await asyncio.sleep(_PAUSE)
            else:
                return

    async def _start(self) -> Handle:
        handle = await self._nursery.copy()
        self._all.add(handle)
        return handle

    async def close(self, patience: float = 0.0) -> None:
        """End all processes, those at work after so many seconds at the latest."""
        end = asyncio.get_running_loop().time() + patience
        while self._running and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.02)
        self._closed = True
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        self._turns.empty()
        for handle in list(self._all):
            self._end(handle)
        self._nursery.close()
        await asyncio.sleep(0)  # for the loop to close what they were talked to by


def _left(end: float) -> float:
    """Return how many seconds there are until a moment of the loop."""
    return end - asyncio.get_running_loop().time()
