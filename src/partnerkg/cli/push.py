"""`partnerkg push`: put the graph on a SPARQL server, and check that it is there."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.push import pushed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the server has the graph in the end, 1 if it changed some of it or keeps more of it."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    done = pushed(
        context.graph(),
        options.url,
        context.audience(),
        options.update,
        context.watch(options.url),
        drop=options.drop,
    )
    return context.put(done)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg push",
        context,
        N_("Put the graph on a SPARQL server, what is new before the old goes, and check that it is there."),
    )
    parser.add_argument("url", metavar="URL", help=say(N_("the SPARQL endpoint of the server")))
    parser.add_argument(
        "--update",
        metavar="URL",
        help=say(N_("where it takes updates (by default /update beside /query, else the endpoint)")),
    )
    parser.add_argument(
        "--drop",
        action="store_true",
        help=say(N_("drop graphs of the server under the same names that are not in the graph any more")),
    )
    return parser
