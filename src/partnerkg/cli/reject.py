"""`partnerkg reject`: put proposed entries of a reading aside."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import decisions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Put entries that a reading proposes aside; they stay among its decisions, and out of the graph."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the entries are put aside."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(decisions.reject(context.graph(), context.audience(), options.reading, options.names))


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg reject", context, DESCRIPTION)
    parser.add_argument("reading", metavar=say(N_("READING")), help=say(N_("a reading, by its name or file")))
    parser.add_argument(
        "names", nargs="+", metavar=say(N_("NAME")), help=say(N_("an entry, by its slug or name"))
    )
    return parser
