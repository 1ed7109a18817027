"""The server of the desk: on this machine alone, under an address that nobody can guess."""

from __future__ import annotations

import asyncio
from secrets import token_urlsafe

import uvicorn

from partnerkg.serve.desk.app import app
from partnerkg.serve.listening import Server, need

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.pipeline.desk import Sitting

HOST = "127.0.0.1"
PATIENCE = 5  # seconds that an answer in the making may take when the desk is left


def run(sitting: Sitting, language: str, port: int, started: Callable[[str], None]) -> None:
    """Serve the desk until SIGINT or SIGTERM; `started` is told its address. TakenPort."""
    need(HOST, port)
    token = token_urlsafe(32)
    config = uvicorn.Config(
        app(sitting, token, language),
        HOST,
        port,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=100,
        timeout_graceful_shutdown=PATIENCE,
    )
    server = Server(config, lambda address: started(f"{address}/{token}/"))
    asyncio.run(server.serve())
