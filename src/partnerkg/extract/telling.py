"""What kind of thing a name is, where it is known to be one: by any of its words, or by what describes it."""

from __future__ import annotations

import re
from functools import cache

from partnerkg.extract import kinds
from partnerkg.extract.words import alternatives, pattern
from partnerkg.model.name import fold
from partnerkg.places.france import CITY, COMMUNE, COUNTRY, REGION, STATE, TOWNS, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIZE = 5  # words of the longest ones that say a kind
_NEAR = 160  # characters of a description that may say the kind
_FIRST = 3  # words of a piece of it that may stand before the one that says it
_SAID = 400  # characters of a description in which it says "is a …"
_PLACE = 3  # words of the name of a place
_SEVERAL = 2  # words of a well-known body that are no common ones
_RULING = frozenset(  # last words that the first ones describe
    ("association", "society", "committee", "alumni", "alliance", "coalition", "federation", "network")
)
_LAST_ONLY = frozenset(("fair", "award", "day", "week", "prize"))  # words that say a kind at the end alone
_FOR = re.compile(
    r" (?:council|lawyers|doctors|parents|teachers|artists|women|citizens|students|scientists|people)"
    r" (?:for|on|against|without) "
)
_AT_THE_END = ("foundation", "library", "museum", "school", "programme-or-event", "bookshop", "public-body")
_PERSON = (2, 3)  # words of the name of a person
_ENDS = frozenset(
    ("de", "du", "des", "d", "en", "pour", "avec", "dans", "par", "qui", "of", "for", "with", "in")
)
_COMPLEMENT = frozenset(
    (
        *_ENDS,
        "a",
        "au",
        "aux",
        "sur",
        "sous",
        "et",
        "and",
        "at",
        "on",
        "to",
        "von",
        "di",
        "del",
        "della",
        "y",
        "la",
        "le",
        "les",
        "l",
        "der",
        "the",
    )
)
_TERRITORIES = frozenset(("commune", "communes", "pays", "region", "regions", "etat", "ville", "villes"))
_ENGLISH = re.compile(r" (?:of|for|at|in|on|to|against|without) ")
_IN_PLACE = re.compile(r"(?<=s)\sin\s[A-ZÉ].*$")
_NO_PLURALS = frozenset(
    (
        *(
            "fonds",
            "jardins",
            "amis",
            "prix",
            "scenes",
            "archives",
            "printemps",
            "concours",
            "mois",
            "pays",
            "presses",
        ),
        *("editions", "premieres pages", "rencontres", "relais petite enfance", "secours populaire"),
    )
)


def opening(name: str) -> str:
    """Return the kind that the first words of a name say, behind adjectives, or its form in law."""
    words = kinds.bare(fold(name)).split()
    if _FOR.search(f" {' '.join(words)} "):
        return kinds.ASSOCIATION  # "Council for Civil Liberties"
    is_ruled = _is_ruling(words) and _first(words) != kinds.FOUNDATION
    last = _strong(" ".join(words)) or (_last(" ".join(words)) if is_ruled else "")
    if kind := last if last == kinds.FOUNDATION or _is_ruling(words) else _chain(words, _SEVERAL):
        return kind
    adjectives, weak = kinds.standing(kinds.OPENING), kinds.standing(kinds.WEAK)
    for start in range(len(words)):
        is_weak = words[start] in weak and bool(_first(words[start + 1 :]))
        if not is_weak and (kind := _first(words[start:])):
            return (form(words) or kind) if kind == kinds.PERSON else kind  # "Prof. Dr. Ulm Bau GmbH"
        if not is_weak and words[start] not in adjectives:
            break
    return last or form(words)


def form(words: Sequence[str]) -> str:
    """Return the kind that the letters of a form in law at the end of a name say: "e.V.", "SARL"."""
    forms = kinds.standing(kinds.FORM)
    for size in range(min(_SIZE, len(words) - 1), 0, -1):
        if kind := forms.get(" ".join(words[-size:])):
            return kind
    return ""


def _is_ruling(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-1] in _RULING


def ends(name: str) -> str:
    """Return the kind that the last words of a name say, which a heading such as "sponsors" does not undo."""
    return _last(fold(name))


def closing(name: str) -> str:
    """Return the kind that other words of a name say: its last ones, the end of one, or any."""
    folded = fold(name)
    words = folded.split()
    bare = _without_place(words)
    return _last(folded) or _last(" ".join(bare)) or _affix(words) or _inner(words) or _chain(words)


def _without_place(words: Sequence[str]) -> Sequence[str]:
    """Return the words without the country or town behind them: "Digital Rights Ireland"."""
    for size in range(min(_PLACE, len(words) - _SEVERAL), 0, -1):
        if france().find(" ".join(words[-size:]), (COUNTRY, STATE, REGION, CITY, COMMUNE)):
            return words[:-size]
    return words


def trade(name: str) -> str:
    """Return the kind of which a word of a name is a trade: "Renov’Peinture"."""
    trades = kinds.standing(kinds.TRADE)
    return next((trades[word] for word in fold(name).split() if word in trades), "")


def described(beside: str) -> str:
    """Return the kind that what stands beside a name says in its first words: "maraîcher", an office."""
    pieces = [piece.strip() for piece in re.split(r"[,.:;–—|(·]| - ", beside[:_NEAR])]
    for piece in pieces:
        if kind := _piece(fold(piece).split()):
            return kind
    return ""


def is_person(name: str) -> bool:
    """Return whether a name is that of a person: a given name and one or two other words."""
    first = (fold(name).split() or [""])[0]
    return may_be_person(name) and first in kinds.standing(kinds.GIVEN)


def may_be_person(name: str) -> bool:
    """Return whether a name looks like that of a person: two or three words with capitals."""
    words = name.split()
    capitals = all(word[:1].isupper() or word in ("de", "van", "von", "du") for word in words)
    named = fold(words[0]) not in ("le", "la", "les", "l", "the", "los", "die", "das") if words else False
    return named and len(words) in _PERSON and capitals and not any(map(str.isdigit, name))


def _first(words: Sequence[str]) -> str:
    heads, others = kinds.heads(), kinds.standing(kinds.WORD)
    for size in range(min(_SIZE, len(words)), 0, -1):
        key = " ".join(words[:size])
        kind = others.get(key) or heads.get(key, "")
        if key in _LAST_ONLY and len(words) > 1:
            continue
        if kind and (kind != kinds.OTHER or key in others):
            return kind
    return ""


def _strong(folded: str) -> str:
    """Return the kind of the last words, if it is one that they say whatever stands above."""
    return kind if (kind := _last(folded)) in _AT_THE_END else ""


@cache
def _ends() -> dict[str, str]:
    return kinds.standing("en") | kinds.standing(kinds.TAIL) | kinds.standing(kinds.END)


def _last(folded: str) -> str:
    """Return the kind that the last words say, or in English those before "of", "for", "at"."""
    known = _ends()
    parts = _ENGLISH.split(folded)
    for part in dict.fromkeys((parts[0], folded)) if len(parts) > 1 else (folded,):
        words = part.split()
        for size in range(min(_SIZE, len(words) - 1), 0, -1):
            kind = known.get(" ".join(words[-size:]), "")
            if kind and words[-size - 1] not in _COMPLEMENT:
                return kind
    return ""


def _affix(words: Sequence[str]) -> str:
    for prefix, kind in kinds.standing(kinds.PREFIX).items():
        if words and words[0].startswith(prefix) and words[0] != prefix:
            return kind
    return kinds.ending(words)


def _inner(words: Sequence[str]) -> str:
    """Return the kind of the first head word that stands inside a name and is no complement."""
    heads = kinds.heads()
    for place in range(1, len(words)):
        if words[place - 1] in _COMPLEMENT:
            continue
        for size in range(min(_SIZE, len(words) - place), 0, -1):
            key = " ".join(words[place : place + size])
            kind = heads.get(key, "") if key not in _TERRITORIES else ""  # "Culture Commune"
            if kind and kind not in (kinds.OTHER, kinds.PERSON) and (size > 1 or len(words[place]) > _FIRST):
                return kind
    return ""


def _chain(words: Sequence[str], fewest: int = 1) -> str:
    """Return the kind of a well-known body that a name begins with: of one word, if its town comes next."""
    for size in range(min(_SIZE, len(words) - 1), fewest - 1, -1):
        kind = kinds.bodies().get(" ".join(words[:size]), "")
        rest = re.sub(r"^(?:d|de|a)\s", "", " ".join(words[size:]))
        if kind and (size > 1 or france().find(rest, (*TOWNS, COUNTRY, STATE, REGION))):
            return kind
    return ""


def _piece(words: Sequence[str]) -> str:
    """Return the kind that the first words of a piece of a description say."""
    for start in range(min(_FIRST, len(words))):
        is_word = len(words[start]) <= _FIRST and words[start] not in kinds.heads()  # "tu", "es": words, too
        if not is_word and (kind := _first(words[start:])):
            return kind
        if words[start] in kinds.roles() or " ".join(words[start : start + 2]) in kinds.roles():
            return kinds.PERSON
        if words[start] in _ENDS:
            break
    return ""


def copula(beside: str) -> str:
    """Return the kind of the noun behind "is a": the first one, in English the last before what follows."""
    for verb, phrase in _phrases(fold(beside[:_SAID])):
        words = phrase.split()
        if verb in ("is", "are") and (kind := _last(f"the {phrase}")):
            return kind
        for start in range(len(words)):
            if kind := _first(words[start:]):
                return kind
    return ""


def _phrases(folded: str) -> Iterator[tuple[str, str]]:
    """Yield the words behind each "is a" up to those that say more of it, with the verb."""
    stops = rf" (?:{alternatives('is.stop')}) "
    for match in re.finditer(rf" (?:{alternatives('is')})((?:\w+ ){{1,8}})", f" {folded} "):
        yield match.group().split()[0], re.split(stops, f" {match[1]} ")[0]


def is_group(name: str) -> bool:
    """Return whether words mean several that are not named: a plural without a capital, or "several …"."""
    if pattern("several").match(fold(name)):
        return True
    head = kinds.head(name)
    first = head.split()[0] if head else ""
    plural = first.endswith(("s", "x")) and not {head, first} & _NO_PLURALS
    bare = _IN_PLACE.sub("", name)  # "bookstores in Normandy"
    plural = plural or _is_plural_end(fold(bare))
    return plural and not any(map(str.isupper, bare[1:]))


def is_people(name: str) -> bool:
    """Return whether words may mean people and no body of theirs: "parents", "Résidents de Lens"."""
    return bool(_people().match(fold(name)))


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:les|des|nos|the) )?(?:{alternatives('people.of')})(?:$| (?:de|du|des|d|of|from)\b)"
    )


def _is_plural_end(folded: str) -> bool:
    """Return whether the last words are an English plural of a kind: "departmental media libraries"."""
    last = [" ".join(folded.split()[-size:]) for size in (1, 2)]
    return any(word.endswith("s") and word in kinds.standing("en") for word in last)
