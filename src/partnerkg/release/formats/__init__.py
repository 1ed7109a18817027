"""The forms in which changes are shown, one a file."""

from __future__ import annotations

from partnerkg.errors import UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared

FORMATS = ("text", "markdown", "json", "patch")


def check(name: str) -> None:
    """Raise UnknownFormat if there is no such form."""
    if name not in FORMATS:
        raise UnknownFormat(name=name, known=", ".join(FORMATS))


def write(changes: Compared, format_name: str, language: str, translate: Translate) -> Iterator[str]:
    """Return the changes as text in pieces; `language` is that of names. UnknownFormat."""
    check(format_name)
    from importlib import import_module

    lines: Iterator[str] = import_module(f"{__name__}.as_{format_name}").lines(changes, language, translate)
    return lines
