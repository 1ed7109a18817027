"""Places and the local authorities that govern them: names, numbers, slugs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_LINKS = {0: "de ", 1: "d’", 2: "du ", 3: "de ", 4: "des ", 5: "de ", 6: "des ", 7: "de ", 8: "de "}
_MERGED_ARTICLES = {2: "Le ", 4: "Les ", 6: "Aux "}

SLUGS = {
    "Region": "region",
    "Departement": "departement",
    "Commune": "commune",
    "ArrondissementMunicipal": "arrondissement-municipal",
    "Intercommunalite": "intercommunalite",
}
TOWNS = ("commune-", "arrondissement-municipal-")  # how the slugs of towns begin


def linked(name: str, link: int) -> str:
    """Return the name after its French preposition: `d’Arras`, `de Lens`, `du Portel`.

    `link` is the code 0 to 8 that the COG gives each name (INSEE's TNCC): it knows which h is mute.
    """
    return _LINKS[link] + name.removeprefix(_MERGED_ARTICLES.get(link, ""))


def is_siren(number: str) -> bool:
    """Return whether these are nine digits with a valid check digit (Luhn, ISO/IEC 7812-1)."""
    if not re.fullmatch(r"[0-9]{9}", number):
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A commune or municipal arrondissement that the graph needs, as a person lists it.

    `town_hall` is the full name of its local authority where "Commune de …" is wrong. When a page names the
    town hall, `town_hall_in_readings` is set: its name then comes from that claim and not from here.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    town_hall: str = ""
    town_hall_in_readings: bool = False
    note: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the data on places come from; texts by language, addresses as IRIs.

    `note` says what is to be known of the graph of these data, `author` who makes its claims where that is
    not the publisher of the address.
    """

    slug: str
    title: Mapping[str, str]
    rights: Mapping[str, str]
    url: str
    license: str
    note: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    derived_from: tuple[str, ...] = ()
    author: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A region, département, commune or municipal arrondissement as the COG describes it.

    `kind` is its class in INSEE's geographical ontology; `parent` is the slug of the next larger place.
    """

    kind: str
    code: str
    name: str
    link: int
    parent: str | None = None
    postal_codes: tuple[str, ...] = ()
    population: int | None = None
    siren: str | None = None

    @property
    def slug(self) -> str:
        """Return the last part of its IRI, such as `commune-62041`."""
        return f"{SLUGS[self.kind]}-{self.code}"

    @property
    def linked_name(self) -> str:
        """Return its name after its preposition: `d’Arras`."""
        return linked(self.name, self.link)
