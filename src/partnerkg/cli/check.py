"""`partnerkg check`: say all that is wrong or still to be decided in readings."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import decisions, mend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_("Say all that is wrong or still to be decided in readings, a line each.")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if nothing is wrong or open, 1 if something is."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    graph, audience = context.graph(), context.audience()
    if options.page and (not options.write or len(options.readings) != 1):
        reason = Message(N_("--page goes with --write and one reading"))
        raise WrongUse(reason=reason, program="partnerkg check")
    if options.write:
        context.put(mend.fill(graph, audience, options.readings, options.page))
    return context.put(decisions.check(graph, audience, options.readings))


def _parser(context: Context) -> Parser:
    parser = Parser("partnerkg check", context, DESCRIPTION)
    add_readings(parser, context)
    about = context.translate(N_("write first where the quotes stand that do not say it (`at`, `between`)"))
    parser.add_argument("--write", action="store_true", help=about)
    about = context.translate(N_("the page of the reading, if its text is not among the captures"))
    parser.add_argument("--page", metavar=context.translate(N_("FILE")), help=about)
    return parser


def add_readings(parser: Parser, context: Context) -> None:
    """Add the readings that a verb is about."""
    say = context.translate
    about = N_("a reading, by its name or file (by default all of the project)")
    parser.add_argument("readings", nargs="*", metavar=say(N_("READING")), help=say(about))
