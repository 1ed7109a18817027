"""Validation of what changed: nothing that a change spoils is overlooked."""

from __future__ import annotations

import random
from pathlib import Path
from statistics import mean

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

import partnerkg
from partnerkg.validate.compiled.outcome import multiset

AT_MOST = 10  # nodes for each statement that changes, however many the whole has
WORLD = Path(__file__).parents[1] / "world"


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return sorted(partnerkg.open().store.quads(), key=str)


@pytest.fixture(scope="module")
def invented() -> partnerkg.KnowledgeGraph:
    """Return the invented project, read and looked at once."""
    return partnerkg.open(WORLD)


@pytest.fixture(scope="module")
def known(invented) -> partnerkg.Report:
    """Return what is wrong before anything changes."""
    return invented.validate()


@pytest.fixture
def graph_of(tmp_path):
    def opened(name: str, quads: list[Quad]) -> partnerkg.KnowledgeGraph:
        serialize(quads, str(tmp_path / name), format=RdfFormat.N_QUADS)
        return partnerkg.open(tmp_path / name)

    return opened


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_it_finds_every_new_fault(graph_of, invented, known, seed) -> None:
    quads = sorted(invented.store.quads(), key=str)
    left_out = set(random.Random(seed).sample(quads, 10))
    after = graph_of("after.nq", [quad for quad in quads if quad not in left_out])
    report, found = after.validate(), after.validate(since=invented)
    new = multiset(report.results) - multiset(known.results)
    assert new
    assert not new - multiset(found.results)
    assert found.nodes < min(report.nodes, AT_MOST * len(left_out))


@pytest.mark.slow
def test_a_statement_less_concerns_a_small_part_of_the_whole(graph_of, invented, known) -> None:
    quads = sorted(invented.store.quads(), key=str)
    looked_at = []
    for number, left_out in enumerate(random.Random(0).sample(quads, 10)):
        after = graph_of(f"{number}.nq", [quad for quad in quads if quad != left_out])
        looked_at.append(after.validate(since=invented).nodes)
    assert mean(looked_at) < known.nodes / 20
    assert max(looked_at) < known.nodes / 4


def test_it_looks_at_nothing_if_nothing_changed(graph_of, quads) -> None:
    report = graph_of("after.nq", quads).validate(since=graph_of("before.nq", quads))
    assert (report.nodes, report.results) == (0, ())
    assert report.text().startswith("Nothing was looked at: nothing changed that the shapes look at.")
    assert "Only what changed since" in report.text()


def test_it_looks_at_nothing_if_what_changed_is_what_no_shape_looks_at(graph_of, quads) -> None:
    """A release says its version of the dataset, which the project itself does not."""
    dataset = next(
        quad.subject for quad in quads if str(quad.object) == "<http://www.w3.org/ns/dcat#Dataset>"
    )
    version = Quad(dataset, NamedNode("http://www.w3.org/ns/dcat#version"), Literal("1.0.0"))
    report = graph_of("after.nq", quads).validate(since=graph_of("before.nq", [*quads, version]))
    assert (report.nodes, report.focus) == (0, ())


def test_a_new_name_concerns_the_thing_what_links_to_it_and_rules_about_the_whole(graph_of, quads) -> None:
    old, new = (Literal(name, language="fr") for name in ("Le Bateau Livre", "Le Bateau-Livre"))
    renamed = [changed(quad, new) if quad.object == old else quad for quad in quads]
    after = graph_of("after.nq", renamed)
    report = after.validate(since=graph_of("before.nq", quads))
    thing = "https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille"
    linked = {str(s.value) for (s,) in after.sparql(f"SELECT DISTINCT ?s {{ ?s ?p <{thing}> }}").rows}
    assert {thing, *linked} <= set(report.focus)
    assert len(set(report.focus) - {thing, *linked}) < 15


def changed(quad: Quad, value: Literal) -> Quad:
    assert isinstance(quad.subject, NamedNode)
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)
