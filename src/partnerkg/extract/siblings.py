"""Headings of one level of which the first leads to the others: "Nos partenaires", then a name each."""

from __future__ import annotations

from itertools import takewhile

from partnerkg.extract import levels, words
from partnerkg.extract.sections import LONGEST_HEADING, is_category, relation
from partnerkg.extract.view import FILE, HEADING, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.view import Line

_FEWEST, _DEEPEST = 3, 6


def take(lines: Sequence[Line]) -> None:
    """Put the names that stand as headings beside the one that leads to them below it."""
    for place, line in enumerate(lines):
        if line.kind == HEADING and _leads(line):
            below = list(takewhile(lambda other, line=line: _goes_on(line, other), lines[place + 1 :]))  # type: ignore[misc]
            if _are_names(line, below):
                for other in below:
                    if other.kind == HEADING:
                        other.level = min(other.level + 1, _DEEPEST)
                return


def _leads(line: Line) -> bool:
    return bool(relation(line.text)) and not words.tells("heading.becoming", line.text)


def _goes_on(line: Line, other: Line) -> bool:
    """Return whether a line stands before the next heading that leads elsewhere."""
    if other.kind != HEADING or len(other.text) > LONGEST_HEADING:
        return True
    ends = relation(other.text) or words.is_only("heading.away", other.text) or is_category(other.text)
    return other.level >= line.level and not ends


def _are_names(line: Line, below: Sequence[Line]) -> bool:
    """Return whether the headings of the level of one are names, and nothing is listed before them."""
    siblings = [other for other in below if other.kind == HEADING and other.level == line.level]
    before = list(takewhile(lambda other: other.kind != HEADING or other.level != line.level, below))
    is_led = all(other.kind in (TEXT, FILE) or not levels.is_name(other) for other in before)
    return len(siblings) >= _FEWEST and is_led and sum(map(levels.is_name, siblings)) * 4 >= len(siblings) * 3
