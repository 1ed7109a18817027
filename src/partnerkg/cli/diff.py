"""`partnerkg diff`: what changed from one graph to another."""

from __future__ import annotations

from partnerkg.cli import limits
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg diff"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if both say the same, 1 if they differ."""
    from partnerkg.pipeline.graph import diff
    from partnerkg.rdf.canonical import PATIENCE
    from partnerkg.release import formats

    options = _parser(context).parse_args(arguments)
    context.take(options)
    formats.check(options.format)
    seconds = limits.seconds(options.timeout, PROGRAM)
    second = options.second or context.endpoint or context.project
    changes = diff(options.first, second, PATIENCE if seconds is None else seconds)
    context.write(formats.write(changes, options.format, context.language, context.translate), options.output)
    return 1 if changes else 0


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
    from partnerkg.release.formats import FORMATS

    parser.add_argument(
        "--format", default="text", help=context.say(N_("one of {known}"), known=", ".join(FORMATS))
    )
    parser.add_argument(
        "--timeout",
        metavar=say(N_("SECONDS")),
        help=say(N_("how long to tell blank nodes apart before giving up (by default 60)")),
    )
    add_output(parser, context)
    return parser
