"""What of a page is hidden; and of its foot, which is, the part that begins with words of partners."""

from __future__ import annotations

import re

from partnerkg.extract import tags, words
from partnerkg.extract.sections import is_lead, relation

_LONGEST = 160  # characters of words that lead to partners in a foot
_PART = 8_000  # characters of a foot that are looked at
_FEWEST = 2  # links to other sites that are a list
_FOOT = re.compile(r"(?:^|[\s_-])(?:footer|pied)(?:$|[\s_-])")
_ENDS = re.compile(r"</footer|<h[1-6]\b")
_SHOWS = re.compile(r"<img\b[^<>]{0,400}?\balt\s?=\s?[\"'][^\"']")
_OUT = re.compile(r"<a\b[^<>]{0,300}?\bhref\s?=\s?[\"']https?:")


class Hidden:
    """Counts of open boxes: up to that which hides what is in it, to the foot, and to the part shown of it.

    Of a part that is all of the foot only pictures are shown.
    """

    def __init__(self) -> None:
        self._box = self._foot = self._part = 0

    def __bool__(self) -> bool:
        """Return whether what is read now is hidden."""
        return self._box > 0

    @property
    def in_foot(self) -> bool:
        """Return whether nothing hides what is read now but the foot around it."""
        return 0 < self._box == self._foot

    @property
    def silent(self) -> bool:
        """Return whether words are hidden, at least."""
        return self._box > 0 or 0 < self._part == self._foot

    def begin(self, depth: int, name: str, about: str) -> None:
        """Hide what is in a box."""
        if not self._box:
            self._box = depth
            if not self._foot and (name == "footer" or _FOOT.search(about)):
                self._foot = depth

    def show(self, depth: int) -> None:
        """Show the part of a foot that is a box."""
        self._box, self._part = 0, max(depth, self._foot)

    def end(self, depth: int) -> None:
        """Take note that boxes have been closed."""
        if self._box > depth:
            self._box = 0
        if self._foot > depth:
            self._foot = self._part = 0
        if self._part > depth:
            self._box, self._part = self._foot, 0


def leads(text: str, page: str, place: int) -> bool:
    """Return whether words in a foot lead to partners; what follows stands in `page`, in small letters."""
    if not 0 < len(text) < _LONGEST or words.tells("heading.becoming", text) or not relation(text):
        return False
    if (cue := words.pattern("cue.support").match(text)) and any(map(str.isupper, text[cue.end() :])):
        return True
    if not (words.tells("heading.told", text) or words.tells("heading.partners", text) or is_lead(text)):
        return False
    ends = _ENDS.search(page, place, place + _PART)
    part = page[place : ends.start() if ends else place + _PART]
    return bool(_SHOWS.search(part)) or len(_OUT.findall(part)) > _FEWEST


def holds(name: str, about: str) -> bool:
    """Return whether a box says by its classes and id that it holds partners."""
    return name in tags.BLOCKS and tags.tells_partners(about)
