"""Countries by their names in French and English, in their own languages, and by letters."""

from __future__ import annotations

from partnerkg.places.france import COUNTRY, france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.places.france import Spot

_CALLED = {
    "UK": "Royaume-Uni",
    "GB": "Royaume-Uni",
    "USA": "États-Unis",
    "US": "États-Unis",
    "Deutschland": "Allemagne",
    "Österreich": "Autriche",
    "Schweiz": "Suisse",
    "Svizzera": "Suisse",
    "España": "Espagne",
    "Italia": "Italie",
    "Nederland": "Pays-Bas",
    "België": "Belgique",
    "Sverige": "Suède",
    "Norge": "Norvège",
    "Danmark": "Danemark",
    "Suomi": "Finlande",
    "Polska": "Pologne",
    "Česko": "Tchéquie",
    "Czech Republic": "Tchéquie",
    "Magyarország": "Hongrie",
}


def named(words: str) -> Spot | None:
    """Return the country that words are, or letters for it: "Suisse", which is a commune, too, "UK"."""
    return next(iter(france().find(_CALLED.get(words.replace(".", ""), words), (COUNTRY,))), None)
