"""`partnerkg undo`: take back the last decision on a reading."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import decisions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Take back the last decision on a reading, as often as wanted; what it was about is open again."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the decision is taken back."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(decisions.undo(context.graph(), context.audience(), options.reading))


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg undo", context, DESCRIPTION)
    parser.add_argument("reading", metavar=say(N_("READING")), help=say(N_("a reading, by its name or file")))
    return parser
