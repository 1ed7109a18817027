"""Words of a page that say whether one of its lists is complete, open, or continued elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from partnerkg.extract.words import pattern

SAYING = {"continued-elsewhere": "list.elsewhere", "complete": "list.complete", "open": "list.open"}


class Extent(NamedTuple):
    """What words say of a list, a concept of `list-completeness`; where they stand."""

    completeness: str
    start: int
    end: int


def extent(text: str, start: int, end: int) -> Extent | None:
    """Return what the first words in a part of a text say that say something of its list, None if none do."""
    found = (
        (completeness, match)
        for completeness, name in SAYING.items()
        for match in pattern(name).finditer(text, start, end)
    )
    return next((Extent(said, *match.span()) for said, match in found), None)
