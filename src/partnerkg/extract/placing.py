"""The town of a name that ends with none: said beside it, by its heading, or in it without a preposition."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import zip_longest

from partnerkg.extract import countries, inside, kinds, shortened, telling, towns, where
from partnerkg.extract.inside import GREAT, HOUSES, LETTERS
from partnerkg.extract.sections import is_category
from partnerkg.extract.towns import NAME, Town
from partnerkg.extract.view import FILE, HEADING, TEXT
from partnerkg.model.name import fold
from partnerkg.places.france import (
    CITY,
    COUNTRY,
    DEPARTEMENT,
    FORMER_REGION,
    REGION,
    STATE,
    TOWNS,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkg.extract.sections import Section
    from partnerkg.extract.view import Line, View
    from partnerkg.model.mention import Mention

_BASED = re.compile(
    rf"\b(?:[Bb]as[ée]e?s?|situ[ée]e?s?|install[ée]e?s?|implant[ée]e?s?|domicili[ée]e?s?|based|located|"
    rf"con sede|con base|mit Sitz|gevestigd)\s+(?:à|au|en|in|at|a|near|près de)\s+({NAME})"
)
_IN = re.compile(rf"\b(?:à|in)\s+({NAME})")
_AT = re.compile(rf"\b(\w+)\s+(?:de|d[’']|di|del|à|of|in)\s*({NAME})")  # "scuola di Bricherasio"
_STATE = re.compile(r"([A-Z][^\d,]{2,30}),?\s(?:[A-Z]{2},?\s)?[0-9]{5}(?:-[0-9]{4})?$")  # "Auburn, WA 98001"
_AMERICA = "US"
UNPLACED = "place"  # the doubt about a town that is none of those we know by that name
_AROUND = " .,;:()-–—|"
_INSIDE = ("prose", "cue", "enumeration")  # rules that read inside a line
LINE = "line"  # the rule by which a short line is a name
_BELOW = 5  # lines below a name that may say its town
_NEAR, _SHORT = 400, 60  # characters of a description that may say the town; of one that may be its end
_TERRITORIES = (REGION, FORMER_REGION, DEPARTEMENT)
_DEPARTEMENT = 3  # letters of the code of one
_LONG = 5  # letters of the first part of a name that stands for it
_CLUBS = frozenset(("rotary", "rotary club", "lions", "lions club", "kiwanis", "kiwanis club", "soroptimist"))
_SHOPS = frozenset(
    ("city", "contact", "market", "express", "drive", "hyper", "super", "proximite", "centre", "club")
)


def beside(name: str, kind: str, address: str, described: str, section: Section) -> Town | None:
    """Return the town that what stands beside a name says: an address, a description, its heading."""
    if kind == kinds.PERSON:
        alone = towns.is_address(address) or towns.known_town(address.strip(_AROUND))
        return said(address) if alone else None
    if (town := said(address)) and town.slot != where.TERRITORY:
        return town
    if town := _chain(name):
        return town
    town = based(described) or _again(name, kind, described) or _of_house(described) or _abroad(described)
    return town if town or kinds.body(name) else _headed(section)


def told(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the towns that a page says, by name: that as it is written, and the first part of a long one."""
    found = {}
    for mention in mentions:
        is_town = len(mention.place_code) > _DEPARTEMENT and not mention.place_code[:1].isalpha()
        if is_town and len(mention.place) > LETTERS and mention.place in html.unescape(mention.quote):
            found[mention.place] = mention.place_code
            first = mention.place.partition("-")[0]
            if len(first) > _LONG and not towns.known_town(first):
                found.setdefault(first, mention.place_code)
    return {fold(place): code for place, code in (_again_and_again(mentions) | found).items()}


def _again_and_again(mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the small towns with which several names end: "Apotheke Westendorf", "Skiwelt Westendorf"."""
    ends: dict[str, set[str]] = {}
    for mention in mentions:
        words = mention.name.split() if mention.kind != kinds.PERSON else []
        for size in range(min(3, len(words) - 1), 0, -1):
            last = " ".join(words[-size:])
            if inside.known(last, "") and not telling.ends(f"x {last}"):
                ends.setdefault(last, set()).add(fold(words[0]))
                break
    return {
        last: spot.code for last, names in ends.items() if len(names) > 1 and (spot := inside.known(last, ""))
    }


def below(mentions: Sequence[Mention], view: View) -> Iterator[Mention]:
    """Yield the mentions; one without a place with the town that is a line of its own behind it.

    Such a line is no mention, though it looks like a name.
    """
    lines = sorted((line for line in view.lines if line.kind != FILE), key=lambda line: line.starts[0])
    starts = [line.starts[0] for line in lines]
    named = [
        mention
        for mention, before in zip(mentions, [None, *mentions], strict=False)
        if not _is_below(mention, before)
    ]
    for mention, after in zip_longest(named, named[1:]):
        if mention.place or mention.kind == kinds.PERSON or mention.rule in _INSIDE:
            yield mention
            continue
        first = bisect_right(starts, mention.end - 1)
        last = bisect_left(starts, after.start) if after else len(lines)
        below_ = lines[first : min(last, first + _BELOW)]
        card = lines[first - 1].card if first else 0
        yield _with(mention, [line for line in below_ if line.card == card or not _is_apart(card, line)])


def _is_apart(card: int, line: Line) -> bool:
    """Return whether a line stands in another card than the name above; items may describe it."""
    return line.kind == TEXT and card > 0 and line.card != card


def _is_below(mention: Mention, before: Mention | None) -> bool:
    """Return whether a short line is the town of the name before it, which is none itself."""
    if before is None or mention.rule != LINE or before.heading != mention.heading:
        return False
    return bool(towns.known_town(mention.name)) and not towns.known_town(before.name)


def _with(mention: Mention, lines: Sequence[Line]) -> Mention:
    for line in lines:
        if line.kind == HEADING:
            break
        text = line.text.strip(_AROUND)
        if state := _STATE.match(text):
            cities = [spot for spot in france().find(state[1], (CITY,)) if spot.parent == _AMERICA]
            if len(cities) != 1:
                return replace(mention, place=state[1], doubt=UNPLACED)
            return replace(mention, place=state[1], place_code=cities[0].code)
        if (
            len(text) < _SHORT
            and (
                towns.known_town(text)
                or shortened.town(text)
                or towns.is_address(text)
                or _is_town(line.text)
            )
            and (town := said(line.text))
        ):
            return replace(mention, place=town.name, place_code=town.spot.code if town.spot else "")
    return mention


def _is_town(text: str) -> bool:
    """Return whether a text is a town with its département or country, and nothing else: "Lannion (22)"."""
    town = where.place(text)
    return town is not None and town.slot != where.TERRITORY


def within(mention: Mention, known: Mapping[str, str]) -> Mention:
    """Return a mention with the town that stands anywhere in its name, if the page says it of another."""
    if mention.kind in (kinds.PERSON, kinds.GROUP, kinds.MEDIA) or kinds.body(mention.name):
        return mention
    words = mention.name.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            place = re.sub(r"^[dl][’']", "", " ".join(words[start : start + size]))
            if (code := known.get(fold(place))) and place[:1].isupper():
                return replace(mention, place=place, place_code=code)
    return mention


def said(text: str) -> Town | None:
    """Return the town of an address, or of words that are nothing but the name of a town, or end with one."""
    bare = re.sub(r"^\W+|\W+$", "", text)
    if not bare:
        return None
    if len(text) < _SHORT and (found := where.place(text)):
        return found
    if known := towns.known_town(bare):
        return Town(0, len(text), bare, france().town(known), "address")
    if spot := shortened.town(bare):
        return Town(0, len(text), bare, spot, "address")
    return towns.of(text) if len(text) < _SHORT or towns.is_address(text) else None


def based(text: str) -> Town | None:
    """Return the town in which a description says that something is: "basé à Dannemarie"."""
    for pattern in (_BASED, _IN):
        match = pattern.search(text[:_NEAR])
        if match and (town := towns.longest(match[1], match.start(1), "", "described", first=True)):
            return town
    return None


def _of_house(described: str) -> Town | None:
    """Return the town of a house that is all of a description: "– Scène nationale Dunkerque"."""
    text = described.strip(_AROUND)
    kind = kinds.kind(text) if len(text) < _SHORT else ""
    return (towns.of(text) or inside.labelled(text, kind)) if kind in HOUSES else None


def _abroad(described: str) -> Town | None:
    """Return the country behind the full name that describes letters: "Elm Center on Language, Spain"."""
    name, comma, last = described.strip(_AROUND).rpartition(", ")
    country = (
        countries.named(re.sub(r"^(?:the|les?|la) ", "", last)) if comma and len(name) < _SHORT * 2 else None
    )
    placed = ". " in name or where.place(name.rpartition(", ")[2])
    return Town(0, 0, last, country, "described") if country and not placed else None


def _again(name: str, kind: str, text: str) -> Town | None:
    """Return the town behind the name, or a word of its kind, in a description: "l’ENM de Villeurbanne"."""
    bare = fold(re.sub(r"^(?:l[ea]s?\s|l[’'])", "", name, flags=re.I)).split()
    for match in _AT.finditer(text[:_NEAR]):
        word = fold(match[1])
        if [word] == bare or (kind in HOUSES and kinds.heads().get(word) == kind):
            return towns.longest(match[2], match.start(2), "", "described", first=True)
    return None


def _headed(section: Section | None) -> Town | None:
    """Return the town that a heading is, under which a name is listed."""
    while section and not section.relation:
        heading = section.heading.text if section.heading else ""
        if heading and (found := _of_heading(heading, section.kind)):
            return found
        section = section.above
    return where.located(section.heading.text) if section and section.heading else None


def _of_heading(heading: str, kind: str) -> Town | None:
    """Return the place that a heading is, or in which those of a kind are: "Librairies de Roubaix"."""
    if kind:
        return towns.of(heading) or where.located(heading)
    return None if is_category(heading) else where.heading(heading)


def _is_territory(name: str) -> bool:
    """Return whether a name is rather that of a territory than of a small town: Bretagne, Washington."""
    spot = france().town(name)
    is_large = spot is not None and spot.inhabitants > GREAT
    return bool(france().find(name, (STATE, COUNTRY) if is_large else (*_TERRITORIES, STATE, COUNTRY)))


def _chain(name: str) -> Town | None:
    """Return the town of one of the places of a well-known body: "Lions Club Marennes"."""
    words = inside.bare(name).split()
    for size in range(len(words) - 1, 0, -1):
        if kinds.body(" ".join(words[:size])) not in ("", kinds.MEDIA):
            rest = words[size:]
            while rest and fold(rest[0]) in _SHOPS:
                rest = rest[1:]
            place = re.sub(r"^(?:d[eu]\s|d[’']|of\s)", "", " ".join(rest), flags=re.I)
            place = place.partition("/")[0].rstrip()
            spots = france().find(place, (*TOWNS, *_TERRITORIES)) if len(place) > LETTERS else []
            if place[:1].isupper() and fold(" ".join(words[:size])) in _CLUBS:
                return Town(0, 0, place, france().town(place), "chain")
            if spots:
                one = spots[-1] if _is_territory(place) else france().town(place)
                return Town(0, 0, place, one, "chain")
    return None
