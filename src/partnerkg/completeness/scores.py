"""Who has what is wanted → shares, scores by facet, and which gap to fill first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from partnerkg.completeness.share import percent
from partnerkg.visible import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.wanted import Wanted


@dataclass(frozen=True, slots=True, repr=False)
class Facet:
    """How many of the items wanted are answered, and what they weigh."""

    answered: int = 0
    of: int = 0
    points: float = 0.0
    worth: float = 0.0

    def __repr__(self) -> str:
        return f"<Facet: {self.percent}% by weight, {self.answered}/{self.of}>"

    @property
    def percent(self) -> int | None:
        """Return the share by weight in whole percent, None if nothing is wanted."""
        return percent(self.points, self.worth)

    def with_items(self, answered: int, of: int, weight: float) -> Facet:
        """Return this with so many more items of one weight."""
        return Facet(
            self.answered + answered, self.of + of, self.points + answered * weight, self.worth + of * weight
        )


@dataclass(frozen=True, slots=True, repr=False)
class Score:
    """How complete some records are: in all, what is expected, what is nice to have, and by facet.

    `facets` are by IRI, that of `""` what stands under no heading; `missing` is what is wanting, in the order
    of the shapes, and only filled for a single record.
    """

    all: Facet = Facet()
    expected: Facet = Facet()
    nice: Facet = Facet()
    facets: Mapping[str, Facet] = field(default_factory=dict)
    things: int = 0
    missing: tuple[Wanted, ...] = ()

    def __repr__(self) -> str:
        return f"<Score: {self.percent}% by weight, {self.all.answered}/{self.all.of}>"

    @property
    def percent(self) -> int | None:
        """Return the share by weight of all that is wanted, in whole percent."""
        return self.all.percent


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """A gap, how many records have it, and by how many percentage points filling it raises the score."""

    wanted: Wanted
    missing: int
    gain: float

    def __repr__(self) -> str:
        return f"<Step: +{self.gain:.1f}, {brief(str(self.wanted), 80)}, {self.missing} missing>"


def score(cells: Iterable[Cell], things: Collection[str] | None = None) -> Score:
    """Return the score of these things, of all by default."""
    whole, expected, nice = Facet(), Facet(), Facet()
    facets: dict[str, Facet] = {}
    seen: set[str] = set()
    for cell in cells:
        met = cell.applicable if things is None else cell.applicable.intersection(things)
        answered, of, weight = len(met - cell.missing), len(met), cell.wanted.weight
        seen |= met
        whole = whole.with_items(answered, of, weight)
        if cell.wanted.expected:
            expected = expected.with_items(answered, of, weight)
        else:
            nice = nice.with_items(answered, of, weight)
        if of:
            facet = cell.wanted.facet or ""
            facets[facet] = facets.get(facet, Facet()).with_items(answered, of, weight)
    return Score(whole, expected, nice, facets, len(seen))


def each(cells: Iterable[Cell]) -> dict[str, Score]:
    """Return the score of each thing, with what is missing, by IRI."""
    concerned: dict[str, list[Cell]] = {}
    for cell in cells:
        for thing in cell.applicable:
            concerned.setdefault(thing, []).append(cell)
    return {thing: one(thing, found) for thing, found in sorted(concerned.items())}


def one(thing: str, cells: Iterable[Cell]) -> Score:
    """Return the score of one thing, with what is missing."""
    found = [cell for cell in cells if thing in cell.applicable]
    whole = score(found, {thing})
    missing = tuple(cell.wanted for cell in found if thing in cell.missing)
    return Score(whole.all, whole.expected, whole.nice, whole.facets, whole.things, missing)


def steps(cells: Collection[Cell]) -> list[Step]:
    """Return the gaps, that first which raises the score of all most; last those that only one page fills."""
    worth = score(cells).all.worth
    found = [
        Step(cell.wanted, len(cell.missing), 100 * len(cell.missing) * cell.wanted.weight / worth)
        for cell in cells
        if cell.missing and worth
    ]
    return sorted(
        found, key=lambda step: (step.wanted.of_page, -step.gain, step.wanted.class_, step.wanted.key)
    )
