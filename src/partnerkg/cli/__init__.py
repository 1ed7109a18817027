"""The command line: one verb a file, imported only when it is used."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from functools import partial

from partnerkg.cli import completing, language
from partnerkg.cli.context import FAILURE, INTERRUPTED, SUCCESS, Context
from partnerkg.errors import N_, LeftOut, Message, PartnerkgError, Unexpected, UnreadableFile, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_SELDOM = (
    100_000  # new objects before Python looks for rings: most answers end with fewer, all of them in use
)
_TAKING_VALUE = ("--project", "--endpoint", "--lang")


def main() -> None:
    """Answer the command line and end the process.

    It ends at once: giving back the memory of a store piece by piece takes longer than most answers.
    So what stands on the disk only while it works is removed here, and nothing that runs at the end does it.
    """
    gc.set_threshold(_SELDOM)
    _open()
    code = run(completing.line() if completing.is_wanted() else sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or FAILURE
        except KeyboardInterrupt:
            code = INTERRUPTED
    if {"partnerkg.files.scratch", "multiprocessing.util"} & sys.modules.keys():
        from partnerkg.pipeline.output import abandon

        abandon()
    os._exit(code)


def _open() -> None:
    """Stand in for the outputs that a command is started without: an answer fails, complaints are lost."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def run(arguments: Sequence[str]) -> int:
    """Return the exit code: 0 done, 1 findings, 2 wrong use or failure, 130 interrupted.

    Errors are one line on standard error, in the language of `--lang` or of the locale.
    """
    context = Context(language.chosen(arguments))
    try:
        with warnings.catch_warnings():
            warnings.showwarning = partial(_warn, context)
            return _answer(list(arguments), context)
    except PartnerkgError as error:
        context.complain(error)
    except BrokenPipeError:
        # The reader has seen enough; what is still in the buffer must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SUCCESS
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else SUCCESS
    except Exception as error:
        if "PARTNERKG_TRACEBACK" in os.environ:
            raise
        context.complain(_said(error))
    return FAILURE


def _said(error: Exception) -> PartnerkgError:
    """Return what to say of an error that nobody expected; the system names the file of its own."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return UnreadableFile(path=os.fsdecode(error.filename), reason=error.strerror)
    return Unexpected(kind=type(error).__name__, reason=str(error))


def _warn(context: Context, message: Warning | str, *_: object) -> None:
    """Say what an answer lacks, and keep to ourselves what libraries have to say to programmers."""
    if isinstance(message, LeftOut):
        context.complain(*message.args)


def _answer(arguments: list[str], context: Context) -> int:
    from partnerkg.cli import parser

    parser.speak(context.translate, context.plural)
    _check(arguments)
    place = _verb(arguments)
    if place or not arguments:
        top = parser.top(context)
        if place == len(arguments):
            completing.verbs(top, arguments, parser.VERBS)
        context.take(top.read(arguments[:place]))
    if place == len(arguments):
        return _run("summary", context)
    name = arguments[place]
    verb = parser.VERBS.get(name)
    if verb is None:
        raise parser.unknown_verb(name)
    return _run(name, arguments[place + 1 :], context)


def _run(verb: str, *given: Any) -> int:
    from importlib import import_module

    from partnerkg.cli.ending import Prompt

    with Prompt():
        return int(import_module(f"partnerkg.cli.{verb.replace('-', '_')}").run(*given))


def _check(arguments: Sequence[str]) -> None:
    """Raise WrongUse for an argument that is no text, but the name of a file may be none."""
    for argument in arguments:
        if "\0" in argument or not (_is_text(argument) or os.path.exists(argument)):
            reason = Message(N_("the argument `{argument}` is no text in UTF-8"), argument=argument)
            raise WrongUse(reason=reason, program="partnerkg")


def _is_text(argument: str) -> bool:
    return argument.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in argument)


def _verb(arguments: Sequence[str]) -> int:
    """Return where the verb stands: after the options that come first and their values."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in _TAKING_VALUE else 1
    return min(place, len(arguments))
