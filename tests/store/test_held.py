"""Quads at hand: few of them in memory, many on the disk, the same answers."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from partnerkg.errors import BrokenFile, UnwritablePath
from partnerkg.store import base, embedded, held

THING, PROPERTY, OTHER, GRAPH = (NamedNode(f"http://a/{name}") for name in "spog")
ODD = Literal("01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
QUADS = [
    Quad(THING, PROPERTY, ODD),
    Quad(THING, PROPERTY, ODD, GRAPH),
    Quad(BlankNode("x"), PROPERTY, BlankNode("x"), GRAPH),
    Quad(THING, OTHER, Literal("é\n", language="fr"), GRAPH),
]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of temporary files; more than two quads are too many for memory."""
    monkeypatch.setattr(held, "MOST", 2)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_it_gives_many_quads_back_letter_for_letter(scratch: Path) -> None:
    with held.hold(QUADS) as store:
        assert sorted(map(str, store.quads())) == sorted(map(str, QUADS))
        assert {quad.object for quad in store.written()} == {ODD}
        assert set(QUADS) < set(store.everything())


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (COUNT(*) AS ?n) { ?s <http://a/p> ?o }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://a/p> ?o } } GROUP BY ?g",
        "SELECT ?class { ?class rdfs:subClassOf org:Organization } ORDER BY ?class",
        "SELECT DISTINCT ?o { ?s <http://a/o> ?o }",
    ],
)
def test_many_quads_answer_as_few_do(text: str, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held.hold(QUADS) as many:
        found = [tuple(row) for row in many.select(text)]
    monkeypatch.setattr(held, "MOST", 10)
    assert found == [tuple(row) for row in held.hold(QUADS).select(text)] != []


def test_many_quads_know_what_is_said_in_which_room(scratch: Path) -> None:
    bookshop = NamedNode("https://w3id.org/partnerkg/ontology#Bookshop")
    with held.hold(QUADS) as store:
        assert store.contains(THING) and not store.contains(GRAPH)
        assert not store.contains(bookshop, (base.CLAIMS,))


def test_its_temporary_files_go_when_it_is_closed(scratch: Path) -> None:
    with held.hold(QUADS):
        [folder] = scratch.iterdir()
        assert {"store", "given.nq"} <= set(os.listdir(folder))
    assert not list(scratch.iterdir())


def test_its_temporary_files_go_when_nobody_holds_it(scratch: Path) -> None:
    store = held.hold(QUADS)
    assert list(scratch.iterdir())
    del store
    gc.collect()
    assert not list(scratch.iterdir())


def test_its_temporary_files_go_when_a_file_is_broken(scratch: Path) -> None:
    def torn():
        yield from QUADS
        raise BrokenFile(path="a.nq", line=5, reason="torn")

    with pytest.raises(BrokenFile):
        held.hold(torn())
    assert not list(scratch.iterdir())


def test_it_says_that_there_is_no_place_for_it(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/null")
    with pytest.raises(UnwritablePath, match="/dev/null"):
        held.hold(QUADS)


def test_a_project_of_large_files_is_held_on_the_disk(
    scratch: Path, world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = embedded.read(world)
    assert held.spacious(project) is project
    monkeypatch.setattr(embedded, "LARGE", 1000)
    text = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(!isBlank(?s)) } ORDER BY ?s ?p ?o"
    with held.spacious(project) as store:
        assert list(scratch.iterdir())
        found = [tuple(row) for row in store.select(text)]
    assert found == [tuple(row) for row in project.select(text)]
