"""The sentences of the code in the languages that people choose."""

from __future__ import annotations

import os
from functools import cache

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from partnerkg.errors import Translate

    Plural = Callable[[str, str, int], str]

LANGUAGES = ("en", "fr")


@cache
def translations(language: str) -> tuple[Translate, Plural]:
    """Return what turns the sentences of the code into those of a language, one and plural."""
    catalogue = os.path.join(os.path.dirname(__file__), "locale", language, "LC_MESSAGES", "partnerkg.mo")
    if not os.path.exists(catalogue):
        return N_, lambda one, many, number: one if number == 1 else many
    from gettext import GNUTranslations

    with open(catalogue, "rb") as file:
        found = GNUTranslations(file)
    return found.gettext, found.ngettext


class Spoken(Message):
    """A text that is known in all languages, such as the names of things."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__("")
        self._texts = texts

    def text(self, translate: Translate = N_) -> str:
        """Return the text in the language that a function translates to."""
        known = (language for language in LANGUAGES if translations(language)[0] == translate)
        return self._texts[next(known, LANGUAGES[0])]
