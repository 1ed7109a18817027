"""A small dataset of what is known of one row, to see whether the row still comes out of it."""

from __future__ import annotations

from itertools import repeat

from pyoxigraph import NamedNode, Variable
from pyoxigraph import Store as Oxigraph

from partnerkg.namespaces import used
from partnerkg.query.joined import joined
from partnerkg.sparql import ordering
from partnerkg.sparql.adapted import adapted
from partnerkg.sparql.query import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from typing import TypeVar

    from pyoxigraph import Quad

    from partnerkg.model.terms import Row, Substitutions, Term
    from partnerkg.query.joined import Joining
    from partnerkg.query.proof.found import Finder, Need, Triple
    from partnerkg.sparql.opened.shapes import Pattern

    Unit = frozenset[NamedNode]  # claims of which any one says the same, or a place of words
    Way = frozenset[Unit]  # what a row takes, if it is found in this way
    Part = TypeVar("Part")


class Trial:
    """A query with the values it was told, as it is asked again and again of what may make a row."""

    def __init__(
        self,
        text: str,
        terms: Substitutions,
        columns: Sequence[str],
        finder: Finder,
        *,
        joining: Joining,
        musts: Collection[Pattern] = (),
    ) -> None:
        self.finder, self.columns, self.musts = finder, columns, musts
        self.told = {variable.value: term for variable, term in terms.items()}
        self._order = ordering.of(read(text))
        self._joining = joining
        self._text = adapted(self._order.text if self._order else text)
        self._prefixes = used(text)
        self._terms = dict(terms) or None

    def finds(self, wanted: Row, quads: Iterable[Quad]) -> bool:
        """Return whether a row comes out of these quads alone."""
        store = Oxigraph()
        store.extend(quads)
        answer = store.query(self._text, prefixes=self._prefixes, substitutions=self._terms)
        names = [variable.value for variable in answer.variables]  # type: ignore[union-attr]
        rows: Iterable[Row] = map(tuple, answer)  # type: ignore[arg-type]
        if self._order and (self._joining or self._order.cuts):
            rows = self._order.sorted(names, rows, ordering.for_people)
        if self._joining:
            return wanted in joined(names, rows, self._joining, self.columns)
        places = [names.index(name) for name in self.columns]
        return any(tuple(row[place] for place in places) == wanted for row in rows)


class World:
    """One row of the answer to a query, and what it may come out of."""

    def __init__(self, trial: Trial, row: Row) -> None:
        self._trial, self._finder, self._row = trial, trial.finder, tuple(row)
        named = zip(trial.columns, row, strict=True)
        told = trial.told | {name: term for name, term in named if term is not None}
        self._musts = {_sought(pattern, told) for pattern in trial.musts}
        self._tried: dict[frozenset[Quad], bool] = {}

    def least(self, units: Mapping[Unit, list[Need]], given: list[Need], *, sure: bool = False) -> Way | None:
        """Return the units without which the row does not come out; None if it does not with all of them.

        It is not tried with all of them if it is `sure` that it does. What a claim says that is shown anyway,
        need not be said by another one too.
        """
        always = self._quads(given)
        said = {unit: self._quads(needs) for unit, needs in units.items()}

        def holds(kept: Collection[Unit]) -> bool:
            needs = (*given, *(need for unit in kept for need in units[unit]))
            return self._may_come_out(needs) and self._holds(always.union(*map(said.__getitem__, kept)))

        kept = _least(sorted(units, key=lambda unit: sorted(map(str, unit))), holds, sure=sure)
        if kept is None:
            return None
        return frozenset(unit for unit in kept if not any(other < unit for other in kept))

    def ways(self, units: Mapping[Unit, list[Need]], given: list[Need], most: int) -> list[Way]:
        """Return the same of a row that counts or joins: one way after the other, as many as are wanted.

        What a claim says goes as a whole, as the count does. Each way does without something that another
        one needs.
        """

        def holds(kept: Collection[NamedNode]) -> bool:
            said = [need for unit, needs in units.items() if not unit.isdisjoint(kept) for need in needs]
            needs = [*given, *said]
            return self._may_come_out(needs) and self._holds(
                self._quads(needs, without=claims.difference(kept))
            )

        claims = self._finder.claims

        parts = sorted({part for unit in units for part in unit}, key=str)
        found: dict[Way, None] = {}
        waiting: list[frozenset[NamedNode]] = [frozenset()]
        for without in waiting:
            kept = _least([part for part in parts if part not in without], holds)
            if kept is None:
                continue
            way = frozenset(frozenset({part}) for part in kept)
            known = {part for other in found for unit in other for part in unit}
            found[way] = None
            if len(found) == most:
                break
            waiting += [without | {part} for part in kept if part not in known]
        return list(found)

    def _may_come_out(self, needs: Iterable[Need]) -> bool:
        """Return whether there is a triple for each pattern that must have one; else nothing can be found."""
        triples = {triple for triple, _ in needs}
        return all(any(map(_fits, triples, repeat(sought))) for sought in self._musts)

    def _quads(self, needs: Iterable[Need], without: Collection[object] = ()) -> frozenset[Quad]:
        """Return these triples in the default graph and in all graphs that hold them, but for some."""
        return frozenset(
            quad for need in needs for graph, quad in self._finder.quads(need) if graph not in without
        )

    def _holds(self, quads: frozenset[Quad]) -> bool:
        if quads not in self._tried:
            self._tried[quads] = self._trial.finds(self._row, quads)
        return self._tried[quads]


def _sought(pattern: Pattern, told: Mapping[str, Term]) -> tuple[NamedNode | None, ...]:
    """Return the IRIs that a triple for a pattern has in its places, None where there may be any term."""
    terms = (told.get(one.value) if isinstance(one, Variable) else one for one in pattern.places)
    return tuple(term if isinstance(term, NamedNode) else None for term in terms)


def _fits(triple: Triple, sought: tuple[NamedNode | None, ...]) -> bool:
    return all(wanted is None or wanted == term for wanted, term in zip(sought, triple, strict=True))


def _least(
    parts: list[Part], holds: Callable[[Collection[Part]], bool], *, sure: bool = False
) -> list[Part] | None:
    """Return the parts that are left when all have gone that can; None if even all of them do not hold."""
    kept = list(parts)
    if not sure and not holds(kept):
        return None
    before: list[Part] = []
    while before != kept:  # what a count needs may change with what has gone
        before = kept
        for part in before:
            fewer = [other for other in kept if other != part]
            if holds(fewer):
                kept = fewer
    return kept
