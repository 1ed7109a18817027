"""`partnerkg review`: go through the doubts of a reading, one a screen, one key each."""

from __future__ import annotations

import sys

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, MissingExtra, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.review import Review

DESCRIPTION = N_(
    "Go through what a reading is in doubt about, one entry a screen; each decision is saved at once."
)
PROGRAM = "partnerkg review"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 when the person leaves; WrongUse without a terminal, MissingExtra without prompt_toolkit."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        reason = Message(N_("it needs a terminal; write verdicts into the reading, then `partnerkg accept`"))
        raise WrongUse(reason=reason, program=PROGRAM)
    try:
        from partnerkg.cli.screens import Screens
    except ImportError:
        raise MissingExtra(name="review") from None
    from partnerkg.pipeline import decisions
    from partnerkg.pipeline.review import Review

    review = Review(context.graph(), options.reading)
    if Screens(review, context.say).run():
        return context.put(decisions.accept(context.graph(), context.audience(), [review.name]))
    return _left(review, context)


def _left(review: Review, context: Context) -> int:
    counts = review.counts()
    done = N_(
        "{keep} to keep, {reject} to put aside, {unsure} not sure, {open} still to be decided; "
        "`partnerkg accept {name}` takes what is decided into the graph."
    )
    context.write([context.say(done, name=review.name, **counts) + "\n"])
    return 0


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, DESCRIPTION)
    parser.add_argument("reading", metavar=say(N_("READING")), help=say(N_("a reading, by its name or file")))
    return parser
