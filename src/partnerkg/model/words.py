"""Words compared: without capitals, accents and signs, in any script; and without endings."""

from __future__ import annotations

import re
from functools import lru_cache

from partnerkg.model.name import plain

_ENDINGS = (("ies", "y"), ("ie", "y"), ("aux", "al"), ("s", ""), ("x", ""))
_SHORTEST = 3  # letters that stay when an ending goes


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and signs: `D’Arras` is `d`, `arras`."""
    return re.findall(r"[^\W_]+", plain(text))


def stem(word: str) -> str:
    """Return a folded word without the ending of its French or English plural."""
    for ending, singular in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending) + singular
    return word


def phrase(words: list[str]) -> str:
    """Return the words as one text in which whole words can be looked for: ` cap nord `."""
    return f" {' '.join(words)} " if words else ""


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> str:
    """Return the words of a text without endings, as one text in which whole words can be looked for."""
    return phrase([stem(word) for word in words(text)])


def part(text: str, whole: str) -> bool:
    """Return whether the words of a text are some but not all of those of another."""
    return set(words(text)) < set(words(whole))
