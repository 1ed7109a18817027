"""How alike two names are, whatever the spelling: word by word, so that what tells them apart counts.

"Collège Diderot" and "Lycée Diderot" share most of their letters and are two schools; "Lycée Diderto" is one
of them, misspelt. So each word looks for its like among those of the other name.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

LIKE = 0.74  # of two spellings of a word: "roubais" and "roubaix" have 0.86, "moulin" and "martin" 0.5
_PARTICLES = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "the", "and", "s")
)


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it, folded; all of them if it has no others."""
    found = fold(name).split()
    return tuple(word for word in found if word not in _PARTICLES) or tuple(found)


def likeness(one: Sequence[str], other: Sequence[str], spare: Collection[str] = ()) -> float:
    """Return how alike the words of two names are, from 0 to 1; `spare` are those that may be missing.

    Words are spare that say of a thing what is known anyway: its kind, its town.
    """
    pairs = _pairs(one, other)
    alone = [*_left(one, {first for first, _ in pairs}), *_left(other, {second for _, second in pairs})]
    missing = sum(len(word) for word in alone if word not in spare)
    shared = sum(len(first) + len(second) for first, second in pairs)
    lost = sum((1 - _like(first, second)) * (len(first) + len(second)) for first, second in pairs)
    return (shared - lost) / (shared + missing) if shared else 0.0


def is_same(one: Sequence[str], other: Sequence[str], spare: Collection[str] = ()) -> bool:
    """Return whether two names are one in two spellings: no word is left alone but those that are spare."""
    pairs = _pairs(one, other)
    alone = [*_left(one, {first for first, _ in pairs}), *_left(other, {second for _, second in pairs})]
    return bool(pairs) and all(word in spare for word in alone)


def _pairs(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Return which words are spellings of each other, the likest first, each once."""
    ranked = sorted(
        ((_like(first, second), first, second) for first in one for second in other), reverse=True
    )
    pairs: list[tuple[str, str]] = []
    taken: tuple[set[str], set[str]] = set(), set()
    for like, first, second in ranked:
        if like >= LIKE and first not in taken[0] and second not in taken[1]:
            pairs.append((first, second))
            taken[0].add(first)
            taken[1].add(second)
    return pairs


def _left(names: Sequence[str], taken: Collection[str]) -> list[str]:
    return [word for word in names if word not in taken]


@lru_cache(maxsize=1 << 16)
def _like(one: str, other: str) -> float:
    """Return how alike two words are; numbers, and words of four letters or fewer, are the same or not."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= 4 or not (one.isalpha() and other.isalpha()):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
