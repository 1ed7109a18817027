"""What kind of thing a name is, as far as its words say: by its first words, else by what is known of it."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

KINDS = (
    *(
        "library",
        "bookshop",
        "school",
        "media",
        "public-body",
        "association",
        "network",
        "programme-or-event",
    ),
    *("foundation", "company", "union", "social-centre", "cinema-or-theatre", "museum", "publisher"),
    *("group-unnamed", "person", "other"),
)
OTHER, GROUP, PERSON, COMPANY, BODY, MEDIA = (
    KINDS[-1],
    KINDS[-3],
    KINDS[-2],
    "company",
    "public-body",
    "media",
)
FOUNDATION, ASSOCIATION = "foundation", "association"
_ARTICLES = (
    *(
        "a la ",
        "a l ",
        "de la ",
        "de l ",
        "le ",
        "la ",
        "les ",
        "l ",
        "un ",
        "une ",
        "des ",
        "du ",
        "de ",
        "d ",
    ),
    *("da ", "do ", "das ", "dos ", "dels "),
    *("del ", "della ", "dello ", "dei ", "degli ", "delle ", "dell ", "dem ", "den ", "het "),
    *("the ", "a ", "au ", "aux ", "il ", "lo ", "gli ", "el ", "los ", "las ", "der ", "die ", "das "),
)


TAIL, END, SUFFIX, PREFIX = "tail", "end", "suffix", "prefix"  # where words stand by which no name is found
WORD, WEAK, FORM, TRADE = "word", "weak", "form", "trade"
OPENING, ROLE, GIVEN = "opening", "role", "given"
_LONGEST = 150  # letters that hold the words that a name begins with
_ELSEWHERE = frozenset((TAIL, END, SUFFIX, PREFIX, WORD, WEAK, FORM, TRADE, OPENING, ROLE, GIVEN))


@cache
def heads() -> dict[str, str]:
    """Return the kind that each head word stands for, by its folded words."""
    return {
        word: kind for where, words in _table().items() if where not in _ELSEWHERE for word, kind in words
    }


@cache
def standing(where: str) -> dict[str, str]:
    """Return the kind that each of the words stands for that say it in this place of a name, or language."""
    return dict(_table().get(where, ()))


@cache
def _tails() -> dict[str, str]:
    """Return the kind that each last word of a name stands for: the head words of English come last, too."""
    return standing("en") | standing(TAIL)


def roles() -> Container[str]:
    """Return the folded words that say what a person is."""
    return standing(ROLE)


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, where, words in _rows("kinds.tsv"):
        found.setdefault(where, []).extend((word, kind) for word in words.split("|"))
    return found


@cache
def bodies() -> dict[str, str]:
    """Return the kind of each well-known body, by its folded names."""
    return {fold(name): kind for names, kind, _ in _rows("bodies.tsv") for name in names.split("|")}


def _rows(name: str) -> Iterator[list[str]]:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def bare(folded: str) -> str:
    """Return folded words without the article or preposition they begin with."""
    article = _article().match(folded)
    return folded[article.end() :] if article else folded


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_ARTICLES)})(?=.)")


def head(name: str) -> str:
    """Return the folded head words that a name begins with, empty if it begins with none."""
    return _head(fold(name[:_LONGEST]))


@lru_cache(maxsize=1 << 14)  # a line is asked for its parts again and again
def _head(folded: str) -> str:
    words = bare(folded).split(None, 4)
    for size in range(min(4, len(words)), 0, -1):
        key = " ".join(words[:size])
        if key in heads():
            return key
    return ""


def body(name: str) -> str:
    """Return the kind of a well-known body, empty if a name is that of none."""
    folded = fold(name)
    return bodies().get(folded) or bodies().get(bare(folded), "")


def kind(name: str) -> str:
    """Return the kind of a well-known body, or that the first words of a name say; empty if they say none."""
    if known := body(name):
        return known
    first = head(name)
    return heads()[first] if first else ""


def tail(folded: str) -> str:
    """Return the kind that the last words of a name say, or the end of a word ("Stadtbibliothek")."""
    words = folded.split()
    for size in (2, 1):
        key = " ".join(words[-size:])
        if len(words) > size and key in _tails():
            return _tails()[key]
    return ending(words)


def ending(words: Sequence[str]) -> str:
    """Return the kind that the end of the first word says whose end says one ("Stadtbibliothek")."""
    suffixes = standing(SUFFIX)
    for word in words:
        for size in _sizes():
            if size < len(word) and (kind := suffixes.get(word[-size:])):
                return kind
    return ""


@cache
def _sizes() -> list[int]:
    """Return how long the ends of words are that say a kind, the longest first."""
    return sorted({len(end) for end in standing(SUFFIX)}, reverse=True)
