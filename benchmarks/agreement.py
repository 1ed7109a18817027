"""Ask many random worlds of our engine and of others, and print each world about which they disagree.

A long run of what tests/differential asks of a few. `--world N` prints one world in Turtle. Exit status 1 if
there is a disagreement with pySHACL, or with shifty and TopBraid where these two agree.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks import findings, ours, peers, random_terms, worlds
from benchmarks.findings import Findings

BASE = "http://example.org/"
SHOWN = 20


def one(number: int, kind: str) -> worlds.World:
    """Return the world of that kind and number, below an address of its own."""
    return worlds.world(random.Random(number), f"{BASE}{name(number, kind)}/", kind)


def name(number: int, kind: str) -> str:
    """Return what the address of a world ends with."""
    return f"{kind}{number}"


def together(many: Iterable[worlds.World]) -> tuple[list[Quad], list[Quad]]:
    """Return the data of many worlds as one graph, and their shapes."""
    pairs = [(world.data, world.shapes) for world in many]
    return [quad for data, _ in pairs for quad in data], [quad for _, shapes in pairs for quad in shapes]


def by_world(found: Findings) -> Mapping[str, Findings]:
    """Return the findings of each world by its name, without paths: shifty describes only simple ones."""
    rows: dict[str, Findings] = defaultdict(Counter)
    for finding, count in findings.without_paths(found).items():
        rows[finding.shape.removeprefix(f"<{BASE}").partition("/")[0]][finding] += count
    return rows


def disagreements(numbers: Sequence[int], kind: str) -> dict[int, list[str]]:
    """Return the worlds that our engine does not judge as the others do, with the findings of one side."""
    data, shapes = together(one(number, kind) for number in numbers)
    mine = by_world(findings.of_report(ours.report(data, shapes)))
    with tempfile.TemporaryDirectory() as folder:
        files = (
            peers.written(Path(folder) / "data.nt", data),
            peers.written(Path(folder) / "shapes.nt", shapes),
        )
        rust, java = by_world(peers.shifty(*files)), by_world(peers.topbraid(*files))
        python = None if kind == random_terms.WILD else by_world(peers.pyshacl(*files))
    odd: dict[int, list[str]] = {}
    for number in numbers:
        world = name(number, kind)
        agreed = [rust[world]] if rust[world] == java[world] else []
        wanted = [*agreed, *([python[world]] if python else [])]
        lines = [line for theirs in wanted for line in findings.difference(mine[world], theirs)]
        if lines:
            odd[number] = sorted(set(lines))
    agree = sum(rust[name(number, kind)] == java[name(number, kind)] for number in numbers)
    print(
        f"{kind}: {len(numbers)} worlds, {sum(map(Counter.total, mine.values()))} findings; "
        f"shifty and TopBraid agree about {agree}; ours differs in {len(odd)}"
    )
    return odd


def main() -> int:
    """Print the counts of each kind of world, then what differs; return 1 if something does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument(
        "--kind", choices=[*random_terms.KINDS, random_terms.WILD], action="append", dest="kinds"
    )
    parser.add_argument("--world", type=int)
    options = parser.parse_args()
    kinds = options.kinds or [*random_terms.KINDS, random_terms.WILD]
    if options.world is not None:
        print(_turtle(one(options.world, kinds[0]), f"{BASE}{name(options.world, kinds[0])}/"))
        return 0
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    numbers = range(options.first, options.first + options.worlds)
    odd = {(kind, number): lines for kind in kinds for number, lines in disagreements(numbers, kind).items()}
    for (kind, number), lines in odd.items():
        print("\n".join([f"--kind {kind} --world {number}", *(f"  {line}" for line in lines[:SHOWN])]))
    return int(bool(odd))


def _turtle(world: worlds.World, base: str) -> str:
    prefixes = {"": base, "sh": "http://www.w3.org/ns/shacl#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
    texts = (
        serialize([quad.triple for quad in quads], format=RdfFormat.TURTLE, prefixes=prefixes) or b""
        for quads in (world.data, world.shapes)
    )
    return b"\n".join(texts).decode()


if __name__ == "__main__":
    sys.exit(main())
