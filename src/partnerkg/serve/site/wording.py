"""Sentences, numbers and days in the language of a page."""

from __future__ import annotations

from markupsafe import Markup, escape

from partnerkg.errors import Message
from partnerkg.serve.site import typography
from partnerkg.translation import number, translations

LANGUAGES = {"fr": "Français", "en": "English"}


class Wording:
    """What is said in a language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.translate, self.plural = translations(language)
        self._known: dict[str, str] = {}

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language of the page."""
        if details:
            return Message(template, **details).text(self.translate)
        if template not in self._known:  # what heads a column is said in each row
            self._known[template] = Message(template).text(self.translate)
        return self._known[template]

    def rich(self, template: str, **details: object) -> Markup:
        """Return a sentence in which details may be links; what is no HTML is escaped."""
        return escape(self.translate(template)).format(**details)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return a sentence about so many things, `{count}` in it being the number."""
        return self.plural(one, many, number).replace("{count}", self.number(number))

    def number(self, value: int) -> str:
        """Return a whole number as it is printed."""
        return number(value, self.language)

    def day(self, written: str) -> str:
        """Return a day as it is printed."""
        return typography.day(written, self.translate)
