"""`partnerkg engine-check`: ask a server every question, and say which it answers wrongly."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.compare import compared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Ask a server every question with the values of its example, and compare the rows with those of the "
    "graph here, which the server must hold (see push); or compare what shapes of yours find there and here."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the server answers every question as the graph here does, else 1."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    found = compared(context.graph(), options.url, context.audience(), options.shapes or ())
    return max(map(context.put, found), default=0)


def _parser(context: Context) -> Parser:
    parser = Parser("partnerkg engine-check", context, DESCRIPTION)
    help_ = context.translate(N_("the SPARQL endpoint of the server"))
    parser.add_argument("url", metavar="URL", help=help_)
    about = N_("compare what the SHACL shapes of this file or folder find, instead of the questions")
    parser.add_argument(
        "--shapes", action="append", metavar=context.translate(N_("PATH")), help=context.translate(about)
    )
    return parser
