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

MOST_OF_PAGES = 2  # processes that make pages
SOON = 2.0  # seconds that a page has before it is moved aside
LONG = 30.0  # seconds that the first pages wait while the graph is read for them

__all__ = ["Bounds", "Release", "Service"]


class Release:
    """One state of the graph: its place, what it says of itself, the processes that have opened it."""

    __slots__ = ("_folder", "facts", "pages", "place", "pool")

    def __init__(self, opened: Opened, bounds: Bounds, ready: Ready, pages: Ready | None = None) -> None:
        """Write what the processes need; errors tell why the graph cannot be read."""
        self._folder = ExitStack()
        try:
            self.place: Place = prepare(opened, self._folder.enter_context(scratch.folder()))
        except BaseException:
            self._folder.close()
            raise
        self.pool = Pool((ready, (self.place,)), bounds)
        self.pages = self.pool
        if pages:
            most = min(bounds.workers, MOST_OF_PAGES)
            soon = LONG if self.place.endpoint else SOON  # what is asked of an engine elsewhere is kept there
            own = replace(bounds, workers=most, aside=1, seconds=max(bounds.seconds, LONG), soon=soon)
            self.pages = Pool((pages, (self.place,)), own)
        self.facts = Facts(None)

    async def open(self) -> None:
        """Start the processes; the error of the first that cannot open the graph."""
        await self.pool.open()
        self.facts = await self.pool.run("", facts)
        if self.pages is not self.pool:
            self.pages.begin()

    async def close(self, patience: float) -> None:
        """End the processes once they have answered, and remove what was written for them."""
        await asyncio.gather(*(pool.close(patience) for pool in {self.pool, self.pages}))
        self._folder.close()


class Service:
    """What answers; a new release takes the place of the one before while that finishes what it has begun."""

    def __init__(
        self, opened: Opened, bounds: Bounds, ready: Ready = open_again, pages: Ready | None = None
    ) -> None:
        """Read the graph; errors tell why it cannot be.

        `ready` opens it for the processes that answer; `pages` for processes of their own that make pages,
        which have more to read before they can.
        """
        self.opened = opened
        self._bounds = bounds
        self._given = opened, bounds, ready, pages
        self.release = Release(*self._given)
        self._leaving: set[asyncio.Task[None]] = set()

    @property
    def place(self) -> Place:
        """Return where the graph is now."""
        return self.release.place

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
        await asyncio.gather(self.release.close(self._bounds.seconds), *self._leaving)

    async def run(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function returns for the graph and these arguments; the errors of `Pool.run`."""
        return await self.release.pool.run(client, function, *arguments)

    async def show(self, client: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function that makes pages returns; the errors of `Pool.run`."""
        return await self.release.pages.run(client, function, *arguments)

    async def renew(self) -> None:
        """Take the graph as it is now; if it cannot be read, an error says why and all stays as it was."""
        release = await asyncio.to_thread(Release, *self._given)
        try:
            await release.open()
        except BaseException:
            await release.close(0)
            raise
        before, self.release = self.release, release
        leaving = asyncio.ensure_future(before.close(self._bounds.seconds))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)
