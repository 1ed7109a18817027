"""The rows of an answer, written as the options say."""

from __future__ import annotations

from partnerkg.cli.context import terminal_links, terminal_width
from partnerkg.query import formats
from partnerkg.query.formats.look import Look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from partnerkg.cli.context import Context
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store, Term


def chosen(options: Namespace) -> str:
    """Return the format asked for, else what suits a terminal, or a program that reads the answer.

    UnknownFormat or NoQuotes if --why is given and the format has no place for quotes.
    """
    terminal = not options.output and terminal_width() is not None
    name: str = options.format or ("table" if terminal else "json" if options.why else "csv")
    if options.why:
        formats.check_reasons(name)
    return name


def write(
    solutions: Solutions,
    options: Namespace,
    store: Store,
    context: Context,
    given: Iterable[Term] = (),
) -> None:
    """Write rows as the options say; `given` are the values that the question was told."""
    width = None if options.output else terminal_width()
    look = Look(store, context.language, width, links=width is not None and terminal_links())
    if options.why:
        from partnerkg.query.why import reasons

        look.reasons = reasons(solutions, store, given)
    context.write(formats.lines(solutions, chosen(options), look), options.output)
