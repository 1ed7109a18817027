"""`partnerkg search`: find what goes by some words, and the questions that speak of them."""

from __future__ import annotations

from partnerkg.cli import limits, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.rows import ENDINGS, FORMATS
from partnerkg.pipeline.search import searched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once what was found is written."""
    parser = _parser(context)
    options = parser.parse_args(arguments)
    context.take(options)
    found = searched(
        context.graph(),
        " ".join(options.words),
        context.audience(options.output),
        limit=limits.rows(options.limit, parser.prog),
        format=output.asked(options, lambda: ENDINGS),
    )
    return context.put(found, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg search", context, N_("Find what goes by these words, the nearest names first.")
    )
    parser.add_argument(
        "words",
        nargs="+",
        metavar=say(N_("WORD")),
        help=say(N_("word or part of one, in any spelling, with or without accents")),
    )
    known = ", ".join(FORMATS)
    about = context.say(N_("one of {known} (by default table on a terminal, else csv)"), known=known)
    parser.add_argument("--format", help=about)
    parser.add_argument("--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more rows than this")))
    output.add_output(parser, context)
    return parser
