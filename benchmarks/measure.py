"""What the programs here share: timing, fresh processes, and one line a measurement."""

from __future__ import annotations

import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WIDTH = 46


def best(
    *actions: Callable[[], object], rounds: int = 5, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return the seconds of the fastest run of each action, in turns so that all meet the same weather.

    With `time.process_time` for a clock they are those of the processor, whatever else it does meanwhile.
    """
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, taken in zip(actions, times, strict=True):
            start = clock()
            action()
            taken.append(clock() - start)
    return [min(taken) for taken in times]


def child(code: str, *arguments: object) -> list[float]:
    """Return the numbers that a program prints in a process of its own; CalledProcessError if it fails."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(number) for number in found.stdout.split()]


def lowest(runs: Iterable[Sequence[float]]) -> list[float]:
    """Return the lowest number of each place."""
    return [min(numbers) for numbers in zip(*runs, strict=True)]


def mean(ratios: Iterable[float]) -> float:
    """Return the geometric mean."""
    logarithms = [math.log(ratio) for ratio in ratios]
    return math.exp(sum(logarithms) / len(logarithms))


@dataclass(frozen=True)
class Pair:
    """What was measured here and of a peer, in one run: seconds, or MB if `unit` says so."""

    ours: float
    peer: str
    theirs: float
    unit: str = "ms"

    def said(self) -> tuple[str, str]:
        """Return both as they are shown."""
        factor = 1000 if self.unit == "ms" else 1
        ours, theirs = (f"{number * factor:.2f} {self.unit}" for number in (self.ours, self.theirs))
        return ours, f"{self.peer} {theirs}"


def at_most(goal: int, what: str, pair: Pair, limit: float) -> float:
    """Print a measurement and return how many times the peer's it is, which should be at most so many."""
    ratio = pair.ours / pair.theirs
    _show(goal, what, pair.said(), f"{ratio:7.2f} x  at most {limit:g} x  {_verdict(ratio <= limit)}")
    return ratio


def faster(goal: int, what: str, pair: Pair, limit: float) -> float:
    """Print a measurement and return how many times faster than the peer it is: at least so many."""
    ratio = pair.theirs / pair.ours
    _show(goal, what, pair.said(), f"{ratio:7.2f} x  at least {limit:g} x  {_verdict(ratio >= limit)}")
    return ratio


def truth(goal: int, what: str, holds: bool) -> None:
    """Print whether something holds that has no number."""
    _show(goal, what, ("", ""), _verdict(holds))


def _show(goal: int, what: str, said: tuple[str, str], verdict: str) -> None:
    print(f"{goal} {what:{WIDTH}} {said[0]:>13} {said[1]:>26} {verdict}", flush=True)


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"
