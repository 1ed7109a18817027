"""The shipped shapes with planted faults: every engine finds the same ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks import findings
from pyoxigraph import Quad

from partnerkg.namespaces import namespace
from partnerkg.rdf import lexical
from partnerkg.rdf.read import quads
from partnerkg.store import embedded
from partnerkg.validate import load

FIXTURES = Path(__file__).parents[1] / "shapes" / "fixtures"
WORLD = Path(__file__).parents[1] / "world"
EVERY = 3
SH = namespace("sh")


def with_holes() -> list[Quad]:
    """Return the invented project without each third of its statements; it breaks a hundred rules."""
    quads = sorted(embedded.read(str(WORLD)).everything(), key=str)
    return [quad for number, quad in enumerate(quads) if number % EVERY]


def fixtures() -> list[Quad]:
    """Return what breaks each shape, all at once, so that the shapes meet one another's faults too."""
    found = quads(file for file in sorted(FIXTURES.rglob("*.ttl")) if "reifies" not in file.read_text())
    # in the forms of the store, for compiled queries alone see no others
    return [Quad(s, p, lexical.stored(o), graph) for s, p, o, graph in found]


def known_to_all() -> list[Quad]:
    """Return the shipped shapes without the terms that the others do not have: ours, and those of SHACL 1.2."""
    found = [quad for quad in load().quads if quad.predicate != namespace("pk").leavesOut]
    newer = {quad.subject for quad in found if quad.predicate == SH.reifierShape}
    return [quad for quad in found if quad.subject not in newer and quad.object not in newer]


@pytest.mark.parametrize("data", [with_holes, fixtures], ids=lambda data: data.__name__)
def test_it_finds_every_planted_fault_that_others_find(data: Callable[[], list[Quad]], find, peer) -> None:
    graph, shapes = data(), known_to_all()
    ours = find(graph, shapes, "sparql")
    assert len({(finding.shape, finding.component) for finding in ours}) > 80
    assert findings.difference(ours, find(graph, shapes, "pyshacl")) == []
    # shifty repeats the result of a query that gives a row twice; ours and pySHACL do not
    assert set(findings.without_paths(ours)) == set(findings.without_paths(peer("shifty", graph, shapes)))


def test_the_shipped_shapes_need_no_other_engine(find) -> None:
    """All is asked by compiled queries, so that their speed is that of the project."""
    from benchmarks import ours

    ways = ours.report(tuple(embedded.read().everything()), load().quads, "auto").ways
    assert ways["compiled"] > 0
    assert (ways["exact"], ways["pyshacl"]) == (0, 0)
