"""Towns by the beginning of their names, as people call them: Chamonix, Saint-Dié, Banyuls."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from partnerkg.extract import kinds
from partnerkg.model.name import fold
from partnerkg.places.france import COMMUNE, MUCH, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.places.france import Spot

_SHORTEST, _MOST = 5, 40  # letters of such a beginning, and towns that may begin with it
_KNOWN = 2_000  # inhabitants of a town that goes by it
_ARTICLES = frozenset(("le", "la", "les", "l", "saint", "sainte"))


def _begins(spot: Spot, words: str) -> bool:
    """Return whether the name of a town begins with these words, in their accents: Sablé is not "Sable"."""
    return words.isupper() or spot.name.replace("-", " ").lower().startswith(words.replace("-", " ").lower())


@cache
def _names() -> list[str]:
    return sorted(name for name in france().names() if " " in name)


def town(words: str) -> Spot | None:
    """Return the commune whose name begins with these words: the only one, or far the largest."""
    folded = fold(words)
    first = folded.partition(" ")[0]
    if len(folded) < _SHORTEST or folded in _ARTICLES or not words[:1].isupper():
        return None
    if first in kinds.standing(kinds.OPENING) or kinds.head(words) or first in ("le", "la", "les", "l"):
        return None
    names, start = _names(), f"{folded} "
    place = bisect_left(names, start)
    found: dict[str, Spot] = {}
    for name in names[place : place + _MOST]:
        if not name.startswith(start):
            break
        found.update((spot.code, spot) for spot in france().find(name, (COMMUNE,)) if _begins(spot, words))
    spots = sorted(found.values(), key=lambda spot: -spot.inhabitants)
    if not spots or spots[0].inhabitants < _KNOWN or len(spots) >= _MOST:
        return None
    return spots[0] if len(spots) == 1 or spots[0].inhabitants > MUCH * spots[1].inhabitants else None
