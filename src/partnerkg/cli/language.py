"""Which language to speak, and the sentences in it."""

from __future__ import annotations

import os

from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["KNOWN", "chosen", "translations"]

KNOWN = ("en", "fr")


def chosen(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of `--lang`, else of the locale (POSIX §8.2), else English."""
    for place, argument in enumerate(arguments):
        given = (
            arguments[place + 1 : place + 2] if argument == "--lang" else [argument.removeprefix("--lang=")]
        )
        if argument.startswith("--lang") and given and given[0] in KNOWN:
            return given[0]
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return locale[:2] if locale[:2] in KNOWN else "en"
