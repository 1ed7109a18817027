"""`partnerkg check`: say all that is wrong or still to be decided in readings."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import decisions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_("Say all that is wrong or still to be decided in readings, a line each.")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if nothing is wrong or open, 1 if something is."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(decisions.check(context.graph(), context.audience(), options.readings))


def _parser(context: Context) -> Parser:
    parser = Parser("partnerkg check", context, DESCRIPTION)
    add_readings(parser, context)
    return parser


def add_readings(parser: Parser, context: Context) -> None:
    """Add the readings that a verb is about."""
    say = context.translate
    about = N_("a reading, by its name or file (by default all of the project)")
    parser.add_argument("readings", nargs="*", metavar=say(N_("READING")), help=say(about))
