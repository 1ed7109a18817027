"""How long and how much somebody may take to say what is wanted: the head of a request is bounded too."""

from __future__ import annotations

from uvicorn.protocols.http.auto import AutoHTTPProtocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio

LONGEST = 1 << 16  # bytes of the head of a request
_LATE = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class Patient(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
    """A connection; what follows the head of a request is bounded where it is read."""

    seconds = 10.0  # that somebody may be silent before the head of a request is there

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self._received = 0
        self._waiting: asyncio.TimerHandle | None = None
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Go on waiting, unless the head of a request is there."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._heard()
            return
        self._received += len(data)
        self._wait()
        if self._received > LONGEST:
            self._refuse(_LONG)

    def eof_received(self) -> bool:
        """Answer what was asked before somebody ended their half of the connection, then end the other."""
        last = self.pipeline[-1][0] if self.pipeline else self.cycle
        if last is None or last.response_complete or last.more_body:
            return False
        last.keep_alive = False
        return True

    def connection_lost(self, error: Exception | None) -> None:
        """Wait no longer."""
        self._heard()
        super().connection_lost(error)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.seconds, self._refuse, _LATE)

    def _heard(self) -> None:
        self._received = 0
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _refuse(self, answer: bytes) -> None:
        self._heard()
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()


def protocol(seconds: float) -> type[asyncio.Protocol]:
    """Return what speaks HTTP on a connection, and ends one whose head is not there in so many seconds."""
    return type("Patient", (Patient,), {"seconds": seconds})
