"""Goal 2: questions through the API, against the bare engine and against rdflib."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from benchmarks.measure import Pair, at_most, best, faster, mean
from partnerkg.namespaces import prefixes
from partnerkg.pipeline.graph import KnowledgeGraph, open_graph

if TYPE_CHECKING:
    import rdflib

VALUES = {
    "network_members": {"network": "network-0"},
    "publisher_partners": {"publisher": "publisher-0"},
    "publishers_shared_partners": {},
    "bookshop_places": {},
    "organization_statements": {"organization": "organisation-35"},
    "supporter_beneficiaries": {"supporter": "publisher-0"},
}
SLOWEST = 120.0  # seconds; a question after one that took rdflib longer is not asked of it


def bare(path: Path) -> pyoxigraph.Store:
    """Return the engine alone with the same data."""
    store = pyoxigraph.Store()
    store.load(path=str(path))
    return store


def terms(values: dict[str, str]) -> dict[pyoxigraph.Variable, pyoxigraph.NamedNode | pyoxigraph.Literal]:
    """Return the values of a question as terms: a number, or the slug of an organisation."""
    organization = prefixes()["organization"]
    return {
        pyoxigraph.Variable(name): pyoxigraph.Literal(int(value))
        if value.isdecimal()
        else pyoxigraph.NamedNode(organization + value)
        for name, value in values.items()
    }


def ask(store: pyoxigraph.Store, text: str, values: dict[str, str]) -> list[tuple[object, ...]]:
    """Return the rows that the engine alone gives, its default graph being the union of all."""
    answer = store.query(
        text, prefixes=prefixes(), substitutions={**terms(values)}, use_default_graph_as_union=True
    )
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple(row) for row in answer]


def ask_rdflib(data: rdflib.Dataset, text: str, values: dict[str, str]) -> int:
    """Return how many rows rdflib gives, unordered: it loses rows when it sorts what is unbound."""
    from rdflib import URIRef

    bound = {name: URIRef(prefixes()["organization"] + slug) for name, slug in values.items()}
    return len(list(data.query(text.rpartition("ORDER BY")[0], initNs=prefixes(), initBindings=bound)))


def run(path: Path, statements: int, against_rdflib: bool = True, rounds: int = 5) -> None:
    """Print a line a question, then the geometric means."""
    graph, engine = open_graph(path), bare(path)
    ratios = []
    taken: dict[str, float] = {}
    for name, values in VALUES.items():
        text = graph.questions[name].text
        ours, theirs = best(
            lambda n=name, v=values: graph.query(n, **v),  # type: ignore[misc]
            lambda t=text, v=values: ask(engine, t, v),  # type: ignore[misc]
            rounds=rounds,
        )
        taken[name] = ours
        same = len(graph.query(name, **values).rows) == len(ask(engine, text, values))
        what = f"{name} {statements}" + ("" if same else " ROWS DIFFER")
        ratios.append(at_most(2, what, Pair(ours, "engine", theirs), 1.10))
    at_most(2, f"geometric mean {statements}", Pair(mean(ratios), "engine", 1.0, "x"), 1.10)
    if against_rdflib:
        _against_rdflib(path, statements, graph, taken)


def _against_rdflib(path: Path, statements: int, graph: KnowledgeGraph, taken: dict[str, float]) -> None:
    """Ask rdflib each question once, until one takes too long."""
    import rdflib

    data = rdflib.Dataset(default_union=True)
    data.parse(path, format="nquads")
    ratios = []
    for name, values in VALUES.items():
        start = time.perf_counter()
        rows = ask_rdflib(data, graph.questions[name].text, values)
        slow = time.perf_counter() - start
        same = rows == len(graph.query(name, **values).rows)
        what = f"{name} {statements}" + ("" if same else f" ROWS DIFFER: {rows}")
        ratios.append(faster(2, what, Pair(taken[name], "rdflib", slow), 12))
        if slow > SLOWEST:
            print(f"2 rdflib was too slow: {len(ratios)} of {len(VALUES)} questions asked")
            break
    faster(2, f"geometric mean {statements}", Pair(1.0, "rdflib", mean(ratios), "x"), 12)
