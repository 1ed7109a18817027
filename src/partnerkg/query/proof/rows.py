"""The claims that a row rests on: enough for it, and none too many."""

from __future__ import annotations

from types import MappingProxyType

from partnerkg.errors import WrongSparql
from partnerkg.query.proof.found import Finder, TooMany
from partnerkg.query.proof.made import Made
from partnerkg.query.proof.proven import Proven
from partnerkg.query.proof.shown import Shown
from partnerkg.query.proof.world import Trial, World
from partnerkg.query.table import Table
from partnerkg.sparql.opened import open_query
from partnerkg.sparql.query import read
from partnerkg.sparql.uncounted import uncounted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkg.model.terms import Substitutions
    from partnerkg.query.joined import Joining
    from partnerkg.query.lead import Lead
    from partnerkg.query.proof.found import Need, Solution
    from partnerkg.query.proof.world import Unit, Way
    from partnerkg.sparql.opened import Opened
    from partnerkg.store.base import Store


MOST_WAYS = 20
_NONE: tuple[list[Way], bool] = ([], False)


def prove(
    text: str,
    answer: Table,
    store: Store,
    terms: Substitutions,
    *,
    leads: Sequence[tuple[Lead, ...]] = (),
    joining: Joining = MappingProxyType({}),
) -> list[Proven]:
    """Return what proves each row of the answer to a SELECT that was told these values.

    `leads` are for each row the questions that give what it counts or misses, `joining` how rows become one.
    Of a row that counts more than anybody reads, or was only chosen by a count, what it says beside is
    proved.
    """
    try:
        asked = _Asked(text, answer, store, terms, joining)
        beside = uncounted(text) if asked.opened.counts else None
        less = answer if beside is None else _less(answer, beside)
        chosen = beside is not None and less.columns == answer.columns
        found = [_NONE] * len(answer) if chosen else asked.ways()
        others = found
        if beside is not None and not all(ways for ways, _ in found):
            fewer = _Asked(beside, less, store, terms, joining, some=True).ways()
            others = [few if len(few[0]) < MOST_WAYS else _NONE for few in fewer]
    except (WrongSparql, SyntaxError):  # a form that cannot be opened proves nothing, and says so
        return [Proven(()) for _ in answer]
    shown = Shown([ways or other for (ways, _), (other, _) in zip(found, others, strict=True)], store)
    return [
        Proven(
            shown.proofs(ways or other),
            tuple(frozenset(frozenset(part.value for part in unit) for unit in way) for way in ways or other),
            more or further,
            *_beyond(asked.opened, groups),
            led,
            beside=not ways and bool(other),
            best=shown.best(ways or other),
        )
        for (ways, more), (other, further), groups, led in zip(
            found, others, asked.made, leads or [()] * len(answer), strict=True
        )
    ]


def _beyond(opened: Opened, groups: list[list[Solution]]) -> tuple[bool, bool]:
    """Return whether a row rests on a count, and whether on an absence.

    One that is found in several ways does so only if all of them do, one that many make together if any does.
    """
    if not groups:
        return opened.counts, opened.denies
    return (
        all(any(map(opened.rests_on_count, group)) for group in groups),
        all(any(map(opened.rests_on_absence, group)) for group in groups),
    )


def _less(answer: Table, beside: str) -> Table:
    """Return the columns of an answer that a question has beside what it counts."""
    kept = read(beside).columns
    places = [place for place, name in enumerate(answer.columns) if kept is None or name in kept]
    columns = [answer.columns[place] for place in places]
    return Table(columns, [tuple(row[place] for place in places) for row in answer])


class _Asked:
    """A question that was asked, opened; `made` are for each row the solutions that make it."""

    def __init__(
        self,
        text: str,
        answer: Table,
        store: Store,
        terms: Substitutions,
        joining: Joining,
        *,
        some: bool = False,
    ) -> None:
        self._text, self._terms, self._joining = text, terms, joining
        self._answer = answer
        self._finder = Finder(store, terms)
        self.opened = open_query(text, some=some)
        self._whole = self.opened.grouped or bool(joining)
        self.made = Made(text, self.opened, answer, joining).solutions(self._finder)

    def ways(self) -> list[tuple[list[Way], bool]]:
        """Return the ways in which each row is found, and whether there are more than were looked at."""
        finder, opened = self._finder, self.opened
        needed = [_needed(finder, opened, groups) for groups in self.made]
        finder.look_up(need for ways in needed for way in ways for need in way)
        found = []
        musts = () if opened.grouped else opened.musts
        trial = Trial(
            self._text, self._terms, self._answer.columns, finder, joining=self._joining, musts=musts
        )
        for row, ways in zip(self._answer, needed, strict=True):
            least = _ways(ways, finder, World(trial, row), self._whole, opened.monotone)
            found.append((least, len(ways) > MOST_WAYS or len(least) >= MOST_WAYS))
        return found


def _needed(finder: Finder, opened: Opened, groups: Iterable[list[Solution]]) -> list[frozenset[Need]]:
    """Return the triples of each way in which a row is found: all of those that make it together."""
    try:
        ways = {
            frozenset(need for solution in group for need in finder.needs(opened, solution))
            for group in groups
            if len(group) <= MOST_WAYS * 5
        }
    except TooMany:
        return []
    return sorted(ways, key=lambda way: (len(way), str(sorted(map(str, way)))))


def _ways(
    needed: list[frozenset[Need]], finder: Finder, world: World, whole: bool, monotone: bool
) -> list[Way]:
    """Return the least sets of claims and places from which a row comes out."""
    ways: dict[Way, None] = {}
    for needs in needed[:MOST_WAYS]:
        units: dict[Unit, list[Need]] = {}
        given: list[Need] = []
        missing = False
        for need in needs:
            keepers = finder.keepers(need)
            if keepers is None:
                missing = True
            elif keepers:
                units.setdefault(keepers, []).append(need)
            else:
                given.append(need)
        if whole:
            ways |= dict.fromkeys(world.ways(units, given, MOST_WAYS))
        else:
            way = world.least(units, given, sure=monotone and not missing)
            if way is not None:
                ways[way] = None
    return [way for way in ways if not any(_beats(other, way) for other in ways)]


def _beats(one: Way, other: Way) -> bool:
    """Return whether whatever says all of the other way says all of this one, and not the reverse."""

    def covers(less: Way, more: Way) -> bool:
        return all(any(unit <= wanted for unit in more) for wanted in less)

    return covers(one, other) and not covers(other, one)
