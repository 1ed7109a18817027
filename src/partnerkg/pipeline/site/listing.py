"""The organisations in one list, each with what it can be chosen by."""

from __future__ import annotations

from partnerkg.model.name import fold
from partnerkg.pipeline.site.entry import Entry
from partnerkg.pipeline.site.terms import IGEO, ORG, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.whole import Whole

FACETS = ("kind", "department", "town", "network", "partner", "completeness")
STEPS = (0, 50, 100)  # percent: below half, half and more, all


def entries(whole: Whole) -> Sequence[Entry]:
    """Return the organisations by name, with what they can be chosen by."""
    if whole.entries is None:
        whole.entries = _entries(whole)
    return whole.entries


def _entries(whole: Whole) -> Sequence[Entry]:
    names = whole.names("fr")
    found = [entry(thing, whole) for thing in whole.organizations]
    return sorted(found, key=lambda one: (fold(names[one.thing].words), one.thing.value))


def entry(thing: NamedNode, whole: Whole) -> Entry:
    """Return one organisation with its choices, which are IRIs, but the step of its completeness."""
    said = whole.said
    towns = towns_of(thing, whole)
    departments = dict.fromkeys(
        above
        for place in [*towns, *said.links(thing, PK.territory, PK.governs)]
        for above in upwards(place, whole)
        if IGEO.Departement in whole.classes(above)
    )
    choices = {
        "kind": whole.classes(thing),
        "department": list(departments),
        "town": towns,
        "network": said.links(thing, ORG.memberOf),
        "partner": said.leading(thing, PK.hasPartner),
    }
    return Entry(
        thing,
        {
            **{facet: tuple(one.value for one in some) for facet, some in choices.items()},
            **_step(thing, whole),
        },
        tuple(towns),
    )


def _step(thing: NamedNode, whole: Whole) -> dict[str, tuple[str, ...]]:
    score = whole.score(thing)
    percent = score.percent if score else None
    return {"completeness": () if percent is None else (str(max(one for one in STEPS if one <= percent)),)}


def towns_of(thing: NamedNode, whole: Whole) -> list[NamedNode]:
    """Return the towns of a thing: those of its sites, and the one that it governs."""
    sites = [
        town for site in whole.said.links(thing, ORG.hasSite) for town in whole.said.links(site, PK.commune)
    ]
    governed = [
        place for place in whole.said.links(thing, PK.governs) if IGEO.Commune in whole.classes(place)
    ]
    return list(dict.fromkeys([*sites, *governed]))


def upwards(place: NamedNode, whole: Whole) -> list[NamedNode]:
    """Return a place and those that it lies in, the nearest first."""
    chain = [place]
    for one in chain:
        chain += [above for above in whole.said.links(one, IGEO.subdivisionDe) if above not in chain]
    return chain
