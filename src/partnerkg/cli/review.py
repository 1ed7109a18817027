"""`partnerkg review`: go through the doubts of a reading, in a browser or in the terminal, one key each."""

from __future__ import annotations

import os
import sys

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, MissingExtra, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.review import Review

DESCRIPTION = N_(
    "Go through what a reading is in doubt about, one entry a screen; each decision is saved at once. It "
    "opens in the browser, the page beside its doubts, or in the terminal where there is no browser."
)
PROGRAM = "partnerkg review"
LIBRARIES = ("starlette", "uvicorn", "httptools")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 when the person leaves; WrongUse without a terminal for --terminal, MissingExtra."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return (_terminal if _is_terminal(options) else _desk)(options, context)


def _is_terminal(options: Namespace) -> bool:
    """Return whether to ask in the terminal: if told so, or where there is one and no browser to be seen."""
    if options.terminal or options.desk:
        return bool(options.terminal)
    return sys.stdin.isatty() and sys.stdout.isatty() and not _shows_browsers()


def _shows_browsers() -> bool:
    shown = (
        sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return bool(shown) and "SSH_CONNECTION" not in os.environ


def _desk(options: Namespace, context: Context) -> int:
    from partnerkg.pipeline.desk import Sitting

    try:
        from partnerkg.serve.desk import running
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise MissingExtra(name="serve") from None
    sitting = Sitting(context.graph(), options.reading)
    sentence = N_("The desk is open at {address} – on this machine alone. Ctrl-C ends it; all is saved.")

    def started(address: str) -> None:
        context.write([context.say(sentence, address=address) + "\n"])
        if _shows_browsers():
            import webbrowser

            webbrowser.open(address)

    running.run(sitting, context.language, _port(options.port), started)
    return 0


def _port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 6 and int(given) < 65536):
        reason = Message(N_("--port takes a whole number from 0 to 65535, not `{value}`"), value=given)
        raise WrongUse(reason=reason, program=PROGRAM)
    return int(given)


def _terminal(options: Namespace, context: Context) -> int:
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
    add = parser.add_argument
    add("reading", metavar=say(N_("READING")), help=say(N_("a reading, by its name or file")))
    where = parser.add_mutually_exclusive_group()
    about = N_("in the browser, at an address that works on this machine alone")
    where.add_argument("--desk", action="store_true", help=say(about))
    where.add_argument("--terminal", action="store_true", help=say(N_("in the terminal")))
    about = N_("the port of the desk (by default any that is free)")
    add("--port", default="0", metavar=say(N_("NUMBER")), help=say(about))
    return parser
