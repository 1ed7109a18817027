"""What the verbs that list something by words share: words in, rows out."""

from __future__ import annotations

from partnerkg.cli import limits, output
from partnerkg.errors import N_
from partnerkg.pipeline.rows import ENDINGS, FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.cli.parser import Parser
    from partnerkg.pipeline.output import Output


def run(listed: Callable[..., Output], parser: Parser, arguments: Sequence[str], context: Context) -> int:
    """Return 0 once what is listed by the words of the command line is written."""
    options = parser.parse_args(arguments)
    context.take(options)
    rows = listed(
        context.graph(),
        " ".join(options.words),
        context.audience(options.output),
        limit=limits.rows(options.limit, parser.prog),
        format=output.asked(options, lambda: ENDINGS),
    )
    return context.put(rows, options.output)


def add_options(parser: Parser, context: Context, *, needed: bool, words: str) -> None:
    """Add the words, which may have to be given, and how their rows are written."""
    say = context.translate
    parser.add_argument("words", nargs="+" if needed else "*", metavar=say(N_("WORD")), help=say(words))
    about = N_("one of {known} (by default table on a terminal, else csv)")
    output.add_format(parser, context, about, FORMATS)
    parser.add_argument("--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more rows than this")))
    output.add_output(parser, context)
