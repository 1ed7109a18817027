"""`partnerkg push`: put the graph on a SPARQL server, and check that it is there."""

from __future__ import annotations

import sys

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.store.push import Pushed


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the server has the graph in the end, 1 if it changed some of it."""
    from partnerkg.store import remote
    from partnerkg.store.endpoint import Endpoint
    from partnerkg.store.push import push

    options = _parser(context).parse_args(arguments)
    context.take(options)
    server = remote.read(options.url)
    updates = Endpoint(options.update) if options.update else server.endpoint.for_updates()
    stop, progress = _progress(context)
    try:
        pushed = push(context.store().everything(), server, updates, progress)
    finally:
        stop()
    context.write(_said(pushed, context))
    return 1 if pushed.wrong else 0


def _said(pushed: Pushed, context: Context) -> Iterator[str]:
    sentence = N_("{sent} graphs sent, {skipped} were there already; {triples} triples in all.")
    yield (context.say(sentence, sent=pushed.sent, skipped=pushed.skipped, triples=pushed.triples) + "\n")
    for graph, (missing, extra) in sorted(pushed.wrong.items()):
        sentence = N_("the server changed <{graph}>: {missing} triples are missing, {extra} are too many")
        yield context.say(sentence, graph=graph, missing=missing, extra=extra) + "\n"
    if not pushed.wrong:
        yield context.say(N_("The server has the same content: sha256 {hash}"), hash=pushed.sha256) + "\n"


def _progress(context: Context) -> tuple[Callable[[], None], Callable[[int, int], None] | None]:
    """Return what ends a progress bar and what moves it; there is one only where a person looks on."""
    if not sys.stderr.isatty():
        return (lambda: None), None
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(context.translate(N_("triples sent")), total=None)
    bar.start()
    return bar.stop, lambda done, total: bar.update(task, completed=done, total=total)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg push", context, N_("Put the graph on a SPARQL server, and check that it is there.")
    )
    parser.add_argument("url", metavar="URL", help=say(N_("the SPARQL endpoint of the server")))
    parser.add_argument(
        "--update",
        metavar="URL",
        help=say(N_("where it takes updates (by default /update beside /query, else the endpoint)")),
    )
    return parser
