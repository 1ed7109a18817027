"""The town of a name: in parentheses, after de or à, behind a dash or comma, in an address; never alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from partnerkg.extract import countries, shortened
from partnerkg.model.name import fold
from partnerkg.places.france import (
    CITY,
    COMMUNE,
    COUNTRY,
    DEPARTEMENT,
    FORMER,
    FORMER_REGION,
    INTERCOMMUNALITY,
    LANDSCAPE,
    REGION,
    STATE,
    TOWNS,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.extract.view import Span
    from partnerkg.places.france import Spot

_CAPITAL = r"(?:L[’']|Le |La |Les |L |d[’'])?[A-ZÉÈÊÀÂÎÔÛÇŒ][\w’'.-]*"
_LINK = (
    r"[ -](?:de|du|des|la|le|les|en|sur|sous|lès|lez|les|aux|au|d[’']|l[’']|et|à|in|upon|"
    r"di|del|della|am|an der|von|op|aan)[ -]?"
)
NAME = rf"{_CAPITAL}(?:(?:(?:{_LINK}){{1,2}}|[ -]){_CAPITAL}){{0,5}}"
_IN = re.compile(r"(?:en|in|au|aux)\s", re.I)
_WRITTEN = re.compile(rf"(?=.{{2,40}}$){NAME}")
_PAREN = re.compile(r"\(([^()]{1,80})\)\s*$")
_AFTER = re.compile(
    rf"(?:\b(?:de la|de l[’']|de|du|des|à|au|aux|en|of|in|at|di|del|della|von|zu|im|bei|van|te|da|"
    rf"[Ss]tadt|[Gg]emeinde)\s+|"
    rf"\bd[’']|\bl[’']|\bdell[’'])({NAME})\s*$"
)
_CONTRACTED = re.compile(rf"\b(du|des|au|aux)\s+({NAME})\s*$")  # "du Creusot": Le Creusot
_STREET = re.compile(
    r"\b(?:rue|bvd|bd|boulevard|avenue|av|place|quai|cours|all[ée]es?|impasse|chemin|route|faubourg|square|"
    r"rond[ -]point|esplanade|porte|bataille|street|road|via|piazza|calle|plaza)\.?\s+(?:\w+\s+)?$",
    re.I,
)
_TAIL = re.compile(rf"\s*(?:,|–|—|\s-|\s:|/|\|)\s*({NAME}(?:\s[0-9]{{1,2}}(?:er?|[èe]me))?)\s*$")
_ADDRESS = re.compile(rf"\b([0-9]{{5}})\s+({NAME})")
_SHORT_CODE = re.compile(  # "6233 Kramsach", "CH-1204 Genève", "6511 AB Nijmegen"
    rf"(?:^|[\s,])(?:(?:A|AT|B|BE|CH|NL|L|LU|DK)[- ]?)?([1-9][0-9]{{3}})(?:\s?[A-Z]{{2}})?\s+({NAME})"
)
_OF_SHORT_CODES = ("AT", "BE", "CH", "NL", "LU", "DK")
_ROADS = frozenset(
    ("street", "road", "avenue", "ave", "drive", "terrace", "lane", "boulevard", "court", "way")
)
_SAINT = re.compile(r"\bSt(e?)[. -]\s?", re.I)  # "St-Omer"
_PROVINCE = re.compile(r"^[A-Z]{2}$")  # of Italy: "(PV)"
_BESIDE = re.compile(r"[ -](?:lez|lès|les)[ -][\w’' -]+$", re.I)
_GOES_ON = re.compile(r"\s(?:de|du|des|del|di|sur|en|lès|lez|sous|upon|am)\s")
_GREAT = 100_000  # inhabitants of a town elsewhere that is known by the last word of a name
_KNOWN = 5_000  # inhabitants of one that is known without its article
_COMMON = frozenset(
    (
        *("port", "moule", "robert", "marin", "francois", "diamant", "temple", "bourg", "pin", "plessis"),
        *("val", "bar", "mas", "mee", "teil", "thor", "pont", "lac", "bois", "mont", "pre", "coudray"),
    )
)  # "du port" is no town
_SHORTEST = 2  # letters of the name of a town
_TERRITORIES = (REGION, FORMER_REGION, STATE, DEPARTEMENT, INTERCOMMUNALITY, COUNTRY, LANDSCAPE)
_ABROAD = (COUNTRY, STATE, REGION, FORMER_REGION, LANDSCAPE)
_OF = re.compile(r"\b(?:d[eu]s?|la|les?|en|d[ée]partement(?:ale?)?|conseil|nord|sud|est|ouest|\(|-)\s$", re.I)
_ITS = re.compile(r"(?:\b(?:de|à|of|in)\s|\bd[’'])$")
_NUMBER = re.compile(r"^(?:[0-9]{2,3}|2[AB])$")


_AROUND = " .,;:()-–—|"


@dataclass(frozen=True, slots=True)
class Town:
    """The town of a name: where its words stand in the text, how they were found, and what is known of it."""

    start: int
    end: int
    name: str
    spot: Spot | None
    slot: str


def is_address(text: str) -> bool:
    """Return whether a text holds a postal address."""
    return bool(_ADDRESS.search(text)) or _by_short_code(text) is not None


def _by_short_code(text: str) -> Town | None:
    """Return the town behind a number of four digits, where such a number is one of the post."""
    for match in _SHORT_CODE.finditer(text):
        if town := longest(match[2], match.start(2), "", "address", first=True):
            spots = [spot for spot in france().find(town.name, (CITY,)) if spot.parent in _OF_SHORT_CODES]
            if spots:
                return replace(town, spot=spots[0] if len(spots) == 1 else None)
    return None


def of(text: str, near: str = "", *, is_body: bool = False) -> Town | None:
    """Return the town that a name ends with, None if it names none; `near` is a département to prefer.

    The name of a body of the state (`is_body`) ends with words such as "de la Mer" that are no town.
    """
    text = text.rstrip(" •·*|")
    if town := _of_address(text):
        return town
    if match := _PAREN.search(text):
        if town := _inside(match[1], match.start(1), near):
            own = (
                _last(text[: match.start()].rstrip(), near)
                if town.slot == "territory" and not is_body
                else None
            )
            return own if own and _ITS.search(text[: own.start]) else town
        within, is_province = departement(text), bool(_PROVINCE.match(match[1]))
        text, near = text[: match.start()].rstrip(), within or near
        if is_province and (unknown := _AFTER.search(text)) and not known_town(unknown[1]):
            return Town(unknown.start(1), unknown.end(1), unknown[1], None, "after")
    return None if is_body else _last(text, near)


def _of_address(text: str) -> Town | None:
    """Return the town behind a number of the post."""
    if town := _by_short_code(text):
        return town
    match = _ADDRESS.search(text)
    if match is None or fold(match[2]).split()[-1] in _ROADS:  # "14604 Hill Terrace" is a house
        return None
    return Town(match.start(2), match.end(2), match[2], france().town(match[2], match[1][:2]), "address")


def _last(text: str, near: str) -> Town | None:
    """Return the town at the end of a text, behind a dash, a comma or a preposition."""
    for pattern, slot in ((_TAIL, "tail"), (_AFTER, "after")):
        match = pattern.search(text)
        on_street = match is not None and slot == "after" and _STREET.search(text[: match.start()])
        town = longest(match[1], match.start(1), near, slot) if match and not on_street else None
        if town and not _has_article(town, text):
            return town
    return _contracted(text, near)


def _has_article(town: Town, text: str) -> bool:
    """Return whether "du" or "aux" stands before a commune, which then is another: "restaurant du Port"."""
    is_french = town.spot is not None and town.spot.kind in (COMMUNE, FORMER)
    return is_french and bool(re.search(r"\b(?:du|des|au|aux)\s+$", text[: town.start]))


def _contracted(text: str, near: str) -> Town | None:
    """Return the town whose article stands in "du" or "aux": "scène nationale du Creusot"."""
    match = _CONTRACTED.search(text)
    if match is None or _STREET.search(text[: match.start(2)]):
        return None
    article = "Les" if match[1] in ("des", "aux") else "Le"
    spot = france().town(f"{article} {match[2]}", near)
    if spot is None or spot.kind != COMMUNE or spot.inhabitants < _KNOWN or fold(match[2]) in _COMMON:
        return None
    return Town(match.start(2), match.end(2), match[2], spot, "after")


def departement(text: str) -> str:
    """Return the code of the département in parentheses at the end of a name: "(Nord)", "(62, France)"."""
    match = _PAREN.search(text)
    for part in re.split(r"[,–-]\s+|,", match[1] if match else ""):
        if _NUMBER.match(part.strip()):
            return part.strip()
        for spot in france().find(part, (DEPARTEMENT,)):
            return spot.code
    return ""


def _inside(words: str, start: int, near: str) -> Town | None:
    """Return the town in parentheses; a number beside it is that of its département."""
    parts = [part for part in re.split(r"\s*[,–-]\s+|\s+-\s*|,|\s(?:et|and|&|/)\s", words) if part.strip()]
    number = next((part.strip() for part in parts if _NUMBER.match(part.strip())), "")
    if len(parts) == 1 and (abroad := _abroad(parts[0].strip())):
        at = start + words.index(parts[0].strip())
        return Town(at, at + len(parts[0].strip()), parts[0].strip(), abroad, "territory")
    for part in parts:
        named = (
            re.match(r"\s*(.*\S)\s*()$", part)
            if known_town(part.strip())
            else re.match(r"\s*(.*?)\s*(?:\(?([0-9]{2,5})\)?)?\s*$", part)
        )
        if named and named[1] and (known := known_town(named[1])):
            at = start + words.index(named[1])
            return Town(at, at + len(named[1]), named[1], france().town(known, number or near), "parentheses")
    return None


def _abroad(words: str) -> Spot | None:
    """Return the country, state, region or landscape that words are, unless a town has that name."""
    return countries.named(words) or (
        None if known_town(words) else next(iter(france().find(words, _ABROAD)), None)
    )


def longest(words: str, start: int, near: str, slot: str, *, first: bool = False) -> Town | None:
    """Return the longest end of the words, or with `first` beginning, that is the name of a town."""
    parts = list(_parts(words, first=first))
    for begin, end in parts:
        known = known_town(words[begin:end])
        spot = france().town(known, near) if known else None
        if spot and _is_small(spot) and _is_departement(words[begin:end]):
            return None  # "du Lot", and not Lot in Brabant
        if known and not (begin and spot and _is_small(spot) and not first):  # "Friends of Banham Zoo"
            return Town(start + begin, start + end, words[begin:end], spot, slot)
    for begin, end in parts:
        if spot := shortened.town(words[begin:end]):
            return Town(start + begin, start + end, words[begin:end], spot, slot)
    return None


def _parts(words: str, *, first: bool) -> Iterator[Span]:
    """Yield the ends of words, or with `first` the beginnings, that may name a town, the longest first."""
    if first:
        ends = sorted({len(words), *(m.start() for m in re.finditer(r"[ ,.]", words))}, reverse=True)
        parts = [(0, end) for end in ends if not _GOES_ON.match(words[end:])]
    else:
        parts = [(cut, len(words)) for cut in (0, *(m.end() for m in re.finditer(r" |[’']", words)))]
    for begin, stop in parts:
        end = stop - words[begin:stop].endswith(".")
        if end - begin >= _SHORTEST:
            yield begin, end


def _is_small(spot: Spot) -> bool:
    return spot.kind == CITY and spot.inhabitants < _GREAT


def _is_departement(words: str) -> bool:
    return bool(france().find(words, (DEPARTEMENT, REGION, FORMER_REGION)))


def known_town(words: str) -> str:
    """Return the name by which a town is known, empty if it is none; `…-lez-Arras` may be left out of it."""
    for name in (words, _BESIDE.sub("", words), _SAINT.sub(r"Saint\1 ", words)):
        if france().find(name, TOWNS):
            return name
    return ""


def is_place(text: str) -> bool:
    """Return whether a heading is nothing but the name of a place, under which others are listed."""
    bare = re.sub(r"^(?:en|à|in|dans (?:le|la|les)|au|aux)\s", "", text.strip(" :"), flags=re.I)
    return bool(france().find(bare))


def is_in(text: str) -> bool:
    """Return whether a text says where something is, and nothing else: "en France"."""
    return bool(_IN.match(text)) and is_place(text)


def is_written(text: str) -> bool:
    """Return whether words may be the name of a place that we do not know, where a label calls them one."""
    return bool(_WRITTEN.fullmatch(text))


def territory(text: str) -> Spot | None:
    """Return the region, département, grouping, state or country that a name ends with."""
    words = text.split()
    for first in range(len(words)):
        name = re.sub(r"^(?:d|l|de l)[’']", "", " ".join(words[first:]), flags=re.I)
        spots = [spot for spot in france().find(name, _TERRITORIES) if spot.code != "FR"]
        if first and spots and spots[0].kind == DEPARTEMENT and not _OF.search(" ".join(words[:first]) + " "):
            spots = [] if name == words[first] and "-" not in name else spots  # "Cap Nord"
        if spots:
            return spots[0] if len({spot.kind for spot in spots}) == len(spots) else None
    return None
