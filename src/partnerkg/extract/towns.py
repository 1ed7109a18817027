"""The town of a name: in parentheses, after de or à, behind a dash or comma, in an address; never alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.places.france import (
    CITY,
    COUNTRY,
    DEPARTEMENT,
    FORMER_REGION,
    INTERCOMMUNALITY,
    REGION,
    STATE,
    TOWNS,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.places.france import Spot

_CAPITAL = r"(?:L[’']|Le |La |Les |L |d[’'])?[A-ZÉÈÊÀÂÎÔÛÇŒ][\w’'.-]*"
_LINK = r"[ -](?:de|du|des|la|le|les|en|sur|sous|lès|lez|les|aux|au|d[’']|l[’']|et|à|in|upon)[ -]?"
_NAME = rf"{_CAPITAL}(?:(?:(?:{_LINK}){{1,2}}|[ -]){_CAPITAL}){{0,5}}"
_PAREN = re.compile(r"\(([^()]{1,80})\)\s*$")
_AFTER = re.compile(
    rf"(?:\b(?:de la|de l[’']|de|du|des|à|au|aux|en|of|in|at)\s+|\bd[’']|\bl[’'])({_NAME})\s*$"
)
_TAIL = re.compile(rf"\s*(?:,|–|—|\s-|/|\|)\s*({_NAME})\s*$")
_ADDRESS = re.compile(rf"\b([0-9]{{5}})\s+({_NAME})")
_BESIDE = re.compile(r"[ -](?:lez|lès|les)[ -][\w’' -]+$", re.I)
_BASED = re.compile(
    rf"\b(?:bas[ée]e?s?|situ[ée]e?s?|install[ée]e?s?|implant[ée]e?s?|domicili[ée]e?s?|based|located|in|[àa])\s+(?:à|in|at)?\s*({_NAME})"
)
_AROUND = " .,;:()-–—|"
_NEAR = 260  # characters of a description that may say the town
_MANY, _SOME, _SHORT = 10_000, 2_000, 3  # inhabitants, letters
_UNTOLD = ("other", "company", "person", "group-unnamed", "publisher", "foundation")
_TERRITORIES = (REGION, FORMER_REGION, STATE, DEPARTEMENT, INTERCOMMUNALITY, COUNTRY)
_NUMBER = re.compile(r"^(?:[0-9]{2,3}|2[AB])$")


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
    return bool(_ADDRESS.search(text))


def of(text: str, near: str = "", *, is_body: bool = False) -> Town | None:
    """Return the town that a name ends with, None if it names none; `near` is a département to prefer.

    The name of a body of the state (`is_body`) ends with words such as "de la Mer" that are no town.
    """
    if match := _ADDRESS.search(text):
        spot = france().town(match[2], match[1][:2])
        return Town(match.start(2), match.end(2), match[2], spot, "address")
    if (match := _PAREN.search(text)) and (town := _inside(match[1], match.start(1), near)):
        return town
    for pattern, slot in ((_TAIL, "tail"), (_AFTER, "after")):
        match = None if is_body else pattern.search(text)
        if match and (town := _longest(match[1], match.start(1), near, slot)):
            return town
    return None


def said(text: str) -> Town | None:
    """Return the town of an address, or of words that are nothing but the name of a town."""
    if not text:
        return None
    if known := known_town(text.strip(_AROUND)):
        return Town(0, len(text), text.strip(_AROUND), france().town(known), "address")
    return of(text)


def large(name: str) -> Town | None:
    """Return the town that a name is as a whole, if it has so many inhabitants that it can be meant."""
    spot = france().town(name) if len(name) > _SHORT else None
    return Town(0, len(name), name, spot, "whole") if spot and spot.inhabitants > _MANY else None


def labelled(name: str, kind: str) -> Town | None:
    """Return the town that stands without a preposition: "Office culturel Arras", "Manchester Museum"."""
    words = name.split()
    if kind in _UNTOLD or len(words) < 2:
        return None
    for size in range(min(4, len(words) - 1), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            spot = france().town(part) if part[:1].isupper() and len(part) > _SHORT else None
            foreign = spot is not None and spot.kind == CITY
            first = words[0] == part.split()[0]
            if spot is None and any(one.inhabitants > _MANY for one in france().find(part, (CITY,))):
                return Town(0, 0, part, None, "label")
            if spot and spot.inhabitants > _SOME and (foreign or not (first or kind == "school")):
                return Town(0, 0, part, spot, "label")
    return None


def based(text: str) -> Town | None:
    """Return the town in which a description says that something is: "basé à Dannemarie"."""
    match = _BASED.search(text[:_NEAR])
    return _longest(match[1], match.start(1), "", "described", first=True) if match else None


def _inside(words: str, start: int, near: str) -> Town | None:
    """Return the town in parentheses; a number beside it is that of its département."""
    parts = [part for part in re.split(r"\s*[,–-]\s+|\s+-\s*|,|\s(?:et|and|&)\s", words) if part.strip()]
    number = next((part.strip() for part in parts if _NUMBER.match(part.strip())), "")
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


def _longest(words: str, start: int, near: str, slot: str, *, first: bool = False) -> Town | None:
    """Return the longest end of the words, or with `first` beginning, that is the name of a town."""
    cuts = [0, *(match.end() for match in re.finditer(r" |[’']", words))]
    parts = [(cut, len(words)) for cut in cuts]
    if first:
        parts = [
            (0, end)
            for end in sorted({len(words), *(m.start() for m in re.finditer(r"[ ,.]", words))}, reverse=True)
        ]
    for begin, stop in parts:
        end = stop - words[begin:stop].endswith(".")
        if known := known_town(words[begin:end]):
            return Town(start + begin, start + end, words[begin:end], france().town(known, near), slot)
    return None


def known_town(words: str) -> str:
    """Return the name by which a town is known, empty if it is none; `…-lez-Arras` may be left out of it."""
    for name in (words, _BESIDE.sub("", words)):
        if france().find(name, TOWNS):
            return name
    return ""


def is_place(text: str) -> bool:
    """Return whether a heading is nothing but the name of a place, under which others are listed."""
    bare = re.sub(r"^(?:en|à|in|dans (?:le|la|les)|au|aux)\s", "", text.strip(" :"), flags=re.I)
    return bool(france().find(bare))


def territory(text: str) -> Spot | None:
    """Return the region, département, intercommunality or country that a name ends with."""
    words = text.split()
    for first in range(len(words)):
        name = re.sub(r"^(?:d|l|de l)[’']", "", " ".join(words[first:]), flags=re.I)
        spots = [spot for spot in france().find(name, _TERRITORIES) if spot.code != "FR"]
        if spots:
            return spots[0] if len({spot.kind for spot in spots}) == len(spots) else None
    return None
