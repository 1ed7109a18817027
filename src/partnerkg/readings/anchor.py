"""Words found again in a text: where exactly they stand, by what surrounds them, and what comes near."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 32  # characters on each side by which words are told from the same words elsewhere
ENOUGH = 0.6  # how alike the surroundings must be
SHORTEST = 4  # letters of words that are found again without asking
NEAR = 0.75  # how alike other words must be to be proposed
_MOST = 500  # places that are compared


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to be found: with what surrounded them, and where they stood, as far as that is known."""

    quote: str
    before: str = ""
    after: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text; `sure` if nobody need be asked."""

    start: int
    end: int
    sure: bool


def find(text: str, wanted: Wanted, since: int = 0) -> Found | None:
    """Return where the words stand, None if nowhere.

    Of several places the one with the same surroundings is meant; without any, the only one, or the first
    after `since`, of which nobody is sure.
    """
    places = _places(text, wanted.quote)
    if not places:
        return None
    length = len(wanted.quote)
    if not wanted.before and not wanted.after:
        after = next((place for place in places if place >= since), places[0])
        return Found(after, after + length, len(places) == 1)
    likeness = {place: _alike(text, place, wanted) for place in places}
    best = max(places, key=lambda place: (likeness[place], -abs(place - (wanted.at or 0))))
    rivals = sum(likeness[place] == likeness[best] for place in places)
    long = sum(letter.isalnum() for letter in wanted.quote) >= SHORTEST
    return Found(best, best + length, likeness[best] >= ENOUGH and rivals == 1 and (long or len(places) == 1))


def _places(text: str, quote: str) -> list[int]:
    """Return where whole words begin that are the quote, the first of very many."""
    places: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0 and len(places) < _MOST:
        if not _cuts(text, at) and not _cuts(text, at + len(quote)):
            places.append(at)
        at = text.find(quote, at + 1)
    return places


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _alike(text: str, place: int, wanted: Wanted) -> float:
    end = place + len(wanted.quote)
    before = text[max(0, place - len(wanted.before)) : place]
    after = text[end : end + len(wanted.after)]
    return (_ratio(wanted.before, before) + _ratio(wanted.after, after)) / 2


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0


def near(text: str, quote: str) -> tuple[int, int] | None:
    """Return where words stand that come nearest to the quote, None if none is near."""
    words = sorted(re.findall(r"\w{3,}", quote), key=len, reverse=True)[:4]
    best, place = NEAR, None
    for word in words:
        offset = quote.index(word)
        for match in list(re.finditer(re.escape(word), text, re.I))[:_MOST]:
            start, end = _span(text, match.start() - offset, len(quote))
            ratio = _ratio(quote.casefold(), text[start:end].casefold())
            if ratio > best:
                best, place = ratio, (start, end)
    return place


def _span(text: str, start: int, length: int) -> tuple[int, int]:
    """Return a span of about this length in whole words."""
    start, end = max(0, start), min(len(text), start + length)
    while start > 0 and _cuts(text, start):
        start -= 1
    while end < len(text) and _cuts(text, end):
        end += 1
    return start, end
