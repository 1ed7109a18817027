"""The town or territory inside a name, at its end or beginning without a preposition: "Manchester Museum"."""

from __future__ import annotations

import re
from functools import cache

from partnerkg.extract import kinds, towns
from partnerkg.extract.towns import NAME, Town
from partnerkg.model.name import fold
from partnerkg.places.france import (
    CITY,
    COMMUNE,
    COUNTRY,
    DEPARTEMENT,
    FORMER_REGION,
    INTERCOMMUNALITY,
    LANDSCAPE,
    REGION,
    STATE,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.places.france import Spot

_DIRECTIONS = (
    "nord|sud|est|ouest|north|south|east|west|northern|southern|eastern|western|central|centre|greater|"
    "nördliches|südliches|östliches|westliches"
)
_DIRECTED = re.compile(rf"\b(?:{_DIRECTIONS})[ -](?:du |de la |de |of )?$", re.I)
_OF_TERRITORY = re.compile(rf"\b(?:d[eu]s?\s|de la\s|de l[’']|d[’'])({NAME.replace('{0,5}', '{0,2}')})")
_IN_COUNTRY = re.compile(r"\b(?:en|au|aux|in)\s([A-ZÉ][\w’'-]+(?:\s[A-ZÉ][\w’'-]+)?)")
LETTERS = 3  # of a name of a place that stands alone
HOUSES = (
    *("library", "museum", "cinema-or-theatre", "school", "public-body", "social-centre", "bookshop"),
    *("foundation", "other"),
)
_OF_TOWNS = ("library", "public-body", "museum")  # that towns have
_LONG = 6  # letters of a town abroad that is no abbreviation
_WORDS = 4  # of the name of a region
_JOINING = frozenset(
    ("de", "du", "des", "la", "le", "les", "d", "of", "the", "di", "von", "del", "et", "and", "en")
)
_MANY, _SOME, GREAT = 10_000, 2_000, 100_000  # inhabitants
_HOME = ("FR",)  # countries that pages of theirs name for nothing but their own: "Amnesty France"
_UNTOLD = ("", "other", "company", "person", "group-unnamed", "publisher", "foundation")
_LOCAL = ("association", "network", "union", "programme-or-event")
_BODIES = ("association", "network", "union")
_AT_HOME = (
    frozenset(  # by what names great towns go in our languages, beside the one that a gazetteer prefers
        (
            *(
                "wien",
                "praha",
                "roma",
                "milano",
                "torino",
                "napoli",
                "firenze",
                "venezia",
                "genova",
                "padova",
            ),
            *(
                "munchen",
                "koln",
                "nurnberg",
                "hannover",
                "lisboa",
                "sevilla",
                "geneve",
                "bruxelles",
                "brussel",
            ),
            *("antwerpen", "den haag", "kobenhavn", "warszawa", "bucuresti", "athina", "moskva", "beograd"),
            *(
                "london",
                "londres",
                "dublin",
                "edinburgh",
                "barcelone",
                "cologne",
                "munich",
                "vienna",
                "prague",
            ),
            *("rome", "milan", "turin", "naples", "florence", "venice", "geneva", "brussels", "antwerp"),
        )
    )
)
_BEFORE = frozenset(
    (
        *("mt", "mount", "mont", "saint", "st", "sainte", "ste", "san", "santa", "lac", "lake", "port"),
        *("new", "val", "pont", "bois"),
    )
)
_SAINTS = ("San", "Santa", "Saint", "Sankt", "St", "St.", "Sant")
_WORDLIKE = frozenset(
    (
        *("valley", "heritage", "one", "zoo", "park", "highlands", "spa", "bus", "forest", "rouge", "vert"),
        *(
            "force",
            "law",
            "hub",
            "university",
            "rose",
            "cola",
            "champs",
            "rain",
            "coin",
            "alpen",
            "america",
            "mission",
        ),
    )
)  # words of many names that are small towns, too


def large(name: str) -> Town | None:
    """Return the territory, or town of so many inhabitants that it can be meant, that a name is."""
    spot = france().town(name) if len(name) > LETTERS else None
    if spot and spot.kind == CITY and len(name) < _LONG and name.isupper():
        spot = None  # "KASA"
    if spot is None or spot.inhabitants <= _MANY:
        territories = (REGION, DEPARTEMENT, INTERCOMMUNALITY)
        spot = next(iter(france().find(name, territories) if len(name) > LETTERS else ()), None)
    return Town(0, len(name), name, spot, "whole") if spot else None


def labelled(name: str, kind: str, near: str = "") -> Town | None:
    """Return the town that stands without a preposition: "Office culturel Arras", "Manchester Museum"."""
    words = name.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        last, first = " ".join(words[-size:]), " ".join(words[:size])
        if fold(words[-size - 1]) in _BEFORE:
            continue
        if (spot := known(last, near)) and (_ends(spot, kind, near) or _is_whole(spot, kind, words[:-size])):
            return _label(last, near)
        if (spot := known(first, near)) and _begins(spot, kind, first):
            return _label(first, near)
        for start in range(1, len(words) - size):
            inner = " ".join(words[start : start + size])
            if (spot := known(inner, near)) and spot.inhabitants > GREAT and kind in HOUSES:
                return _label(inner, near)
    return None


def _begins(spot: Spot, kind: str, words: str) -> bool:
    """Return whether a town at the beginning of a name of this kind is meant: "Edinburgh Dog Home"."""
    if kind in HOUSES:
        return spot.kind == CITY and spot.inhabitants > _MANY
    if (
        " " in words
        and words.split(maxsplit=1)[0] not in _SAINTS
        and spot.kind == CITY
        and spot.inhabitants > _MANY
    ):
        return kind not in (kinds.PERSON, kinds.MEDIA, kinds.GROUP)  # "Palo Alto Pizza"
    return kind in _LOCAL and spot.kind in (CITY, COMMUNE) and spot.inhabitants > GREAT


def _label(words: str, near: str) -> Town:
    return Town(0, 0, words, france().town(words, near), "label")


def _ends(spot: Spot, kind: str, near: str) -> bool:
    """Return whether a town at the end of a name of this kind is meant: a large one, or one of those told."""
    if kind in _UNTOLD:
        return spot.inhabitants > GREAT and kind not in (kinds.PERSON, kinds.GROUP)
    return spot.inhabitants > (GREAT if spot.kind == CITY else _SOME) or (bool(near) and spot.parent == near)


def _is_whole(spot: Spot, kind: str, before: Sequence[str]) -> bool:
    """Return whether a name is nothing but the word for a house of towns and one: "Bibliotheek Temse"."""
    head = fold(" ".join(before))
    says = kinds.heads().get(head, "") or next(
        (one for end, one in kinds.standing(kinds.SUFFIX).items() if head.endswith(end)), ""
    )
    is_university = kind == "school" and "universit" in head
    return spot.inhabitants > _SOME and (is_university or (kind in _OF_TOWNS and says == kind))


def known(words: str, near: str) -> Spot | None:
    """Return the town that words with a capital are, by its own name."""
    if len(words) <= LETTERS or not words[0].isupper() or _is_word(fold(words)):
        return None
    spot = france().town(words, near)
    if spot is None:
        spot = max(france().find(words, (CITY,)), key=lambda one: one.inhabitants, default=None)
    return spot if spot and (fold(spot.name) == fold(words) or fold(words) in _AT_HOME) else None


def _is_word(folded: str) -> bool:
    return folded in _WORDLIKE or folded in kinds.standing(kinds.GIVEN) or folded in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which those begin that say a kind: "Centro" is a town, too, and "Mission"."""
    return frozenset(head.split()[0] for head in (*kinds.heads(), *kinds.standing(kinds.WORD)))


def of_state(name: str, kind: str) -> Spot | None:
    """Return the state or country a house is named after, the landscape anything is: "Queensland Museum"."""
    if kind == kinds.PERSON:
        return None
    words = name.split()
    is_local = kind in (*HOUSES, *_BODIES)
    ends = towns.territory(name) if is_local else None
    if ends and ends.kind in (STATE, COUNTRY, LANDSCAPE):
        return ends
    for size in range(min(3, len(words) - 1), 0, -1):
        first = " ".join(words[:size])
        for spot in france().find(first, (STATE, LANDSCAPE) if is_local else (LANDSCAPE,)):
            return spot
    return None


def ending(name: str, kind: str) -> Spot | None:
    """Return the region, state, country or landscape that ends a name: "Sécurité Picardie"."""
    words = name.split()
    if kind in (kinds.PERSON, kinds.MEDIA, kinds.GROUP):
        return None
    for size in range(min(_WORDS, len(words) - 1), 0, -1):
        last, before = " ".join(words[-size:]), fold(words[-size - 1])
        if before in _BEFORE or not last[0].isupper() or len(last) < LETTERS:
            continue
        for spot in france().find(last, (LANDSCAPE, REGION, FORMER_REGION, STATE, COUNTRY)):
            if spot.code not in _HOME and (spot.kind == LANDSCAPE or before not in _JOINING):
                return spot
    return None


def bare(name: str) -> str:
    """Return a name without the letters of its form in law: "Frauenforum Hürth e. V."."""
    words = name.split()
    forms = kinds.standing(kinds.FORM)
    for size in (2, 1):
        if len(words) > size and fold(" ".join(words[-size:])) in forms:
            return " ".join(words[:-size])
    return name


def bracketed(text: str) -> Town | None:
    """Return the town of the house in brackets that a name is a part of: "(Universität Bremen)"."""
    opening = text.rfind(" (")
    house = text[opening + 2 : -1] if opening > 0 and text.endswith(")") else ""
    kind = kinds.kind(house) if house else ""
    return (towns.of(house) or labelled(house, kind)) if kind in HOUSES else None


def directed(name: str, place: str) -> str:
    """Return the part of a place that a name speaks of, if it does: "Southern California", "Sud Gironde"."""
    at = name.lower().find(place.lower())
    while at > 0:
        end = at + len(place)
        said = _DIRECTED.search(name[:at])
        if said and not name[end : end + 1].isalnum():
            return name[said.start() : end]
        at = name.lower().find(place.lower(), end)
    return ""


def part(name: str, spot: Spot) -> str:
    """Return the part of a territory that a name speaks of, by any of the names of the territory."""
    words = name.split()
    for start in range(1, len(words)):
        for end in range(len(words), start, -1):
            written = " ".join(words[start:end])
            if (said := directed(name, written)) and spot.code in {
                one.code for one in france().find(written)
            }:
                return said
    return ""


def said_to_be_in(name: str, kind: str) -> Spot | None:
    """Return the département or region of a body, or a country, said inside a name: "en Belgique"."""
    for match in _OF_TERRITORY.finditer(name) if kind in (*_BODIES, "public-body") else ():
        words = match[1].split()
        for end in range(len(words), 0, -1):
            for spot in france().find(" ".join(words[:end]), (DEPARTEMENT, REGION)):
                return spot
    for match in _IN_COUNTRY.finditer(name) if kind != kinds.PERSON else ():
        for spot in france().find(match[1], (COUNTRY,)):
            return spot
    return None


def longer(name: str, spot: Spot) -> Town | None:
    """Return the town that a name ends with, if the name of a territory is the end of its own."""
    words = name.split()
    for size in range(min(4, len(words) - 1), 1, -1):
        last = " ".join(words[-size:])
        if fold(last).endswith(f" {fold(spot.name)}") and known(last, ""):
            return _label(last, "")
    return None
