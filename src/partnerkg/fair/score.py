"""Scores: what each framework's checks give, and which fix wins the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from partnerkg.fair import foops, fuji, mqa
from partnerkg.fair.table import Framework, framework

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.fair.check import Check, Outcome
    from partnerkg.fair.release import Release


@dataclass(frozen=True, slots=True)
class Judged:
    """A check with what it found in a release."""

    check: Check
    outcome: Outcome

    @property
    def won(self) -> float:
        """Return the points won."""
        return self.check.points * (self.outcome.share or 0.0)

    @property
    def lost(self) -> float:
        """Return the points that a change of the folder would win; 0 for what is open."""
        return 0.0 if self.outcome.share is None else self.check.points - self.won


@dataclass(frozen=True, slots=True)
class Score:
    """What a framework gives a release; `possible` are all its points, `open` those nobody can win here."""

    framework: Framework
    judged: tuple[Judged, ...]

    @property
    def won(self) -> float:
        """Return the points won."""
        return sum(one.won for one in self.judged)

    @property
    def possible(self) -> float:
        """Return the points of all checks, open ones included."""
        return sum(one.check.points for one in self.judged)

    @property
    def open(self) -> float:
        """Return the points of what a folder cannot tell."""
        return sum(one.check.points for one in self.judged if one.outcome.share is None)

    @property
    def percent(self) -> float:
        """Return the share of all points that is won, in percent."""
        return 100 * self.won / self.possible

    def share(self, judged: Judged) -> float:
        """Return what a failed check would add to the score, in percent."""
        return 100 * judged.lost / self.possible


@cache
def frameworks() -> tuple[Framework, ...]:
    """Return the frameworks by which a release is scored."""
    return (
        framework("foops", foops.MAKERS),
        framework("fuji", fuji.MAKERS),
        framework("mqa", mqa.MAKERS),
    )


def assess(release: Release) -> list[Score]:
    """Return the score of each framework."""
    return [
        Score(one, tuple(Judged(check, check.test(release)) for check in one.checks)) for one in frameworks()
    ]


def overall(scores: Sequence[Score]) -> float:
    """Return the mean of the frameworks' percentages: each counts the same, however many points it gives."""
    return sum(score.percent for score in scores) / len(scores)


def fixes(scores: Sequence[Score]) -> list[tuple[Score, Judged]]:
    """Return the checks that a change of the folder would pass, those that win the most first."""
    failed = [(score, one) for score in scores for one in score.judged if one.lost > 0]
    return sorted(failed, key=lambda pair: -pair[0].share(pair[1]))
