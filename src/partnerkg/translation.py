"""The sentences of the code in the languages that people choose."""

from __future__ import annotations

import os
from functools import cache, wraps
from types import FunctionType

from partnerkg.errors import N_, Message, PartnerkgError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar

    from partnerkg.errors import Translate

    Plural = Callable[[str, str, int], str]
    T = TypeVar("T")

LANGUAGES = ("en", "fr")
IN_LANGUAGE = {
    "en": N_("in English"),
    "fr": N_("in French"),
    "de": N_("in German"),
    "nl": N_("in Dutch"),
    "es": N_("in Spanish"),
    "it": N_("in Italian"),
    "pt": N_("in Portuguese"),
}
NARROW = "\u202f"  # no-break, as French print has it
_PRINTED = str.maketrans(",.", f"{NARROW},")


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


def language_of(translate: Translate) -> str:
    """Return the language that a function translates to, that of the code if it is not known."""
    known = (language for language in LANGUAGES if translations(language)[0] == translate)
    return next(known, LANGUAGES[0])


def in_language(language: str, translate: Translate) -> str:
    """Return how words in a language are marked where others are spoken: `in English`, else its code."""
    return translate(IN_LANGUAGE[language]) if language in IN_LANGUAGE else language


def number(value: float, language: str) -> str:
    """Return a number as it is printed: `5 038,5` in French, `5,038.5` in English."""
    return f"{value:,}".translate(_PRINTED) if language == "fr" else f"{value:,}"


class Number(Message):
    """A number as it is printed in the language that is asked for."""

    __slots__ = ("value",)

    def __init__(self, value: float) -> None:
        super().__init__("")
        self.value = value

    def text(self, translate: Translate = N_) -> str:
        """Return the number with its thousands apart."""
        return number(self.value, language_of(translate))


class Several(Message):
    """A sentence about a number of things, in the form that the language has for so many: `{count}`."""

    __slots__ = ("_many",)

    def __init__(self, one: str, many: str, count: int, **details: object) -> None:
        super().__init__(one, count=Number(count), **details)
        self._many = many

    def _said(self, translate: Translate) -> str:
        count = self.details["count"]
        assert isinstance(count, Number)
        return translations(language_of(translate))[1](self.template, self._many, int(count.value))


def speaking(language: Callable[[Any], str]) -> Callable[[type[T]], type[T]]:
    """Return what lets the errors of the public methods of a class speak the language of the object."""

    def decorated(kind: type[T]) -> type[T]:
        for name in [name for name in dir(kind) if not name.startswith("_")]:
            method = getattr(kind, name)
            if isinstance(method, FunctionType):
                setattr(kind, name, _spoken(method, language))
        return kind

    return decorated


def _spoken(method: FunctionType, language: Callable[[Any], str]) -> Callable[..., Any]:
    @wraps(method)
    def called(one: Any, *given: Any, **named: Any) -> Any:
        with told(language(one)):
            return method(one, *given, **named)

    return called


class told:  # noqa: N801 - used as a function is
    """Let the errors that are raised within speak a language."""

    __slots__ = ("_language",)

    def __init__(self, language: str) -> None:
        self._language = language

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, PartnerkgError):
            error.spoken = error.text(translations(self._language)[0])


class Spoken(Message):
    """A text that is known in all languages, such as the names of things."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__("")
        self._texts = texts

    def text(self, translate: Translate = N_) -> str:
        """Return the text in the language that a function translates to."""
        return self._texts[language_of(translate)]
