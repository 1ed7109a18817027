"""`partnerkg diff`: what changed from one graph to another."""

from __future__ import annotations

from partnerkg.cli import limits, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import changes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg diff"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if both say the same, 1 if they differ."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    changed = changes.listed(
        options.first,
        options.second or context.endpoint or context.place(),
        context.audience(options.output),
        format=output.chosen(options, lambda: changes.ENDINGS, "text"),
        seconds=limits.seconds(options.timeout, PROGRAM),
    )
    return context.put(changed, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        PROGRAM, context, N_("Say what changed: counts, then organisations, then every statement.")
    )
    what = N_("a project or release folder, an RDF file (.gz too), a folder of them, or an endpoint")
    parser.add_argument("first", metavar=say(N_("BEFORE")), help=say(what))
    parser.add_argument(
        "second",
        nargs="?",
        metavar=say(N_("AFTER")),
        help=say(
            N_("another of these (by default the graph of --project or --endpoint, or the shipped one)")
        ),
    )
    output.add_format(parser, context, N_("one of {known}"), changes.FORMATS)
    parser.add_argument(
        "--timeout",
        metavar=say(N_("SECONDS")),
        help=say(N_("how long to tell blank nodes apart before giving up (by default 60)")),
    )
    output.add_output(parser, context)
    return parser
