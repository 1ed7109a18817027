"""Goal 6: the canonical Turtle, against a plain dump of the engine and against rdflib."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from benchmarks.measure import Pair, at_most, best, faster, truth
from partnerkg import export
from partnerkg.pipeline.graph import open_graph


def run(path: Path, rounds: int = 3) -> None:
    """Print what writing the triples of a graph takes, and whether the order of loading shows."""
    import rdflib

    quads = list(open_graph(path).store.quads())
    triples = sorted({pyoxigraph.Triple(*quad.triple) for quad in quads}, key=str)
    ours, plain = best(
        lambda: b"".join(export.write(iter(quads), "turtle")),
        lambda: pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE),
        rounds=rounds,
    )
    data = rdflib.Graph()
    data.parse(data=pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt")
    (slow,) = best(lambda: data.serialize(format="turtle"), rounds=1)
    at_most(6, "canonical Turtle", Pair(ours, "plain dump", plain), 3.5)
    faster(6, "canonical Turtle", Pair(ours, "rdflib", slow), 12)
    same = b"".join(export.write(reversed(quads), "turtle")) == b"".join(export.write(iter(quads), "turtle"))
    truth(6, "the same bytes whatever the order", same)
