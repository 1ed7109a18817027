"""The place that ends a name: a town with its region behind, or what people of a country are called by."""

from __future__ import annotations

import re

from partnerkg.extract import inside, kinds, towns
from partnerkg.extract.towns import Town
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.places.france import Spot

_COUNTRY = re.compile(
    r"\bdu ((?:Haut-|Bas-|Grand )?[A-ZÉ][a-zéèêâîôûç]{2,15}(?:ais|ois))$"
)  # "du Libournais"


def town(name: str, spot: Spot, kind: str) -> Town | None:
    """Return the town of a house that stands before its region: "Opéra de Rouen Normandie"."""
    words = re.split(r"[ -]", name)
    last = len(spot.name.split())
    if kind not in inside.HOUSES or kind == kinds.BODY or fold(" ".join(words[-last:])) != fold(spot.name):
        return None
    found = towns.of(" ".join(words[:-last]))
    return found if found and found.slot == "after" else None


def country(name: str, kind: str) -> str:
    """Return the country, as its people call it, that ends the name of a house: "Musée du Libournais"."""
    match = _COUNTRY.search(name) if kind in inside.HOUSES else None
    return match[1] if match else ""
