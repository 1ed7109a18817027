"""The places of France as the places of a project: those its readings name, out of the whole code."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache

from pyoxigraph import Quad

from partnerkg import resources
from partnerkg.errors import AmbiguousPlace, NoSuchPlace, Suggestion, UnknownPlace
from partnerkg.model.name import fold
from partnerkg.model.place import SLUGS, Place
from partnerkg.places import cog, gazetteer
from partnerkg.places.france import (
    ARRONDISSEMENT,
    COMMUNE,
    DEPARTEMENT,
    INTERCOMMUNALITY,
    REGION,
    Spot,
    france,
)
from partnerkg.places.postal import postal_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLASSES = {
    COMMUNE: "Commune",
    ARRONDISSEMENT: "ArrondissementMunicipal",
    DEPARTEMENT: "Departement",
    REGION: "Region",
    INTERCOMMUNALITY: "Intercommunalite",
}
LATELY = 1 << 14  # places that are looked for again and again
_SIZES = (
    (COMMUNE, ARRONDISSEMENT),
    (DEPARTEMENT,),
    (REGION,),
    (INTERCOMMUNALITY,),
)  # of one name the smallest is meant
_WITHIN = re.compile(r"(.+?)\s*\(([0-9AB]{2,3})\)\s*")  # a town with the number of its département
_LEVEL = re.compile(r"(.+?)\s*\(([^\W\d]{6,})\)\s*")  # a territory whose name a town has, too
_CALLED = {
    COMMUNE: ("commune",),
    DEPARTEMENT: ("département", "department"),
    REGION: ("région",),
    INTERCOMMUNALITY: ("intercommunalité", "intercommunality"),
}
_LEVELS = {fold(name): kind for kind, names in _CALLED.items() for name in names}
_ABOVE = {COMMUNE: DEPARTEMENT, ARRONDISSEMENT: COMMUNE, DEPARTEMENT: REGION}
_CITIES = {
    "132": "13055",
    "693": "69123",
    "751": "75056",
}  # communes by what their arrondissements begin with


class French(gazetteer.Gazetteer):
    """All communes, arrondissements, intercommunalities, départements and regions, by name and by slug.

    A town that shares its name is told apart by the number of its département, a territory by what it is:
    `Saint-Denis (93)`, `Bretagne (région)`.
    """

    __slots__ = ("_around",)

    def __init__(self) -> None:
        super().__init__({}, ())
        self._around: dict[str, list[str]] = {}

    def find(self, name: str) -> str:
        """Return the slug of the place; NoSuchPlace, or AmbiguousPlace with what to write instead."""
        if spot := _at(name):
            return slug(spot)
        within = _WITHIN.fullmatch(name)
        wanted, near = (within[1], within[2]) if within else (name, "")
        sizes: tuple[tuple[str, ...], ...] = _SIZES
        if level := _level(name):
            wanted, kind = level
            sizes = ((kind,),)
        for kinds in sizes:
            spots = [spot for spot in france().find(wanted, kinds) if not near or _lies(spot, near)]
            if len(spots) > 1 and kinds == _SIZES[0]:
                spot = france().town(wanted, near)
                spots = [spot] if spot and spot.kind in CLASSES else spots
            if len(spots) == 1:
                return slug(spots[0])
            if spots:
                raise AmbiguousPlace(name=name, known=", ".join(map(_apart, spots)))
        raise NoSuchPlace(name=name, suggestion=Suggestion(wanted, _alike(wanted)))

    def around(self, name: str) -> list[str]:
        """Return the longer names of places in which this name stands: Saint-Nicolas-lez-Arras for Arras."""
        if name not in self._around:
            wanted = fold(bare(name))
            self._around[name] = [
                known
                for known in _having().get(wanted.partition(" ")[0], ())
                if len(known) > len(wanted) and f" {wanted} " in f" {known} "
            ]
        return self._around[name]

    def label(self, place: str) -> str:
        """Return the name of a slug; UnknownPlace if there is no such place."""
        spot = _at(place)
        if spot is None:
            raise UnknownPlace(name=place, suggestion=Suggestion("", ()))
        return spot.name

    def written(self, name: str) -> str:
        return bare(name)


def bare(name: str) -> str:
    """Return the name of a place without what tells it from others: the number of its département, level."""
    within = _WITHIN.fullmatch(name)
    level = _level(name)
    return within[1] if within else level[0] if level else name


def _level(name: str) -> tuple[str, str] | None:
    """Return the name and the kind of a place that is called by both."""
    found = _LEVEL.fullmatch(name)
    kind = _LEVELS.get(fold(found[2])) if found else None
    return (found[1], kind) if found and kind else None


def _apart(spot: Spot) -> str:
    """Return what tells a place from others of its name."""
    within = _CALLED[spot.kind][0] if spot.kind in (DEPARTEMENT, REGION, INTERCOMMUNALITY) else spot.parent
    return f"{spot.name} ({within})"


def slug(spot: Spot) -> str:
    """Return the last part of the IRI of a place: `commune-62041`."""
    return f"{SLUGS[CLASSES[spot.kind]]}-{spot.code}"


@lru_cache(maxsize=LATELY)
def named(code: str, name: str) -> str | None:
    """Return what a reading writes for the place with this code that goes by a name.

    None for what is no place of a graph. The name tells the region from the département of the same code.
    """
    spots = [spot for kind in CLASSES if (spot := france().at(kind, code))]
    if len(spots) > 1:
        spots = [spot for spot in spots if any(one.code == code for one in france().find(name, (spot.kind,)))]
    if not spots:
        return None
    written = (spots[0].name, _apart(spots[0]))
    return next((one for one in written if french_find(one) == slug(spots[0])), slug(spots[0]))


@lru_cache(maxsize=LATELY)
def french_find(name: str) -> str:
    """Return the slug of a name, empty if it is none or that of several."""
    try:
        return French().find(name)
    except (AmbiguousPlace, NoSuchPlace):
        return ""


def quads(places: Iterable[str]) -> list[Quad]:
    """Return what the graph says of places, given by slug, and of those they lie in; with their origin."""
    spots = {slug(spot): spot for place in places for spot in _up(place)}
    if not spots:
        return []
    shipped = os.path.join(resources.root(), "graph", "reference", "communes.yaml")
    return list(gazetteer.quads([_place(spot) for spot in spots.values()], cog.listing(shipped)))


def _up(place: str) -> Iterator[Spot]:
    spot = _at(place)
    while spot:
        yield spot
        spot = _above(spot)


def _above(spot: Spot) -> Spot | None:
    kind = _ABOVE.get(spot.kind)
    code = _CITIES[spot.code[:3]] if spot.kind == ARRONDISSEMENT else spot.parent
    return france().at(kind, code) if kind else None


def _place(spot: Spot) -> Place:
    above = _above(spot)
    return Place(
        CLASSES[spot.kind],
        spot.code,
        spot.name,
        0,
        slug(above) if above else None,
        population=spot.inhabitants or None,
        postal_codes=postal_codes().get(spot.code, ()) if spot.kind in (COMMUNE, ARRONDISSEMENT) else (),
    )


def _at(place: str) -> Spot | None:
    """Return the place of a slug, None if it is none."""
    for kind, name in CLASSES.items():
        start = f"{SLUGS[name]}-"
        if place.startswith(start):
            return france().at(kind, place.removeprefix(start))
    return None


def _lies(spot: Spot, departement: str) -> bool:
    return departement in (spot.parent, spot.code)


@cache
def _names() -> list[str]:
    return list(france().names())


@cache
def _having() -> dict[str, list[str]]:
    """Return the names of several words by each of these."""
    found: dict[str, list[str]] = {}
    for name in _names():
        words = name.split()
        for word in dict.fromkeys(words if len(words) > 1 else ()):
            found.setdefault(word, []).append(name)
    return found


def _alike(name: str) -> list[str]:
    start = fold(name)[:2]
    return sorted({name for name in _names() if name.startswith(start)})
