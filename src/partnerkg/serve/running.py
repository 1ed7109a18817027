"""The server itself: it listens, ends gracefully, and takes a new release when it is told to (SIGHUP)."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket

import uvicorn

from partnerkg.errors import N_, PartnerkgError
from partnerkg.serve import faults
from partnerkg.serve.app import app

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.applications import Starlette

    from partnerkg.pipeline.opened import Opened
    from partnerkg.serve.around import Say
    from partnerkg.serve.settings import Settings

CONNECTIONS = 1000  # at a time; more are told to come back
IDLE = 15  # seconds that a connection may be silent between two requests


class TakenPort(PartnerkgError):
    message = N_("Nothing can listen on {host}, port {port}: {reason}; choose another with --port.")


class _Server(uvicorn.Server):
    """One that leaves signals to the loop, so that it ends by returning."""

    def __init__(self, config: uvicorn.Config, started: Say, renewed: Callable[[], None]) -> None:
        super().__init__(config)
        self._started = started
        self._renewed = renewed

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        loop.add_signal_handler(signal.SIGHUP, self._renewed)
        yield

    def _log_started_message(self, listeners: object) -> None:
        """Say where it listens, which is known now if any port was wanted."""
        port = self.servers[0].sockets[0].getsockname()[1]
        self._started(f"http://{_in_address(self.config.host)}:{port}")


def run(opened: Opened, settings: Settings, started: Say, log: Say) -> None:
    """Serve a graph until SIGINT or SIGTERM; `started` is told the address once it answers there.

    `log` is given a line for each request. TakenPort, and what is wrong with the graph.
    """
    _check(settings)
    application = app(opened, settings, log)
    config = uvicorn.Config(
        application,
        settings.host,
        settings.port,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=settings.limits.seconds,
    )
    renewing: set[asyncio.Task[None]] = set()

    def renewed() -> None:
        task = asyncio.ensure_future(_renew(application, log))
        renewing.add(task)
        task.add_done_callback(renewing.discard)

    server = _Server(config, started, renewed)
    asyncio.run(_until_told(server, application))


async def _until_told(server: _Server, application: Starlette) -> None:
    async with application.state.service:
        await server.serve()


def _check(settings: Settings) -> None:
    """Raise TakenPort now, not when the graph has been read."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as found:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((settings.host, settings.port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise TakenPort(host=settings.host, port=settings.port, reason=reason) from None


async def _renew(application: Starlette, log: Say) -> None:
    """Take the graph as it is now; a graph that cannot be read changes nothing and is complained of."""
    try:
        await application.state.service.renew()
    except PartnerkgError as error:
        log(f"partnerkg: {faults.said(error, 'en')}")


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
