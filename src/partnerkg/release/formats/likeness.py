"""In what two names differ that look alike: what a reader does not see is said."""

from __future__ import annotations

import unicodedata
from functools import reduce

from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DASHES = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’‘ʼ′`´", "'"), **dict.fromkeys("“”«»„", '"')}
)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _seen(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cc"))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _marked(text: str) -> str:
    return text.translate(_DASHES)


_LEVELLED: tuple[tuple[str, Callable[[str], str]], ...] = (
    (N_("white space"), _spaced),
    (N_("the Unicode form"), _composed),
    (N_("ligatures and the like"), _compatible),
    (N_("invisible characters"), _seen),
    (N_("apostrophes, quotes and dashes"), _marked),
    (N_("capital letters"), str.casefold),
)


def apart(one: str, other: str) -> list[str]:
    """Return what two names differ in, if that is nothing but how they are written; else nothing."""
    ways = [way for _, way in _LEVELLED]
    if one == other or _through(ways, one) != _through(ways, other):
        return []
    needed = list(_LEVELLED)
    for level in reversed(_LEVELLED):  # what the others do already is not named
        rest = [way for name, way in needed if name != level[0]]
        if _through(rest, one) == _through(rest, other):
            needed.remove(level)
    return [name for name, _ in needed]


def _through(ways: Iterable[Callable[[str], str]], text: str) -> str:
    return reduce(lambda so_far, way: way(so_far), ways, text)
