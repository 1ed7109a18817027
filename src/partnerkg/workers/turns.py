"""Whose turn it is: a queue with bounds in which every client is served once before one is served twice."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Turns(Generic[T]):
    """Things that are free, and clients that wait for one: at most `most`, at most `share` for one client."""

    __slots__ = ("_free", "_waiting", "most", "share", "waiting")

    def __init__(self, most: int, share: int) -> None:
        self._free: deque[T] = deque()
        self._waiting: OrderedDict[str, deque[asyncio.Future[T]]] = OrderedDict()
        self.most = most
        self.share = share
        self.waiting = 0

    @property
    def idle(self) -> int:
        """Return how many things nobody waits for."""
        return len(self._free)

    def free(self) -> T | None:
        """Return a thing that nobody waits for, None if there is none: what worked last has all at hand."""
        return self._free.pop() if self._free else None

    async def take(self, client: str) -> T | None:
        """Return a thing when it is the client's turn, None at once if too many wait."""
        if self._free:
            return self._free.pop()
        mine = self._waiting.get(client, ())
        if self.waiting >= self.most or len(mine) >= self.share:
            return None
        turn: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        self.waiting += 1
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.give(turn.result())
            raise

    def give(self, thing: T) -> None:
        """Hand a free thing to the client whose turn it is, or keep it for the next."""
        while self._waiting:
            client, turns = self._waiting.popitem(last=False)
            turn = turns.popleft()
            self.waiting -= 1
            if turns:
                self._waiting[client] = turns  # the others come first
            if not turn.cancelled():
                turn.set_result(thing)
                return
        self._free.append(thing)

    def empty(self) -> list[T]:
        """Return the free things, which are free no more."""
        found = list(self._free)
        self._free.clear()
        return found
