"""For whom an answer is written."""

from __future__ import annotations

from partnerkg.errors import Message
from partnerkg.translation import translations
from partnerkg.visible import in_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Audience:
    """Who reads an answer: in which language, and on which screen.

    `width` is that of the terminal that shows it, None if a file or a program takes it; `links` and `colours`
    say whether the terminal shows these.
    """

    __slots__ = ("colours", "language", "links", "translate", "width")

    def __init__(
        self, language: str = "en", width: int | None = None, *, links: bool = False, colours: bool = False
    ) -> None:
        self.language = language
        self.translate = translations(language)[0]
        self.width = width
        self.links = links
        self.colours = colours

    def folded(self, lines: Iterable[str]) -> Iterator[str]:
        """Return lines as the terminal shows them whole, if there is one."""
        return (in_width(line, self.width) for line in lines)

    def say(self, template: str, **details: object) -> str:
        """Return a sentence in the language."""
        return Message(template, **details).text(self.translate)
