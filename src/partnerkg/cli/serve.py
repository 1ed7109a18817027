"""`partnerkg serve`: give the graph to others over HTTP."""

from __future__ import annotations

import os
import sys

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, MissingExtra, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.serve.settings import Settings

PROGRAM = "partnerkg serve"
LIBRARIES = ("starlette", "uvicorn", "prometheus_client")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the server was told to end; MissingExtra if its libraries are not installed."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    try:
        from partnerkg.serve import running
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise MissingExtra(name="serve") from None
    sentence = N_("The graph is at {address}/ – its SPARQL endpoint at {address}/sparql. Ctrl-C ends it.")
    settings = _settings(options)
    running.run(
        context.graph(),
        settings,
        lambda address: context.write([context.say(sentence, address=settings.base or address) + "\n"]),
        lambda line: print(line, file=sys.stderr, flush=True),
    )
    return 0


def _settings(options: Namespace) -> Settings:
    from partnerkg.serve import settings

    return settings.Settings(
        options.host,
        _whole("port", options.port, 0, 65535),
        _whole("workers", options.workers, 1, 1000),
        settings.base(options.base_url) if options.base_url else "",
        settings.limits(one for some in options.limits for one in some.split(",")),
    )


def _whole(name: str, given: str, least: int, most: int) -> int:
    if not (given.isascii() and given.isdigit() and least <= int(given[:9]) <= most):
        reason = Message(
            "--{name} takes a whole number from {least} to {most}, not `{value}`",
            name=name,
            least=least,
            most=most,
            value=given,
        )
        raise WrongUse(reason=reason, program=PROGRAM)
    return int(given)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        PROGRAM, context, N_("Give the graph to others over HTTP: pages, SPARQL, Linked Data, JSON.")
    )
    add, number = parser.add_argument, say(N_("NUMBER"))
    add(
        "--host",
        default="127.0.0.1",
        metavar=say(N_("ADDRESS")),
        help=say(N_("where to listen (by default this machine alone)")),
    )
    add("--port", default="8000", metavar=number, help=say(N_("the port (8000; 0 for any that is free)")))
    add(
        "--workers",
        default=str(max(2, os.cpu_count() or 1)),
        metavar=number,
        help=say(N_("how many processes answer (by default as many as there are processors)")),
    )
    add(
        "--base-url",
        metavar="URL",
        help=say(N_("the address that others know the server by, behind a proxy")),
    )
    add(
        "--limits",
        nargs="+",
        default=[],
        metavar=say(N_("NAME=NUMBER")),
        help=say(N_("the most that a request may take: seconds, memory, rows, bytes, queue, body, sending")),
    )
    return parser
