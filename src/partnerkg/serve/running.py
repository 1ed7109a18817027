"""The server itself: it listens, ends gracefully, and takes a new release when it is told to (SIGHUP)."""

from __future__ import annotations

import asyncio

import uvicorn

from partnerkg.errors import PartnerkgError
from partnerkg.serve import listening
from partnerkg.serve.app import app
from partnerkg.serve.patience import protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.applications import Starlette

    from partnerkg.pipeline.opened import Opened
    from partnerkg.serve.around import Say
    from partnerkg.serve.settings import Settings

CONNECTIONS = 1000  # at a time; more are told to come back
IDLE = 15  # seconds that a connection may be silent between two requests


def run(opened: Opened, settings: Settings, started: Say, log: Say) -> None:
    """Serve a graph until SIGINT or SIGTERM; `started` is told the address once it answers there.

    `log` is given a line for each request. TakenPort, and what is wrong with the graph.
    """
    listening.need(settings.host, settings.port)
    application = app(opened, settings, log)
    config = uvicorn.Config(
        application,
        settings.host,
        settings.port,
        http=protocol(settings.limits.sending),
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

    server = listening.Server(config, started, renewed)
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:  # uvloop's, where there is one
        runner.run(_until_told(server, application))


async def _until_told(server: listening.Server, application: Starlette) -> None:
    async with application.state.service:
        await server.serve()


async def _renew(application: Starlette, log: Say) -> None:
    """Take the graph as it is now; a graph that cannot be read changes nothing and is complained of."""
    try:
        await application.state.service.renew()
    except PartnerkgError as error:
        log(f"partnerkg: {error}")
