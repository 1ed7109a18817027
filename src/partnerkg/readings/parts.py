"""The sections of a reading in the making: a heading, and the words that several of its entries share."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from partnerkg.model.document import LONGEST_QUOTE, Passage
from partnerkg.model.mention import Mention
from partnerkg.model.name import slug
from partnerkg.readings.captured import Captured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.encode.vocabulary import Vocabulary

Data = dict[str, object]
_PAGE = "page"  # what stands under no heading
_LONGEST = 60  # letters of the name of a section


@dataclass(slots=True)
class Part:
    """A section: its name, its heading, the category that this is, and shared words by name."""

    name: str
    heading: Passage | None
    category: str
    words: dict[str, Passage] = field(default_factory=dict)

    def share(self, words: Passage) -> str | None:
        """Return the name of shared words, None if other words have it."""
        name = slug(words.exact)
        return name if self.words.setdefault(name, words) == words else None

    def data(self) -> Data:
        """Return the section as a reading has it, without entries."""
        data: Data = {"section": self.name}
        if self.heading:
            data["heading"] = place(self.heading)
        if self.category:
            data["category"] = self.category
        if self.words:
            data["words"] = {name: place(words) for name, words in self.words.items()}
        return data | {"entries": []}


class Parts:
    """The sections of a page, made as mentions ask for them."""

    def __init__(self, page: Captured, vocabulary: Vocabulary) -> None:
        self._page = page
        self._vocabulary = vocabulary
        self._found: dict[str, Part] = {}

    def data(self) -> list[Data]:
        """Return the sections as a reading has them."""
        return [part.data() for part in self._found.values()]

    def of(self, mention: Mention) -> Part:
        """Return the section of a mention."""
        heading = self._heading(mention)
        label = " ".join(mention.heading.split()) if heading else ""
        if label not in self._found:
            self._found[label] = Part(self._name(label), heading, self._category(label))
        return self._found[label]

    def _name(self, label: str) -> str:
        name = slug(label)[:_LONGEST].strip("-") or _PAGE
        taken = {part.name for part in self._found.values()}
        names = (name if number == 1 else f"{name}-{number}" for number in count(1))
        return next(name for name in names if name not in taken)

    def _heading(self, mention: Mention) -> Passage | None:
        """Return the heading above a mention, None if it does not stand in the text in whole words."""
        words, text = mention.heading.strip(), self._page.text
        at = text.rfind(words, 0, mention.start) if words else -1
        end = at + len(words)
        if at < 0 or len(words) > LONGEST_QUOTE or _cuts(text, at) or _cuts(text, end):
            return None
        return self._page.passage(at, end)

    def _category(self, label: str) -> str:
        """Return what the heading is called as a category: the slug of a known one, else its words."""
        known = self._vocabulary.called_so("category", label) if label else None
        return known or label[:1].upper() + label[1:]


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def place(passage: Passage) -> Data:
    """Return a passage as a reading writes it."""
    return {
        "quote": passage.exact,
        "at": [passage.start, passage.end],
        "between": [passage.before, passage.after],
    }
