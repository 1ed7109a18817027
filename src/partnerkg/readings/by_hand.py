"""An entry that no rule proposes: a person shows the words that name somebody."""

from __future__ import annotations

from partnerkg.model.claim import OPEN
from partnerkg.model.document import CONTEXT
from partnerkg.readings.pending import DOUBT, RULE, SECTION, VERDICT

HAND = "hand"  # its rule and its doubt
Data = dict[str, object]


def by_hand(page: str, start: int, end: int, section: str, slug: str) -> Data:
    """Return what a reading proposes of the words `[start, end)` of its page: a partner, of no kind yet."""
    words = page[start:end]
    around = [page[max(0, start - CONTEXT) : start], page[end : end + CONTEXT]]
    subject: Data = {"organization": slug, SECTION: section, DOUBT: HAND, VERDICT: OPEN, RULE: HAND}
    quoted: Data = {"quote": words, "at": [start, end], "between": around}
    return subject | quoted | {"name": " ".join(words.split()), "class": "Organization", "partner": True}


def under(start: int, headings: dict[str, tuple[int, int]], sections: list[str]) -> str:
    """Return the section in which a place of the page lies: by the heading above it, else the first."""
    above = [(at, name) for name, (at, _) in headings.items() if at <= start]
    return max(above)[1] if above else next(iter(sections), "")
