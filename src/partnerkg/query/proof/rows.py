"""The claims that a row rests on: enough for it, and none too many."""

from __future__ import annotations

from types import MappingProxyType

from partnerkg.errors import WrongSparql
from partnerkg.query.proof import evidence
from partnerkg.query.proof.found import Finder, TooMany
from partnerkg.query.proof.proven import Proven
from partnerkg.query.proof.world import World
from partnerkg.sparql.opened import open_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Row, Substitutions, Term
    from partnerkg.query.joined import Joining
    from partnerkg.query.proof.evidence import Proof
    from partnerkg.query.proof.found import Need, Solution
    from partnerkg.query.proof.world import Unit, Way
    from partnerkg.query.table import Table
    from partnerkg.sparql.opened import Opened
    from partnerkg.store.base import Store


MOST_WAYS = 20


def prove(
    text: str,
    answer: Table,
    store: Store,
    terms: Substitutions,
    *,
    lists: tuple[str, ...] = (),
    joining: Joining = MappingProxyType({}),
) -> list[Proven]:
    """Return what proves each row of the answer to a SELECT that was told these values.

    `lists` are the questions that give what this one counts or misses, `joining` how its rows become one.
    """
    finder = Finder(store, terms)
    try:
        opened = open_query(text)
        together = opened.grouped or bool(joining)
        made = _Rows(opened, answer, joining).solutions(finder)
        needed = [_needed(finder, opened, solutions, together) for solutions in made]
        beside = [
            [] if ways else _beside(finder, opened, solutions)
            for ways, solutions in zip(needed, made, strict=True)
        ]
    except (WrongSparql, SyntaxError):  # a form that cannot be opened proves nothing, and says so
        return [Proven(()) for _ in answer]
    finder.look_up(need for ways in (*needed, *beside) for way in ways for need in way)

    def world(row: Row) -> World:
        return World(
            text, terms, answer.columns, row, finder, joining=joining, musts=() if together else opened.musts
        )

    found = [
        _ways(ways, finder, world(row), together, opened.monotone)
        for ways, row in zip(needed, answer, strict=True)
    ]
    others = [_holding(ways, finder) for ways in beside]
    claims = {claim.value for ways in found for way in ways for unit in way for claim in unit}
    known = evidence.proofs(claims.union(*others), store)
    return [
        _proven(
            ways,
            other,
            known,
            more=len(needs) > MOST_WAYS,
            beyond=_beyond(opened, solutions, together, lists),
        )
        for ways, other, needs, solutions in zip(found, others, needed, made, strict=True)
    ]


def _proven(
    ways: list[Way],
    beside: set[str],
    known: dict[str, list[Proof]],
    *,
    more: bool,
    beyond: tuple[bool, bool, tuple[str, ...]],
) -> Proven:
    named = [frozenset(frozenset(claim.value for claim in unit) for unit in way) for way in ways]
    claims = {claim for way in named for unit in way for claim in unit} or beside
    proofs = sorted((proof for claim in claims for proof in known.get(claim, ())), key=lambda one: one.order)
    return Proven(tuple(proofs), tuple(named), more, *beyond)


def _beyond(
    opened: Opened, solutions: list[Solution], together: bool, lists: tuple[str, ...]
) -> tuple[bool, bool, tuple[str, ...]]:
    """Return whether a row rests on a count, whether on an absence, and what lists what was looked at.

    One that is found in several ways does so only if all of them do, one that many make if any does.
    """
    if not solutions:
        return opened.counts, opened.denies, lists
    some = any if together else all
    return some(map(opened.rests_on_count, solutions)), some(map(opened.rests_on_absence, solutions)), lists


class _Rows:
    """The rows of an answer, and which solutions of the opened query make each of them."""

    def __init__(self, opened: Opened, answer: Table, joining: Joining) -> None:
        self._opened = opened
        self._keys = [name for name in answer.columns if name not in opened.counted and name not in joining]
        self._rows = [self._key(dict(zip(answer.columns, row, strict=True))) for row in answer]

    def _key(self, values: dict[str, Term | None] | Solution) -> tuple[Term | None, ...]:
        return tuple(values.get(name) for name in self._keys)

    def solutions(self, finder: Finder) -> list[list[Solution]]:
        """Return for each row the solutions that make it."""
        if not self._rows:
            return []
        made: dict[tuple[Term | None, ...], list[Solution]] = {row: [] for row in self._rows}
        for solution in finder.solutions(self._opened):
            key = self._key(solution)
            if key in made:
                made[key].append(solution)
        return [made[row] for row in self._rows]


def _needed(
    finder: Finder, opened: Opened, solutions: Iterable[Solution], together: bool
) -> list[frozenset[Need]]:
    """Return the triples of each way in which a row is found; of one that many make all of them together."""
    try:
        ways = [frozenset(finder.needs(opened, solution)) for solution in solutions]
    except TooMany:
        return []
    if together:
        return [frozenset().union(*ways)] if len(ways) <= MOST_WAYS * 5 else []
    return sorted(set(ways), key=lambda way: (len(way), str(sorted(map(str, way)))))


def _beside(finder: Finder, opened: Opened, solutions: list[Solution]) -> list[frozenset[Need]]:
    """Return what a row says beside a count of more than anybody reads; nothing if it says no more."""
    if not opened.counts or opened.counted or len(solutions) > MOST_WAYS:
        return []
    return [frozenset(finder.needs(opened, one, without_counts=True)) for one in solutions]


def _holding(ways: list[frozenset[Need]], finder: Finder) -> set[str]:
    """Return the claims that hold the triples of these ways."""
    holders = (finder.holders(need) for way in ways for need in way)
    return {claim.value for some in holders if some <= finder.claims for claim in some}


def _ways(
    needed: list[frozenset[Need]], finder: Finder, world: World, together: bool, monotone: bool
) -> list[Way]:
    """Return the least sets of claims from which a row comes out."""
    ways: dict[Way, None] = {}
    for needs in needed[:MOST_WAYS]:
        units: dict[Unit, list[Need]] = {}
        given: list[Need] = []
        for need in needs:
            holders = finder.holders(need)
            if holders and holders <= finder.claims:
                units.setdefault(frozenset(holders), []).append(need)
            elif holders:
                given.append(need)
        sure = monotone and sum(map(len, units.values())) + len(given) == len(needs)
        way = world.least_claims(units, given) if together else world.least(units, given, sure=sure)
        if way is not None:
            ways[way] = None
    return [way for way in ways if not any(_beats(other, way) for other in ways)]


def _beats(one: Way, other: Way) -> bool:
    """Return whether whatever says all of the other way says all of this one, and not the reverse."""

    def covers(less: Way, more: Way) -> bool:
        return all(any(unit <= wanted for unit in more) for wanted in less)

    return covers(one, other) and not covers(other, one)
