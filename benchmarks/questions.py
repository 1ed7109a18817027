"""Print how fast questions are answered, against the bare engine and against rdflib, in one run.

Goals: at most 1.10 x the bare engine (geometric mean), at least 12 x faster than rdflib.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib

from benchmarks import generator
from partnerkg.namespaces import prefixes
from partnerkg.pipeline import KnowledgeGraph, open_graph

VALUES = {
    "network_members": {"network": "network-0"},
    "publisher_partners": {"publisher": "publisher-0"},
    "publishers_shared_partners": {},
    "bookshop_places": {},
    "organization_statements": {"organization": "organisation-7"},
}
ROUNDS = 5


def best(action: Callable[[], object]) -> float:
    """Return the seconds of the fastest of some runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def bare(path: Path) -> pyoxigraph.Store:
    """Return the engine alone with the same data, each triple once in the default graph."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(path))
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return store


def ask_bare(
    store: pyoxigraph.Store, text: str, bound: dict[pyoxigraph.Variable, pyoxigraph.NamedNode]
) -> int:
    """Return how many rows the engine alone gives."""
    answer = store.query(text, prefixes=prefixes(), substitutions={**bound})
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return len([tuple(row) for row in answer])


def ask_rdflib(data: rdflib.Dataset, text: str, values: dict[str, str]) -> int:
    """Return how many rows rdflib gives, unordered: it loses rows when it sorts what is unbound."""
    bound = {name: rdflib.URIRef(prefixes()["organization"] + slug) for name, slug in values.items()}
    return len(list(data.query(text.rpartition("ORDER BY")[0], initNs=prefixes(), initBindings=bound)))


def main() -> None:
    """Print a line a question, then the geometric means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    statements = parser.parse_args().statements
    with tempfile.TemporaryDirectory() as folder:
        path = generator.write(Path(folder) / "world.nq", statements)
        graph, engine = open_graph(path), bare(path)
        data = rdflib.Dataset(default_union=True)
        data.parse(path, format="nquads")
        ratios = [_measured(name, values, graph, engine, data) for name, values in VALUES.items()]
    for place, title, goal in (
        (0, "against the bare engine", "at most 1.10"),
        (1, "rdflib against us", "at least 12"),
    ):
        mean = math.exp(sum(math.log(ratio[place]) for ratio in ratios) / len(ratios))
        print(f"geometric mean, {title}: {mean:.2f} x (goal: {goal})")


def _measured(
    name: str, values: dict[str, str], graph: KnowledgeGraph, engine: pyoxigraph.Store, data: rdflib.Dataset
) -> tuple[float, float]:
    text = graph.questions[name].text
    organization = prefixes()["organization"]
    bound = {pyoxigraph.Variable(k): pyoxigraph.NamedNode(organization + v) for k, v in values.items()}
    ours = best(lambda: graph.query(name, **values))
    theirs = best(lambda: ask_bare(engine, text, bound))
    slow = time.perf_counter()
    rows = ask_rdflib(data, text, values)
    slow = time.perf_counter() - slow
    counts = (len(graph.query(name, **values).rows), ask_bare(engine, text, bound), rows)
    verdict = "same rows" if len(set(counts)) == 1 else f"ROWS DIFFER: {counts}"
    print(
        f"{name:28} {ours * 1000:9.2f} ms  engine {theirs * 1000:9.2f} ms  {ours / theirs:5.2f} x"
        f"  rdflib {slow * 1000:10.1f} ms  {slow / ours:8.1f} x  {verdict}"
    )
    return ours / theirs, slow / ours


if __name__ == "__main__":
    main()
