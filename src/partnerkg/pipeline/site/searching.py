"""Words and choices → the organisations that fit, the nearest first, and how many a further choice leaves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site import distance
from partnerkg.pipeline.site.listing import FACETS, entries
from partnerkg.query.search.words import BETWEEN

__all__ = [
    "BETWEEN",
    "NEAR_TO",
    "Search",
    "asked",
    "counts",
    "found",
    "is_known",
    "matching",
    "near",
    "told",
    "written",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.entry import Entry
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.places.simplified import Point

LONGEST = 200  # characters of words looked for
NEAR = 4  # names that are proposed where nothing fits
WITHIN, FARTHEST = 20, 1000  # kilometres, unless somebody says how many; and at most
REMEMBERED = 200  # searches whose ranks are kept
NEAR_TO = re.compile(
    r"(?P<words>.*?)\b(?:près d(?:e |['’])|autour d(?:e |['’])|à côté d(?:e |['’])|near |close to |around )"
    r"(?P<town>[^?!.]+?)[ ?!.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Search:
    """Words, at most one choice a facet as addresses write it, and how near to which town."""

    words: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    near: str = ""
    within: int = WITHIN

    def without(self, facet: str) -> Search:
        """Return the search without one of its choices."""
        return replace(self, choices={name: one for name, one in self.choices.items() if name != facet})

    def having(self, facet: str, value: str) -> Search:
        """Return the search with one more choice."""
        return replace(self, choices={**self.choices, facet: value})

    def parameters(self) -> dict[str, str]:
        """Return the parameters of its address, in one order."""
        words = {"q": self.words} if self.words else {}
        near = {"near": self.near, "within": str(self.within)} if self.near else {}
        return {**words, **near, **{name: self.choices[name] for name in FACETS if name in self.choices}}


def asked(parameters: Mapping[str, str], whole: Whole) -> Search:
    """Return the search of an address; words such as “near Lens” say what it is to be near."""
    choices = {name: parameters[name] for name in FACETS if parameters.get(name)}
    words, near = (" ".join(parameters.get(name, "").split())[:LONGEST] for name in ("q", "near"))
    said = None if near else NEAR_TO.fullmatch(words)
    if said and is_known(said["town"], whole):
        words, near = said["words"].strip(), said["town"]
    return Search(words, choices, near, _within(parameters.get("within", "")))


def _within(written: str) -> int:
    if written.isascii() and written.isdigit() and len(written) < 6 and 0 < int(written) <= FARTHEST:
        return int(written)
    return WITHIN


def found(search: Search, whole: Whole) -> list[Entry]:
    """Return the organisations that fit, as `partnerkg search` ranks them, without words by name."""
    ranks = matching(search.words, whole)[0] if search.words else None
    chosen = [
        entry
        for entry in entries(whole)
        if (ranks is None or entry.thing.value in ranks)
        and all(_has(entry, item) for item in search.choices.items())
    ]
    if search.near:
        chosen = _near(chosen, search, whole)
    return sorted(chosen, key=lambda entry: ranks[entry.thing.value]) if ranks else chosen


def matching(words: str, whole: Whole) -> tuple[Mapping[str, int], bool]:
    """Return what goes by words with its rank, by IRI, and whether it goes by some of them only."""
    known = whole.ranks
    if words not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        finds = whole.opened.finder.find(words, "fr")
        known[words] = {str(one.iri): rank for rank, one in enumerate(finds)}, finds.partly
    return known[words]


def is_known(near: str, whole: Whole) -> bool:
    """Return whether it is known where a town is."""
    return distance.middle(near, whole) is not None


def told(entry: Entry, whole: Whole) -> tuple[list[str], list[str]]:
    """Return what an organisation is called and the words that find it, for those who search elsewhere."""
    return whole.opened.finder.things.told(entry.thing)


def _near(some: Sequence[Entry], search: Search, whole: Whole) -> list[Entry]:
    """Return those that have a town near enough, the nearest first; none near a town that nobody knows."""
    here = distance.middle(search.near, whole)
    if here is None:
        return []
    far = {entry.thing: _far(entry, here, whole) for entry in some}
    near = (entry for entry in some if far[entry.thing] <= search.within)
    return sorted(near, key=lambda entry: far[entry.thing])


def _far(entry: Entry, here: Point, whole: Whole) -> float:
    points = (distance.point(town, whole) for town in entry.towns)
    return min((distance.kilometres(here, one) for one in points if one), default=inf)


def _has(entry: Entry, item: tuple[str, str]) -> bool:
    facet, value = item
    return any(written(one) == value for one in entry.choices[facet])


def written(choice: str) -> str:
    """Return a choice as an address writes it: the last part of an IRI."""
    return choice.rstrip("/").rpartition("#" if "#" in choice else "/")[2]


def counts(search: Search, whole: Whole, facet: str) -> list[tuple[str, int]]:
    """Return the choices of a facet with how many organisations each leaves, without its own choice."""
    counter = Counter(
        choice for entry in found(search.without(facet), whole) for choice in entry.choices[facet]
    )
    if facet == "completeness":
        return sorted(counter.items(), key=lambda item: int(item[0]))
    names = whole.names("fr")
    return sorted(
        counter.items(), key=lambda item: (-item[1], fold(names[NamedNode(item[0])].words), item[0])
    )


def near(words: str, whole: Whole) -> list[NamedNode]:
    """Return the things whose names are spelt most like words, as `partnerkg search` suggests them."""
    alike = whole.opened.finder.things.nearest(words[:LONGEST], "fr", NEAR)
    return [thing for one in alike if (thing := NamedNode(str(one.iri))) in whole.addresses]
