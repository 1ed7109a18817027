"""Print how long the command line takes to start, as a multiple of `python -c pass` in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 21
# As on a user's machine: modules are compiled once, not at every start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = [sys.executable, "-c", "pass"]
PARTNERKG = [str(Path(sys.executable).parent / "partnerkg")]
GOALS = {
    "partnerkg --version": ([*PARTNERKG, "--version"], 2.5),
    "partnerkg --help": ([*PARTNERKG, "--help"], 2.5),
    "partnerkg query network_members": (
        [*PARTNERKG, "query", "network_members", "--network", "librairies-sorcieres", "--format", "csv"],
        5.0,
    ),
}


def seconds(command: list[str]) -> float:
    """Return how long one run of a command takes; CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def medians(commands: dict[str, list[str]]) -> dict[str, float]:
    """Return the median seconds of each command, run in turns so that all meet the same weather."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print one line a command: milliseconds, ratio, goal."""
    commands = {"python -c pass": BARE, **{name: command for name, (command, _) in GOALS.items()}}
    found = medians(commands)
    bare = found.pop("python -c pass")
    print(f"{'python -c pass':34} {bare * 1000:7.1f} ms")
    for name, median in found.items():
        goal = GOALS[name][1]
        print(f"{name:34} {median * 1000:7.1f} ms {median / bare:6.2f} x  (goal {goal} x)")


if __name__ == "__main__":
    main()
