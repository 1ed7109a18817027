"""`partnerkg build`: write the claims from the readings."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the claims are written; with --check 0 if they are up to date, 1 if not."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(read.readings(context.graph(), context.audience(), options.texts, check=options.check))


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg build", context, N_("Write the claims and their evidence from the readings."))
    parser.add_argument(
        "--check", action="store_true", help=say(N_("write nothing; fail if a file is not up to date"))
    )
    parser.add_argument(
        "--texts",
        metavar=say(N_("FOLDER")),
        help=say(N_("compare every quote with the captured text FOLDER/{source}.txt")),
    )
    return parser
