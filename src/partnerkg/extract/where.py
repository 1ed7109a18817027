"""The place that words are as a whole: a town, with its country or not, or else a territory."""

from __future__ import annotations

import re

from partnerkg.extract import countries, towns
from partnerkg.extract.towns import Town
from partnerkg.places.france import COUNTRY, DEPARTEMENT, FORMER_REGION, REGION, STATE, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.places.france import Spot

GREAT = 100_000  # inhabitants of a town that is meant rather than the territory of its name
TERRITORY = "territory"
_LARGE = (DEPARTEMENT, REGION, FORMER_REGION, STATE, COUNTRY)
_VAGUE = (REGION, FORMER_REGION, STATE, COUNTRY)
_IN = re.compile(
    r"^(?:[àÀ]\s|en\s|au\s|aux\s|in\s(?:the\s)?|the\s|dans (?:le|la|les)\s|dans l[’']|"
    r"d[ée]partement (?:du|de la|des|de)\s|d[ée]partement (?:de l|d)[’']|r[ée]gion\s|pays\s)",
    re.I,
)
_AROUND = re.compile(
    r"\s(?:et (?:ses |les )?(?:environs|alentours)|and (?:around|surroundings|beyond))$|"
    r"\s\(?(?:[0-9]{2,3}|2[AB])\)?$",
    re.I,
)
_PARTS = re.compile(r",\s+|\s[–—-]\s|\s?[()]\s?|\s?/\s?")
_LETTERS = re.compile(r"(?:[A-Z]{2,3}|U\.K|U\.S(?:\.A)?|[0-9]{2,3}|2[AB]|CEDEX)$")
_EDGES = re.compile(r"^\W+|\W+$")


def place(text: str) -> Town | None:
    """Return the place that words are and nothing else: "Bristol, UK", "En Bretagne", "Nord (59)"."""
    bare = _IN.sub("", _AROUND.sub("", _EDGES.sub("", text)))
    parts = [part for part in _PARTS.split(bare) if part]
    if not any(map(str.isupper, bare)):
        return None
    if not parts or not all(_is_place(part) for part in parts):
        return None
    first = parts[0]
    if known := towns.known_town(first):
        near = next((part for part in parts[1:] if part[:1].isdigit()), "")
        spot = france().town(known, near)
        if len(parts) > 1 or not _is_territory(known, spot):
            return Town(text.find(first), text.find(first) + len(first), first, spot, "address")
    large = _large(first)
    return Town(text.find(first), text.find(first) + len(first), first, large, TERRITORY) if large else None


def heading(text: str) -> Town | None:
    """Return the town or département that a heading is; what is larger says too little."""
    town = place(text)
    is_vague = town is not None and town.spot is not None and town.spot.kind in _VAGUE
    return None if is_vague else town


def located(text: str) -> Town | None:
    """Return the place where a heading says that those are whom it leads to: "Nos partenaires à Lens"."""
    match = re.search(rf"\s(?:à|en|dans (?:le|la|les)|in)\s+({towns.NAME})\s*:?$", text)
    return heading(match[1]) if match else None


def numbered(text: str) -> Town | None:
    """Return the département in brackets behind a name, by its name or number: "Les Tisseurs (62)"."""
    spot = france().at(DEPARTEMENT, towns.departement(text))
    return Town(0, 0, spot.name, spot, TERRITORY) if spot else None


def _is_place(part: str) -> bool:
    return bool(_LETTERS.match(part) or towns.known_town(part) or _large(part))


def _large(words: str) -> Spot | None:
    """Return the territory that words are."""
    return countries.named(words) or next(iter(france().find(words, _LARGE)), None)


def _is_territory(name: str, spot: Spot | None) -> bool:
    """Return whether a name is rather that of a territory than of a small town: Bretagne, Washington."""
    is_great = spot is not None and spot.inhabitants > GREAT
    return bool(france().find(name, (STATE, COUNTRY) if is_great else _LARGE))
