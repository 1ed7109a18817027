"""A socket to a process: what is said to it, and what it says, one value after the other."""

from __future__ import annotations

import asyncio

from partnerkg.workers import frames

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Any


class Line(asyncio.Protocol):
    """Every value that comes is the answer to what was asked first of all that was not answered yet."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._transport: asyncio.WriteTransport | None = None
        self._wanted: list[asyncio.Future[Any]] = []

    @classmethod
    async def to(cls, ours: socket.socket) -> Line:
        """Return the line over one end of a pair of sockets."""
        _, line = await asyncio.get_running_loop().create_unix_connection(cls, sock=ours)
        return line

    @property
    def is_open(self) -> bool:
        """Return whether the process at the other end is there, as far as is known."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, data: bytes) -> asyncio.Future[Any]:
        """Return what will come back for a packed value; ConnectionError if the process ends before."""
        future = self.expect()
        if self._transport is not None and not future.done():
            self._transport.write(data)
        return future

    def expect(self) -> asyncio.Future[Any]:
        """Return the value that comes next; ConnectionError if the process ends before."""
        future = asyncio.get_running_loop().create_future()
        if self.is_open:
            self._wanted.append(future)
        else:
            future.set_exception(ConnectionResetError())
        return future

    def connection_made(self, transport: asyncio.WriteTransport) -> None:  # type: ignore[override]
        """Begin."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Hand on what is whole."""
        self._data += data
        while (value := frames.taken(self._data)) is not None:
            self.came(value)

    def came(self, value: Any) -> None:
        """Hand on a value to who waits for it."""
        future = self._wanted.pop(0)
        if not future.done():
            future.set_result(value)

    def connection_lost(self, error: Exception | None) -> None:
        """Let nobody wait for what will not come."""
        wanted, self._wanted = self._wanted, []
        for future in wanted:
            if not future.done():
                future.set_exception(ConnectionResetError())

    def close(self) -> None:
        """Say and hear no more."""
        if self._transport is not None:
            self._transport.close()
