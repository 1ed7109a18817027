"""Where a server listens, and how it begins and ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket

import uvicorn

from partnerkg.errors import N_, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class TakenPort(PartnerkgError):
    message = N_("Nothing can listen on {host}, port {port}: {reason}; choose another with --port.")


class Server(uvicorn.Server):
    """One that leaves signals to the loop, so that it ends by returning; SIGHUP calls `renewed`."""

    def __init__(
        self,
        config: uvicorn.Config,
        started: Callable[[str], None],
        renewed: Callable[[], None] | None = None,
    ) -> None:
        """Take what is told the address once the server answers there."""
        super().__init__(config)
        self._started = started
        self._renewed = renewed

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take signals while the server runs."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        if self._renewed:
            loop.add_signal_handler(signal.SIGHUP, self._renewed)
        yield

    def _log_started_message(self, listeners: object) -> None:
        """Say where it listens, which is known now if any port was wanted."""
        port = self.servers[0].sockets[0].getsockname()[1]
        self._started(f"http://{_in_address(self.config.host)}:{port}")


def need(host: str, port: int) -> None:
    """Raise TakenPort if nothing can listen there: now, not when everything has been read."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as found:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise TakenPort(host=host, port=port, reason=reason) from None


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
