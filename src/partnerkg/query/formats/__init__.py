"""Solutions as text, one format a file."""

from __future__ import annotations

from partnerkg.errors import UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

NAMES = ("table", "csv", "json")


def lines(
    solutions: Solutions, name: str, store: Store, language: str = "en", width: int | None = None
) -> Iterator[str]:
    """Return the solutions in a format, in pieces that end with a line.

    `language` is for the labels of a table; `width` is that of the terminal, None if there is none.
    UnknownFormat if there is no such format.
    """
    if name not in NAMES:
        raise UnknownFormat(name=name, known=", ".join(NAMES))
    from importlib import import_module

    module = import_module(f"{__name__}.as_{name}")
    found: Iterator[str] = module.lines(solutions, store, language, width)
    return found
