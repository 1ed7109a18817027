"""Words as they are looked for: without accents, case and endings, in French and in English."""

from __future__ import annotations

from functools import cache

from partnerkg.model.name import collated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from Stemmer import Stemmer

LANGUAGES = ("french", "english")
# What stands between words and is looked for only where nothing else is.
_ENGLISH = "a an and are at by for from in is of on or s the to what which who with"
_FRENCH = """au aux avec ce ces d dans de des du elle elles en est et il ils je l la le les nos notre nous
on ont ou par pour qu que quel quelle quelles quels qui sont sur un une vous y"""
BETWEEN = frozenset(f"{_ENGLISH} {_FRENCH}".split())


@cache
def _stemmers() -> list[Stemmer]:
    from Stemmer import Stemmer

    return [Stemmer(language) for language in LANGUAGES]


def stems(word: str) -> tuple[str, ...]:
    """Return what is left of a word without its ending, in each language."""
    return tuple(stemmer.stemWord(word) for stemmer in _stemmers())


def asked(text: str) -> list[str]:
    """Return the words that are looked for, each once; small words count where there are no others."""
    found = list(dict.fromkeys(collated(text).split()))
    return [word for word in found if word not in BETWEEN] or found


def told(texts: Iterable[str]) -> str:
    """Return texts as they are found: each word, and what is left of it without its endings."""
    words = [word for text in texts for word in collated(text).split()]
    return " ".join(form for word in words for form in dict.fromkeys((word, *stems(word))))


def alike(one: str, other: str) -> bool:
    """Return whether two words are one but for their endings, in one of the languages."""
    return any(mine == theirs for mine, theirs in zip(stems(one), stems(other), strict=True))


def same(name: str, words: Sequence[str]) -> bool:
    """Return whether a name is these words but for accents, case, signs and endings."""
    known = asked(name)
    return len(known) == len(words) and all(map(alike, known, words))


def has(text: str, word: str) -> bool:
    """Return whether a word of a text begins with a word, or is it but for its ending."""
    return any(
        one.startswith(word) or not set(stems(one)).isdisjoint(stems(word)) for one in collated(text).split()
    )


def begins(word: str) -> str:
    """Return the expression of FTS5 for what begins with a word, or is it but for its ending."""
    return f'("{word}" * OR {stands(word)})'


def stands(word: str) -> str:
    """Return the expression of FTS5 for what is a word but for its ending."""
    forms = " OR ".join(f'"{one}"' for one in dict.fromkeys((word, *stems(word))))
    return f"({forms})"


def spelt(word: str) -> str:
    """Return the expression of FTS5 for a word as it is written."""
    return f'"{word}"'
