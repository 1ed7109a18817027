"""Words that name nobody though they begin with a capital: what is done, counted, asked, said of all."""

from __future__ import annotations

import re
from functools import cache

from partnerkg.extract import kinds, words
from partnerkg.model.name import fold

_COUNTED = re.compile(
    r"[<>≤≥~+]?\s?[0-9](?:[0-9\s.,–/-]{0,20}[0-9])?(?:\s?[kKM%€])?\s?\+?"
    r"(?:(?<![0-9])[a-zà-ÿ]{3,}|\s[a-zà-ÿ]{3,}|(?<=[0-9+])[A-ZÉ][a-zà-ÿ]+ [a-zà-ÿ])"
)
_INDEFINITE = re.compile(r"(?:Une?|Des|A|An|Ein|Eine|Uno|Una)\s+[a-zà-ÿ]")
_LATIN = 2  # words of the printer's Latin that make a text one


def is_general(text: str) -> bool:
    """Return whether a text is nothing but words that say what is listed: "Partenaires officiels"."""
    return all(words.is_only("heading.generic", word) for word in fold(text).split())


def tells_action(text: str) -> bool:
    """Return whether a text says what may be done, counts, asks or fills a template, and names nobody."""
    if fold(text) in kinds.bodies():
        return False
    if _COUNTED.match(text) or _INDEFINITE.match(text) or is_latin(text):
        return True
    return bool(_actions().match(fold(text)))


@cache
def _actions() -> re.Pattern[str]:
    return re.compile(rf"(?:{words.alternatives('action')})(?!\w)")


def is_latin(text: str) -> bool:
    """Return whether a text is the Latin that fills templates ("Magna pulvinar tempus")."""
    found = fold(text).split()
    latin = sum(words.is_only("latin", word) for word in found)
    return latin >= _LATIN and latin * 2 > len(found)


def is_plain(text: str) -> bool:
    """Return whether a text of three words or more has no capital but its first letter, and no head word.

    "Photos livrées après la soirée": rather a phrase than a name, though some names are written so.
    """
    found = text.split()
    inner = [word for word in found[1:] if word[:1].isalpha()]
    small = all(not any(map(str.isupper, word)) for word in inner)
    return len(found) > 2 and bool(inner) and small and not kinds.kind(text) and not kinds.tail(fold(text))
