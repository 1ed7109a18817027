"""`partnerkg repair`: find the quotes of readings again that a page or a slip moved."""

from __future__ import annotations

from partnerkg.cli.check import add_readings
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import mend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Say where quotes stand that are not in their place in the page, or what comes near to them."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if every quote is in its place, 1 if one is not."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    done = mend.repair(
        context.graph(),
        context.audience(),
        options.readings,
        write=options.write or options.near,
        near=options.near,
    )
    return context.put(done)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg repair", context, DESCRIPTION)
    add_readings(parser, context)
    about = N_("write the places of quotes that are the same and were only moved")
    parser.add_argument("--write", action="store_true", help=say(about))
    about = N_("write the nearest words as well, in the place of a quote that is no more in the page")
    parser.add_argument("--near", action="store_true", help=say(about))
    return parser
