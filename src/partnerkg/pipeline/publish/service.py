"""The graph as a server holds it: where it stands on the disk, and the processes that answer from there."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from dataclasses import replace

from partnerkg.files import scratch
from partnerkg.pipeline.publish.description import Facts, facts
from partnerkg.pipeline.publish.opening import open_again, prepare
from partnerkg.workers.pool import Bounds, Pool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.publish.opening import Place

    Ready = Callable[[Place], KnowledgeGraph]

__all__ = ["Bounds", "Release", "Service"]


class Release:
    """One state of the graph: its place, what it says of itself, the processes that have opened it.

    What strangers write is asked in processes that are ended for little (`free`); what we ask ourselves in
    others, which keep what they have gathered (`steady`).
    """

    __slots__ = ("_folder", "facts", "free", "place", "steady")

    def __init__(self, opened: Opened, bounds: Bounds, ready: Ready) -> None:
        """Write what the processes need; errors tell why the graph cannot be read."""
        self._folder = ExitStack()
        try:
            self.place: Place = prepare(opened, self._folder.enter_context(scratch.folder()))
        except BaseException:
            self._folder.close()
            raise
        self.free = Pool((open_again, (self.place,)), bounds)
        self.steady = Pool((ready, (self.place,)), replace(bounds, soon=bounds.seconds))
        self.facts = Facts(None)

    async def open(self) -> None:
        """Start the processes; the error of the first that cannot open the graph."""
        await self.free.open()
        await self.steady.open()
        self.facts = await self.free.run("", facts)

    async def close(self, patience: float) -> None:
        """End the processes once they have answered, and remove what was written for them."""
        await asyncio.gather(self.free.close(patience), self.steady.close(patience))
        self._folder.close()


class Service:
    """What answers; a new release takes the place of the one before while that finishes what it has begun."""

    def __init__(self, opened: Opened, bounds: Bounds, ready: Ready = open_again) -> None:
        """Read the graph; errors tell why it cannot be. `ready` opens it for what we ask ourselves."""
        self.opened = opened
        self.bounds = bounds
        self._ready = ready
        self.release = Release(opened, bounds, ready)
        self._leaving: set[asyncio.Task[None]] = set()

    @property
    def place(self) -> Place:
        """Return where the graph is now."""
        return self.release.place

    @property
    def waiting(self) -> int:
        """Return how many wait."""
        return self.release.free.waiting + self.release.steady.waiting

    @property
    def aside(self) -> int:
        """Return how many take long and were moved aside."""
        return self.release.free.aside

    async def __aenter__(self) -> Service:
        """Start the processes."""
        try:
            await self.release.open()
        except BaseException:
            await self.release.close(0)
            raise
        return self

    async def __aexit__(self, *error: object) -> None:
        """End all processes; what is asked now gets its answer if it is there in time."""
        await asyncio.gather(self.release.close(self.bounds.seconds), *self._leaving)

    async def run(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function returns for the graph and these arguments; the errors of `Pool.run`."""
        return await self.release.steady.run(client, function, *arguments)

    async def run_free(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return the same for what a stranger wrote."""
        return await self.release.free.run(client, function, *arguments)

    async def show(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function that makes pages returns; the errors of `Pool.run`."""
        return await self.release.pages.run(client, function, *arguments)

    async def renew(self) -> None:
        """Take the graph as it is now; if it cannot be read, an error says why and all stays as it was."""
        release = await asyncio.to_thread(Release, self.opened, self.bounds, self._ready)
        try:
            await release.open()
        except BaseException:
            await release.close(0)
            raise
        before, self.release = self.release, release
        leaving = asyncio.ensure_future(before.close(self.bounds.seconds))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)
