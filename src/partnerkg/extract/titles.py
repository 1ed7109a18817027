"""Headings of small cards, which are the names of what the cards are about."""

from __future__ import annotations

from collections import Counter

from partnerkg.extract import towns, words
from partnerkg.extract.sections import is_category, relation
from partnerkg.extract.view import ALT, HEADING, ITEM, NAME, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.view import Line

_CARD = 8  # lines of a card that has a title


def take(lines: Sequence[Line]) -> None:
    """Take the heading of a small card for its name, and no heading of what follows."""
    cards: dict[int, list[Line]] = {}
    for line in lines:
        if line.card:
            cards.setdefault(line.card, []).append(line)
    titles = [
        line for line in lines if line.kind == HEADING and line.card and _is_title(line, cards[line.card])
    ]
    places = Counter(line.level for line in titles if towns.is_place(line.text))
    levels = Counter(line.level for line in titles)
    for line in titles:
        if places[line.level] * 2 < levels[line.level]:
            for other in cards[line.card]:
                if other.kind == HEADING:
                    other.kind, other.level = (NAME, other.level) if other is line else (TEXT, 0)


def _is_title(line: Line, others: list[Line]) -> bool:
    """Return whether the heading of a card may be the name of what the card is about."""
    headings = [other for other in others if other.kind == HEADING]
    below = headings[1:]
    first = line is headings[0] and all(other.level > line.level > 2 for other in below)
    many = sum(other.kind in (ALT, ITEM) for other in others) > 2
    told = relation(line.text) or words.tells("heading.becoming", line.text) or line.text.endswith("?")
    return first and 1 < len(others) < _CARD and not (many or told or is_category(line.text))
