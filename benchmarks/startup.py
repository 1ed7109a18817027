"""Goal 7: how long the command line takes to start, as a multiple of `python -c pass` in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measure import Pair, at_most
from partnerkg.store.loading import load

# As on a user's machine: modules are compiled once, not at every start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = [sys.executable, "-c", "pass"]
PARTNERKG = [str(Path(sys.executable).parent / "partnerkg")]
QUESTION = ["query", "network_members", "--format", "csv", "--network"]
POINT = "SELECT DISTINCT ?name { organization:organisation-7 skos:prefLabel ?name }"


def seconds(command: list[str]) -> float:
    """Return how long one run of a command takes; CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def medians(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, run in turns so that all meet the same weather."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return {name: statistics.median(times) for name, times in taken.items()}


def run(path: Path, statements: int, rounds: int = 21) -> None:
    """Print a line a command; the last opens a store on the disk with what a file holds."""
    place = path.parent / "store"
    load([str(path)], str(place))
    goals = {
        "--version": (["--version"], 2.2),
        "--help": (["--help"], 2.2),
        "question to the shipped graph": ([*QUESTION, "librairies-sorcieres"], 4.0),
        f"point query to a store of {statements}": (["--project", str(place), "query", "-e", POINT], 6.0),
    }
    commands = {name: [*PARTNERKG, *words] for name, (words, _) in goals.items()}
    found = medians({"": BARE, **commands}, rounds)
    for name, (_, most) in goals.items():
        at_most(7, name, Pair(found[name], "python -c pass", found[""]), most)
