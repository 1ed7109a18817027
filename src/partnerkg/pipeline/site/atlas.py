"""Where the organisations are: how many in each town, and the outlines that a map of them needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site.listing import entries, upwards
from partnerkg.pipeline.site.terms import IGEO
from partnerkg.places.france import DEPARTEMENT, france
from partnerkg.places.positions import outlines, position

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.site.entry import Entry
    from partnerkg.pipeline.site.question import Row
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.places.france import Spot
    from partnerkg.places.simplified import Point

SHARE = 0.1  # of the organisations that a region must have for its outlines to be drawn
EVERYWHERE = 0.7  # of them that regions so chosen must have together; else all of France is drawn


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its organisations; `point` is None if it is not known or off the map."""

    thing: NamedNode
    name: str
    department: NamedNode | None
    point: Point | None
    organizations: Sequence[NamedNode]


@dataclass(frozen=True, slots=True)
class Department:
    """An outline: rings of points, and the name."""

    name: str
    rings: Sequence[Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The towns on the map, those off it, what is drawn below; how many organisations have a town.

    `wider` have no town but a territory, `nowhere` neither.
    """

    towns: Sequence[Town]
    off: Sequence[Town]
    departments: Sequence[Department]
    placed: int
    wider: Sequence[NamedNode] = ()
    nowhere: Sequence[NamedNode] = ()


def atlas(whole: Whole, language: str, some: Sequence[Entry] | None = None) -> Atlas:
    """Return the towns of organisations, by default of all; those with most of them first, then by name."""
    from partnerkg.pipeline.site.terms import PK

    there: dict[NamedNode, list[NamedNode]] = {}
    wider: list[NamedNode] = []
    nowhere: list[NamedNode] = []
    chosen = entries(whole) if some is None else some
    for entry in chosen:
        towns = entry.towns
        if not towns:
            has_territory = bool(whole.said.links(entry.thing, PK.territory, PK.governs))
            (wider if has_territory else nowhere).append(entry.thing)
        for town in towns:
            there.setdefault(_town(town, whole), []).append(entry.thing)
    placed = len(chosen) - len(wider) - len(nowhere)
    return replace(_atlas(there, whole, language, placed), wider=wider, nowhere=nowhere)


def of_answer(rows: Iterable[Row], whole: Whole, language: str) -> Atlas:
    """Return the towns that rows name, each with the other things of its rows."""
    there: dict[NamedNode, list[NamedNode]] = {}
    for row in rows:
        things = [term for term in row.terms if isinstance(term, NamedNode)]
        for town in (one for one in things if IGEO.Commune in whole.classes(one)):
            others = [one for one in things if one != town and one in whole.addresses][:1]
            some = there.setdefault(_town(town, whole), [])
            some += [one for one in others or [town] if one not in some]
    return _atlas(there, whole, language, sum(map(len, there.values())))


def _atlas(there: dict[NamedNode, list[NamedNode]], whole: Whole, language: str, placed: int) -> Atlas:
    drawn = _drawn(there, whole)
    names = whole.names(language)
    found = [_found(town, some, whole, names[town].words, drawn) for town, some in there.items()]
    found.sort(key=lambda town: (-len(town.organizations), fold(town.name), town.thing.value))
    return Atlas(
        [town for town in found if town.point],
        [town for town in found if not town.point],
        [Department(*outlines()[code]) for code in sorted(drawn) if code in outlines()],
        placed,
    )


def _town(place: NamedNode, whole: Whole) -> NamedNode:
    """Return the town of a municipal arrondissement, any other place as it is."""
    above = upwards(place, whole)
    towns = [one for one in above if IGEO.Commune in whole.classes(one)]
    return towns[-1] if towns else place


def _found(town: NamedNode, some: Sequence[NamedNode], whole: Whole, name: str, drawn: set[str]) -> Town:
    department = next((one for one in upwards(town, whole) if IGEO.Departement in whole.classes(one)), None)
    code = whole.said.text(department, IGEO.codeINSEE) if department else None
    point = position(whole.said.text(town, IGEO.codeINSEE) or "") if code in drawn else None
    return Town(town, name, department, point, some)


@cache
def _departments() -> Mapping[str, Spot]:
    return {spot.code: spot for spot in france().all(DEPARTEMENT) if spot.code in outlines()}


def _drawn(there: dict[NamedNode, list[NamedNode]], whole: Whole) -> set[str]:
    """Return the codes of the départements that are drawn: those of the regions with enough organisations."""
    regions: Counter[str] = Counter()
    total = sum(map(len, there.values()))
    if not total:
        return set()
    known = _departments()
    for town, some in there.items():
        for place in upwards(town, whole):
            code = whole.said.text(place, IGEO.codeINSEE) or ""
            if IGEO.Departement in whole.classes(place) and code in known:
                regions[known[code].parent] += len(some)
    chosen = {region for region, count in regions.items() if count >= SHARE * total}
    if sum(regions[region] for region in chosen) < EVERYWHERE * total:
        chosen = {spot.parent for spot in known.values()}
    return {code for code, spot in known.items() if spot.parent in chosen}
