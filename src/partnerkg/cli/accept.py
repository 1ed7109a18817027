"""`partnerkg accept`: take what is decided in readings into the graph."""

from __future__ import annotations

from partnerkg.cli.check import add_readings
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import decisions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Take what is decided in readings into the graph: what nothing speaks against, and what you gave a "
    "verdict. What is in doubt stays open."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the graph is rebuilt."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    done = decisions.accept(
        context.graph(), context.audience(), options.readings, everything=options.all, things=options.only
    )
    return context.put(done)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg accept", context, DESCRIPTION)
    add_readings(parser, context)
    about = N_("keep this entry, by its slug or name, and no other (may be repeated)")
    parser.add_argument("--only", action="append", default=[], metavar=say(N_("NAME")), help=say(about))
    parser.add_argument("--all", action="store_true", help=say(N_("keep what is still in doubt as well")))
    return parser
