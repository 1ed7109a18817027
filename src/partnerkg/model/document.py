"""Pages, their captures, and the passages read in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

CONTEXT = 20  # code points kept on each side of a passage
LONGEST_QUOTE = 200  # code points of a page that may be repeated


@dataclass(frozen=True, slots=True)
class Passage:
    """The words `[start, end)` of a captured text, in code points, with a little of what surrounds them."""

    start: int
    end: int
    exact: str
    before: str = ""
    after: str = ""

    def part(self, words: str) -> Passage | None:
        """Return the passage of the first occurrence of `words` inside this one, or None."""
        at = self.exact.find(words)
        if at < 0:
            return None
        start = self.start + at
        before = (self.before + self.exact[:at])[-CONTEXT:]
        after = (self.exact[at + len(words) :] + self.after)[:CONTEXT]
        return Passage(start, start + len(words), words, before, after)


@dataclass(frozen=True, slots=True)
class Source:
    """A page: who publishes it, in which language, and at which address (empty if nobody knows).

    `translated` are titles for readers of other languages, by language.
    """

    slug: str
    title: str
    address: str
    language: str
    publisher: str | None = None
    translated: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Capture:
    """The text of a page as it was read on a day: its SHA-256 (UTF-8) and its length in code points."""

    sha256: str
    characters: int
    read: str

    @property
    def name(self) -> str:
        """The first eight digits of the hash: enough to tell the captures of one page apart."""
        return self.sha256[:8]
