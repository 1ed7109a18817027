"""What one property is to the things of one class: whom it concerns, who has it, who lacks it."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.completeness import asking, share
from partnerkg.completeness.wanted import Wanted
from partnerkg.visible import brief


@dataclass(frozen=True, repr=False)
class Cell:
    """What one property is to the things of one class; things are IRIs.

    `missing` and `known_absent` are among the `applicable`: the first have no answer, the others are known
    to have none, which is one. What only the graph `beyond` says to be of the class does not count.
    """

    wanted: Wanted
    applicable: frozenset[str]
    missing: frozenset[str]
    known_absent: frozenset[str]
    beyond: str = ""

    def __repr__(self) -> str:
        return f"<Cell: {brief(str(self.wanted), 80)}, {self.answered}/{self.of}>"

    @property
    def queries(self) -> dict[str, str]:
        """Return the SPARQL queries that list the things of each number, prefixes declared.

        They are `applicable`, `answered`, `missing` and, where something can say so, `known_absent`.
        """
        return asking.texts(self.wanted.class_, self.wanted.patterns, self.beyond)

    @property
    def of(self) -> int:
        """Return how many things it concerns."""
        return len(self.applicable)

    @property
    def answered(self) -> int:
        """Return how many of them have an answer, those counted that are known to have none."""
        return len(self.applicable) - len(self.missing)

    @property
    def percent(self) -> int | None:
        """Return the share of those with an answer in whole percent, None if it concerns nothing."""
        return share.percent(self.answered, self.of)
