"""The words of one piece of evidence: what they name, hold, call and count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from partnerkg.model.claim import Evidence
from partnerkg.model.words import phrase, stem, stems, words

_NUMBER = re.compile(r"\d{1,3}(?:[\s.,\u2019']\d{3})+(?!\d)|\d+")
_SMALL = 2  # letters of a word that joins others: de, d’, of, et


class Quoted:
    """The passages and headings of one piece of evidence, each for itself and all together."""

    def __init__(self, evidence: Evidence) -> None:
        self.quotes = [passage.exact for passage in (*evidence.passages, *evidence.headings)]
        each = [words(quote) for quote in self.quotes]
        self.headings = [heading.exact for heading in evidence.headings]
        self._texts = [phrase(said) for said in each]
        self._stems = [stems(quote) for quote in self.quotes]
        self._all = {stem(word) for said in each for word in said}

    def name(self, text: str, longer: Iterable[str] = ()) -> bool:
        """Return whether one quote has exactly these words, not only inside one of the `longer` names."""
        wanted = phrase(words(text))
        return bool(wanted) and any(wanted in _without(said, longer) for said in self._texts)

    def call(self, label: str, *, below: bool = False) -> bool:
        """Return whether one quote, `below` the headings, has these words, in singular or plural."""
        wanted, end = stems(label), len(self._stems) - (len(self.headings) if below else 0)
        return bool(wanted) and any(wanted in said for said in self._stems[:end])

    def hold(self, text: str) -> bool:
        """Return whether all quotes together have each of these words, in singular or plural."""
        wanted = words(text)
        heavy = [word for word in wanted if len(word) > _SMALL] or wanted
        return bool(heavy) and all(stem(word) in self._all for word in heavy)

    def count(self, number: int) -> bool:
        """Return whether one quote has this number in digits, whatever stands between its thousands."""
        found = (match for quote in self.quotes for match in _NUMBER.findall(quote))
        return any(int(re.sub(r"\D", "", match)) == number for match in found)

    def register(self, number: str) -> bool:
        """Return whether one quote has this number of a register, however it is parted."""
        wanted = "".join(words(number))
        return any(wanted in said.replace(" ", "") for said in self._texts)


def _without(said: str, longer: Iterable[str]) -> str:
    for name in longer:
        said = said.replace(phrase(words(name)), " ")
    return said
