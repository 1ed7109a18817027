"""`partnerkg questions`: list and search the questions that can be asked."""

from __future__ import annotations

from partnerkg.cli import limits
from partnerkg.cli.answer import write
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_
from partnerkg.query import formats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.query.catalogue import Question
    from partnerkg.query.results import Solutions


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the questions are written."""
    say = context.translate
    parser = Parser("partnerkg questions", context, N_("List the questions, or those with all these words."))
    parser.add_argument(
        "words",
        nargs="*",
        metavar=say(N_("WORD")),
        help=say(N_("word or part of one, in either language, with or without accents")),
    )
    known = ", ".join(formats.NAMES)
    said = context.say(N_("one of {known} (by default table on a terminal, else csv)"), known=known)
    parser.add_argument("--format", help=said)
    parser.add_argument(
        "--limit", metavar=say(N_("NUMBER")), help=say(N_("write no more questions than this"))
    )
    add_output(parser, context)
    options = parser.parse_args(arguments)
    context.take(options)
    options.why = False
    limit = limits.rows(options.limit, parser.prog)
    if not listed(context.catalogue().search(" ".join(options.words)), limit, options, context):
        context.note(N_("No question has all these words; try fewer, or parts of them."))
    return 0


def listed(questions: Iterable[Question], limit: int | None, options: Namespace, context: Context) -> int:
    """Return how many questions there are; the first of them are written as the options say."""
    found = _rows(questions, context)
    count = len(found)
    found.rows = found.rows[:limit]
    write(found, options, context.store(), context)
    if len(found) < count:
        context.note(N_("There is more than the {limit} that --limit asks for."), limit=limit)
    return count


def _rows(questions: Iterable[Question], context: Context) -> Solutions:
    from pyoxigraph import Literal

    from partnerkg.query.results import Solutions

    rows = [
        (
            Literal(question.name),
            Literal(question.summary[context.language]),
            Literal(" ".join(f"--{name}" for name in question.parameters)),
        )
        for question in questions
    ]
    return Solutions(("name", "summary", "parameters"), list(rows))
