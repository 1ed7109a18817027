"""Print every ratio that the goals speak of, in one run: goal, what, ours, peer, ratio, limit, met or not."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import forms, generator, loading, questions, serving, startup, writers

MOST = 100_000  # statements; on larger graphs some peers would take hours


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000, help="in the larger of two graphs")
    parser.add_argument("--rounds", type=int, default=5, help="of which the fastest counts")
    parser.add_argument("--rdflib", action="store_true", help="ask rdflib about the larger graph as well")
    options = parser.parse_args()
    print(f"load of the machine: {' '.join(f'{load:.1f}' for load in os.getloadavg())}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), options.statements, options.rounds, options.rdflib)


def run(folder: Path, statements: int, rounds: int, against_rdflib: bool = False) -> None:
    """Measure with graphs of about so many statements, written to a folder."""
    small = min(statements, MOST)
    large_path = generator.write(folder / "large.nq", statements)
    small_path = generator.write(folder / "small.nq", small)
    startup.run(large_path, statements, rounds=4 * rounds + 1)
    loading.run(large_path, rounds)
    questions.run(small_path, small, rounds=rounds)
    if statements > small:
        questions.run(large_path, statements, against_rdflib, rounds)
    forms.run(small_path, rounds)
    writers.run(small_path, rounds)
    serving.run(folder, small, rounds=40 * rounds)


if __name__ == "__main__":
    main()
