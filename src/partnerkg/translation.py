"""The sentences of the code in the languages that people choose."""

from __future__ import annotations

import os
from functools import cache

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from partnerkg.errors import Translate

    Plural = Callable[[str, str, int], str]


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
