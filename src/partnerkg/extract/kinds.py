"""What kind of thing a name is, as far as its words say: by its first words, else by what is known of it."""

from __future__ import annotations

import os
from functools import cache

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
OTHER, GROUP, PERSON, COMPANY, BODY = "other", "group-unnamed", "person", "company", "public-body"
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
    *("the ", "a ", "au ", "aux ", "il ", "lo ", "gli ", "el ", "los ", "las ", "der ", "die ", "das "),
)


TAIL, SUFFIX, ROLE = "tail", "suffix", "role"  # where words stand that are no first ones of a name


@cache
def heads() -> dict[str, str]:
    """Return the kind that each head word stands for, by its folded words."""
    return _words(lambda language: language not in (TAIL, SUFFIX, ROLE))


@cache
def _tails() -> dict[str, str]:
    """Return the kind that each last word of a name stands for: the head words of English come last, too."""
    return _words(lambda language: language == "en") | _words(lambda language: language == TAIL)


@cache
def _suffixes() -> dict[str, str]:
    return _words(lambda language: language == SUFFIX)


@cache
def roles() -> frozenset[str]:
    """Return the folded words that say what a person is."""
    return frozenset(_words(lambda language: language == ROLE))


def _words(taken: Callable[[str], bool]) -> dict[str, str]:
    rows = [(kind, words) for kind, language, words in _rows("kinds.tsv") if taken(language)]
    return {word: kind for kind, words in rows for word in words.split("|")}


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
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) > len(article):
            return folded.removeprefix(article)
    return folded


def head(name: str) -> str:
    """Return the folded head words that a name begins with, empty if it begins with none."""
    words = bare(fold(name)).split()
    for size in range(min(4, len(words)), 0, -1):
        key = " ".join(words[:size])
        if key in heads():
            return key
    return ""


def kind(name: str) -> str:
    """Return the kind that the words of a name say, empty if they say none."""
    folded = fold(name)
    if known := bodies().get(folded) or bodies().get(bare(folded)):
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
    ends = (kind for word in words for end, kind in _suffixes().items() if word.endswith(end) and word != end)
    return next(ends, "")
