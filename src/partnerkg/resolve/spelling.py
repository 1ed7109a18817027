"""Names as they are compared: what two spellings share, and the letters that a name begins its words with."""

from __future__ import annotations

import re
from functools import lru_cache

from partnerkg.model.name import fold

LATELY = 1 << 14  # names that are looked at again and again while one is compared
_ARTICLES = ("le ", "la ", "les ", "l ", "the ")
_SMALL = frozenset(
    (
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "en",
        "sur",
        "pour",
        "aux",
        "au",
        "a",
        "of",
        "the",
        "and",
    )
)
_OTHERWISE = {  # written shorter or longer
    "st": "saint",
    "ste": "sainte",
    "bibliotheque": "mediatheque",
    "bibli": "mediatheque",
    "asso": "association",
    "cie": "compagnie",
    "cc": "communaute communes",
    "ccas": "ccas",
    "mjc": "maison jeunes culture",
    "mpt": "maison tous",
    "bm": "mediatheque",
    "cine": "cinema",
    "univ": "universite",
    "dept": "departement",
    "departemental": "departement",
    "regional": "region",
    "general": "departement",
}
_HEADS = frozenset(
    ("librairie", "mediatheque", "college", "lycee", "ecole", "cinema", "theatre", "festival", "compagnie")
)
_KINDS = _HEADS | frozenset(
    (
        "centre",
        "maison",
        "espace",
        "salle",
        "musee",
        "universite",
        "mairie",
        "ville",
        "office",
        "club",
        "amis",
    )
)
_BRACKETS = re.compile(r"([^()]{3,200})\(([^()\s]{2,12})\)")
_EMPTY = frozenset(("association", "conseil", "municipale", "municipal", "sarl", "sas", "ltd", "inc"))
_COMMON = tuple(dict.fromkeys((*_OTHERWISE, *sorted(_KINDS), *sorted(_EMPTY))))
_SLIPS = 6  # letters of a word that is known by all of them but one


@lru_cache(maxsize=LATELY)
def core(name: str) -> str:
    """Return what two spellings of a name share: folded, without the article it begins with."""
    folded = fold(name)
    article = next((article for article in _ARTICLES if folded.startswith(article)), "")
    return folded.removeprefix(article) or folded


@lru_cache(maxsize=LATELY)
def loose(name: str) -> str:
    """Return the words of a name that tell it from others, in the form they are all taken for.

    A letter at the end tells too: "École A" is not "École B".
    """
    words = [_OTHERWISE.get(word, word) for word in map(_spelt, core(name).split())]
    telling = [word for word in words[:-1] if word not in _SMALL and word not in _EMPTY]
    telling += [word for word in words[-1:] if len(word) == 1 or word not in _SMALL | _EMPTY]
    return " ".join(telling or words)


@lru_cache(maxsize=1 << 16)
def _spelt(word: str) -> str:
    """Return a word, as one of those that say a kind where it is one of them with a slip: "assocation"."""
    if len(word) < _SLIPS or word in _COMMON:
        return word
    from rapidfuzz.distance import OSA

    near = (one for one in _COMMON if len(one) >= _SLIPS and OSA.distance(word, one, score_cutoff=1) < 2)
    return next(near, word)


@lru_cache(maxsize=LATELY)
def letters(name: str) -> str:
    """Return the first letters of the words of a name, small words left out; empty if it has few words."""
    words = [word for word in fold(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def headless(name: str) -> tuple[str, str]:
    """Return the word that says the kind of a name, if it begins with one, and the other telling words."""
    first, _, rest = loose(name).partition(" ")
    return (first, rest) if first in _HEADS and len(rest) > 3 else ("", loose(name))


def townless(name: str, code: str) -> str:
    """Return a name without its town, which its code tells anyway; empty if the name does not end with it.

    "Théâtre du Nord de Lille" is the Théâtre du Nord in Lille.
    """
    town = _town(code)
    folded = core(name)
    if not town or not folded.endswith(f" {town}"):
        return ""
    words = folded.removesuffix(town).split()
    while words and words[-1] in _SMALL:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1 << 13)
def _town(code: str) -> str:
    from partnerkg.places.france import COMMUNE, france

    spot = france().at(COMMUNE, code) if code else None
    return fold(spot.name) if spot else ""


def is_generic(name: str) -> bool:
    """Return whether a name says little more than a kind, so that a town may have several: "Médiathèque"."""
    words = loose(name).split()
    return len(words) < 2 or (len(words) < 3 and words[0] in _KINDS)


def forms(name: str) -> list[str]:
    """Return a name, and the letters that stand in brackets behind it: "Agence du livre (AR2L)"."""
    found = _BRACKETS.fullmatch(name.strip())
    return [found[1].strip(), found[2]] if found and is_acronym(found[2]) else [name]


def is_acronym(name: str) -> bool:
    """Return whether a name is written as letters: "AFERTES", "C.I.C.P."."""
    bare = name.replace(".", "").strip()
    return bare.isupper() and bare.isalnum() and bare[:1].isalpha() and 2 < len(bare) < 9
