"""Print how fast the validator is beside pySHACL, shifty and TopBraid, in one run with the results compared.

Goals, with 45 constraints: at 100,000 statements at least 50 x faster than pySHACL with the same results
(stretch 150 x); at 1,000,000 at most 2.5 x the time to load them (stretch 1 x) with at most 1.3 x the memory
of the store; 100 changed organisations looked at again in at most 0.05 x the time of a full run.
Every engine runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, serialize

from benchmarks import findings, generator
from partnerkg.namespaces import namespace

SHAPES = Path(__file__).with_name("shapes.ttl")
PEERS = ("pyshacl", "shifty", "topbraid")
ROUNDS = 3
SLOW = 200_000  # statements; from here on pySHACL takes minutes and is left out
Measured = dict[str, float]
Engine = Callable[[Path, Path, Path, bool], Measured]


def main() -> int:
    """Print a line a measurement; return 1 if two engines disagree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, action="append")
    parser.add_argument("--peer", choices=PEERS, action="append", dest="peers")
    parser.add_argument(
        "--work", action="store_true", help="time what the processors do, where other work disturbs the clock"
    )
    parser.add_argument("--run", nargs=4, help=argparse.SUPPRESS)  # what a process of its own is asked to do
    options = parser.parse_args()
    if options.run:
        name, data, shapes, answer = options.run
        print(json.dumps(ENGINES[name](Path(data), Path(shapes), Path(answer), options.work)))
        return 0
    sizes = options.statements or [100_000, 1_000_000]
    return max(_compared(size, options.peers, options.work) for size in sizes)


def _compared(statements: int, chosen: list[str] | None, work: bool) -> int:
    print(f"{statements} statements, {constraints()} constraints")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quads = folder / "world.nq"
        serialize(generator.faulty(generator.quads(statements)), str(quads), format=RdfFormat.N_QUADS)
        store, ours = (_run(engine, folder, work) for engine in ("store", "ours"))
        _print_ours(ours, store)
        peers = chosen or [peer for peer in PEERS if peer != "pyshacl" or statements < SLOW]
        return max([_print_peer(_run(peer, folder, work), peer, ours, folder) for peer in peers], default=0)


def _print_ours(ours: Measured, store: Measured) -> None:
    found = f"{ours['findings']:.0f} findings"
    print(f"  load                {ours['load']:9.3f} s   store of {store['memory']:.0f} MB")
    ratio = ours["validate"] / ours["load"]
    print(f"  validate            {ours['validate']:9.3f} s   {found}")
    _goal("validate against load", ratio, 2.5, f"stretch 1 x: {_met(ratio <= 1)}")
    _goal("memory against store", ours["memory"] / store["memory"], 1.3, f"{ours['memory']:.0f} MB")
    _goal("100 changed against all", ours["focus"] / ours["validate"], 0.05, f"{ours['focus']:.3f} s")


def _goal(what: str, ratio: float, most: float, more: str) -> None:
    print(f"  {what:24} {ratio:6.3f} x (goal: at most {most} x) {_met(ratio <= most)}; {more}")


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"


def _print_peer(theirs: Measured, peer: str, ours: Measured, folder: Path) -> int:
    answers = [pickle.loads((folder / name).read_bytes()) for name in ("ours.answer", f"{peer}.answer")]
    odd = findings.difference(*map(findings.without_paths, answers))
    same = "same results" if not odd else f"{len(odd)} RESULTS DIFFER, such as {odd[0]}"
    seconds, memory = theirs["validate"], f"{theirs['memory']:.0f} MB"
    if peer == "pyshacl":
        ratio = seconds / ours["validate"]
        goals = f"(goal: at least 50 x) {_met(ratio >= 50)}, stretch 150 x: {_met(ratio >= 150)}"
        print(f"  {peer:9} {seconds:9.3f} s  {ratio:7.1f} x ours {goals}; {memory}; {same}")
    else:  # reads its files in the same breath
        ratio = seconds / (ours["load"] + ours["validate"])
        print(f"  {peer:9} {seconds:9.3f} s  {ratio:7.1f} x ours, both with loading; {memory}; {same}")
    return int(bool(odd))


def _run(name: str, folder: Path, work: bool) -> Measured:
    """Return what a process that does this alone measures of itself."""
    files = [str(folder / "world.nq"), str(SHAPES), str(folder / f"{name}.answer")]
    command = [sys.executable, "-m", "benchmarks.validation", *(["--work"] if work else []), "--run", name]
    answer = subprocess.run([*command, *files], check=True, capture_output=True, encoding="utf-8")
    measured: Measured = json.loads(answer.stdout.splitlines()[-1])
    return measured


def constraints() -> int:
    """Return how many constraints the shapes hold that can give a result."""
    from partnerkg.validate import load

    shapes = load([SHAPES])
    named = {shape.iri for shape in shapes.targeted()} | {
        name for shape in shapes.targeted() for name in shape.properties
    }
    settings = ("ignoredProperties", "qualifiedValueShape")
    return sum(not name.endswith(settings) for iri in named for name, _ in shapes.by_iri[iri].constraints)


def _store(data: Path, shapes: Path, answer: Path, work: bool) -> Measured:
    from partnerkg.pipeline.graph import open_graph

    open_graph(data)
    return {"memory": _memory()}


def _ours(data: Path, shapes: Path, answer: Path, work: bool) -> Measured:
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.validate import load

    graph, rules = KnowledgeGraph(str(data)), load([shapes])
    loaded = _seconds(graph.store.need, work)
    report = graph.validate(shapes=rules)
    memory = _memory()
    if not report.ways["compiled"] or report.ways["exact"] or report.ways["pyshacl"]:
        raise SystemExit(f"not all was compiled: {report.ways}")
    answer.write_bytes(pickle.dumps(findings.of_report(report)))
    changed = [NamedNode(namespace("organization").iri + f"organisation-{number}") for number in range(100)]
    return {
        "load": loaded,
        "validate": min(_seconds(lambda: graph.validate(shapes=rules), work) for _ in range(ROUNDS)),
        "focus": min(
            _seconds(lambda: graph.validate(shapes=rules, focus=changed), work) for _ in range(ROUNDS)
        ),
        "findings": len(report.results),
        "memory": memory,
    }


def _seconds(action: Callable[[], object], work: bool) -> float:
    from benchmarks import peers

    with (clock := peers.Clock(work)):
        action()
    return clock.seconds


def _peer(name: str) -> Engine:
    def measured(data: Path, shapes: Path, answer: Path, work: bool) -> Measured:
        from benchmarks import peers
        from partnerkg.rdf.read import quads

        files = [
            peers.written(answer.with_suffix(ending), quads([path]))
            for ending, path in ((".data.nt", data), (".shapes.nt", shapes))
        ]
        clock = peers.Clock(work)
        answer.write_bytes(pickle.dumps(getattr(peers, name)(*files, clock)))
        return {"validate": clock.seconds, "memory": _memory()}

    return measured


def _memory() -> float:
    """Return the most memory that this process or one that it started has held, in megabytes."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


ENGINES: dict[str, Engine] = {
    "store": _store,
    "ours": _ours,
    **{name: _peer(name) for name in PEERS},
}

if __name__ == "__main__":
    sys.exit(main())
