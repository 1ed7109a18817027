"""`partnerkg questions`: list and search the questions that can be asked."""

from __future__ import annotations

from partnerkg.cli import limits, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import questions
from partnerkg.pipeline.rows import ENDINGS, FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the questions are written."""
    parser = _parser(context)
    options = parser.parse_args(arguments)
    context.take(options)
    found = questions.listed(
        context.graph(),
        " ".join(options.words),
        context.audience(options.output),
        limit=limits.rows(options.limit, parser.prog),
        format=output.asked(options, lambda: ENDINGS),
    )
    return context.put(found, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg questions", context, N_("List the questions, or those with all these words."))
    parser.add_argument(
        "words",
        nargs="*",
        metavar=say(N_("WORD")),
        help=say(N_("word or part of one, in either language, with or without accents")),
    )
    known = ", ".join(FORMATS)
    about = context.say(N_("one of {known} (by default table on a terminal, else csv)"), known=known)
    parser.add_argument("--format", help=about)
    parser.add_argument(
        "--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more questions than this"))
    )
    output.add_output(parser, context)
    return parser
