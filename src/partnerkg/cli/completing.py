"""What a shell offers after TAB (argcomplete): commands, options, questions, and values of the graph.

The shell starts the program with the line so far in its environment; the parser that would read the line
says what may come next.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.opened import Opened

    Offer = Callable[[Opened], Iterable[str] | Mapping[str, str]]

_WANTED = "_ARGCOMPLETE"


def is_wanted() -> bool:
    """Return whether a shell asks what may come next."""
    return _WANTED in os.environ


def line() -> list[str]:
    """Return the words of the line before the one that is typed, without the program."""
    return _words()[1:]


def _words() -> list[str]:
    from argcomplete.lexers import split_line

    _, _, _, words, _ = split_line(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    return list(words)


def settled(arguments: Sequence[str]) -> Sequence[str]:
    """Return the arguments without an option at their end that still waits for its value."""
    return arguments[:-1] if is_wanted() and arguments and arguments[-1].startswith("-") else arguments


def answer(parser: ArgumentParser, arguments: Sequence[str], *, options: bool = False) -> None:
    """Write what may follow the arguments of a parser and end the process, if a shell asks.

    Options come after a dash, with `options` before one as well.
    """
    if not is_wanted():
        return
    from argcomplete import autocomplete

    # argcomplete counts from 1 where the words begin that the parser reads, the program or verb before them
    os.environ[_WANTED] = str(len(_words()) - len(arguments))
    autocomplete(parser, always_complete_options="long" if options else False, validator=_begins)


def verbs(parser: ArgumentParser, arguments: Sequence[str], known: Iterable[str]) -> None:
    """Write which commands or options may come first and end the process, if a shell asks."""
    if is_wanted():
        parser.add_argument("command", choices=tuple(known))
        answer(parser, arguments)


def _begins(value: str, typed: str) -> bool:
    if typed.startswith("-"):
        return value.startswith(typed)
    from partnerkg.pipeline.offers import begins

    return begins(value, typed)


def among(action: Action, known: Iterable[str]) -> None:
    """Offer these values for an option."""
    vars(action)["completer"] = lambda **_: known


def of_graph(action: Action, context: Context, offer: Offer) -> None:
    """Offer for an option or argument what the graph of the line has."""

    def offered(parsed_args: object = None, **_: object) -> Iterable[str] | Mapping[str, str]:
        for name in ("project", "endpoint"):
            given = getattr(parsed_args, name, None)
            setattr(context, name, given or getattr(context, name))
        return offer(context.graph())

    vars(action)["completer"] = offered
