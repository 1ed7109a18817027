"""Which language to speak, and the sentences in it."""

from __future__ import annotations

import os

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from partnerkg.errors import Translate

    Plural = Callable[[str, str, int], str]

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


def translations(language: str) -> tuple[Translate, Plural]:
    """Return what turns the sentences of the code into those of a language, one and plural."""
    catalogue = os.path.join(
        os.path.dirname(os.path.dirname(__file__)), "locale", language, "LC_MESSAGES", "partnerkg.mo"
    )
    if not os.path.exists(catalogue):
        return N_, lambda one, many, number: one if number == 1 else many
    from gettext import GNUTranslations

    with open(catalogue, "rb") as file:
        found = GNUTranslations(file)
    return found.gettext, found.ngettext
