"""What strangers wrote is asked where it can be ended, whether this process can be copied or not."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import partnerkg
from partnerkg.errors import OutOfMemory, OutOfTime
from partnerkg.pipeline import ask, check
from partnerkg.pipeline.opened import Opened
from partnerkg.validate import validate
from partnerkg.workers import copied, memory

CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
COUNTED = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER(?a != ?l) }}"
SHAPE = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
<http://e/S> a sh:NodeShape ; sh:targetNode <http://e/s> ;
    sh:sparql [ sh:select "SELECT $this {{ $this ?p ?q . {CROSS} FILTER(?a = ?f && ?i = ?o) }}" ] .
"""
PATH = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<http://e/S> a sh:NodeShape ; sh:targetClass <http://e/C> ; sh:property [ sh:path <http://e/p> ; sh:minCount 1 ] .
"""


@pytest.fixture(params=["a copy", "a process of its own"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Ask in both ways: another thread is what forbids a copy."""
    if request.param == "a copy":
        monkeypatch.setattr(copied, "is_possible", lambda: True)  # the threads of pytest-xdist only wait
        yield request.param
        return
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    assert not copied.is_possible()
    yield request.param
    done.set()
    beside.join()


@pytest.fixture
def data(tmp_path: Path) -> str:
    """Return a file of 900 triples, which five patterns join in more ways than can be counted."""
    lines = [f"<http://e/s> <http://e/p> <http://e/o{number}> .\n" for number in range(900)]
    (tmp_path / "data.nt").write_text(
        "".join([*lines, "<http://e/x> a <http://e/C> .\n"]).replace(" a ", TYPE)
    )
    return str(tmp_path / "data.nt")


TYPE = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "


@pytest.fixture
def shapes(tmp_path: Path) -> str:
    (tmp_path / "shapes.ttl").write_text(SHAPE)
    return str(tmp_path / "shapes.ttl")


def test_a_query_gets_the_answer_that_it_gets_here(way: str, world: str) -> None:
    graph = partnerkg.open(world)
    for text in (
        "SELECT ?a ?b { ?a org:memberOf ?b } ORDER BY ?a ?b",
        "ASK { ?a org:memberOf ?b }",
        "CONSTRUCT WHERE { ?a a pk:Network }",
    ):
        there, here = graph.sparql(text), graph.sparql(text, seconds=None)
        assert (there if isinstance(there, bool) else list(there)) == (
            here if isinstance(here, bool) else list(here)
        )


def test_the_words_behind_an_answer_are_found_later(way: str, world: str) -> None:
    answer = partnerkg.open(world).sparql("SELECT ?a ?b { ?a org:memberOf ?b } ORDER BY ?a ?b")
    here = partnerkg.open(world).sparql("SELECT ?a ?b { ?a org:memberOf ?b } ORDER BY ?a ?b", seconds=None)
    assert answer.proofs == here.proofs != []


def test_a_query_ends_when_its_time_is_over(way: str, data: str) -> None:
    graph, start = partnerkg.open(data), time.monotonic()
    with pytest.raises(OutOfTime, match=r"within 0\.5 s"):
        graph.sparql(COUNTED, seconds=0.5)
    assert time.monotonic() - start < 10
    assert graph.sparql("ASK { ?s ?p ?o }") is True


def test_a_query_ends_when_it_wants_too_much_memory(
    way: str, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(memory.SETTING, "300")
    with pytest.raises(OutOfMemory, match="within 300 MB"):
        partnerkg.open(data).sparql(f"SELECT DISTINCT * {{ {CROSS} }}")


def test_shapes_end_when_their_time_is_over(way: str, data: str, shapes: str) -> None:
    with pytest.raises(OutOfTime, match=r"within 0\.5 s"):
        partnerkg.open(data).validate(shapes=shapes, seconds=0.5)


def test_shapes_find_what_they_find_here(way: str, data: str, tmp_path: Path) -> None:
    (tmp_path / "path.ttl").write_text(PATH)
    graph = partnerkg.open(data)
    there = graph.validate(shapes=str(tmp_path / "path.ttl"))
    here = validate(graph.store.own(), [str(tmp_path / "path.ttl")])
    assert there == here
    assert (len(there.results), there.text()) == (1, here.text())


def test_relative_iris_are_read_with_the_base_that_is_given(way: str, tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text("<#x> a <#C> .")
    (tmp_path / "path.ttl").write_text(PATH.replace("http://e/C", "http://e/#C"))
    shapes = [str(tmp_path / "path.ttl")]
    graph = Opened(str(tmp_path / "data.ttl")).bare("http://e/")
    (found,) = check.validate(graph, shapes=shapes).results
    assert found.focus_node == NamedNode("http://e/#x")
    assert check.validate(graph.bare(), shapes=shapes).nodes == 0  # each file is a base of its own


def test_completeness_by_shapes_is_what_it_is_here(way: str, data: str, tmp_path: Path) -> None:
    (tmp_path / "path.ttl").write_text(PATH)
    (cell,) = partnerkg.open(data).completeness(str(tmp_path / "path.ttl")).cells
    assert (cell.answered, cell.of) == (0, 1)


def test_a_query_from_the_shell_is_bounded_where_nobody_says_so(
    data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "PATIENCE", 0.5)
    with pytest.raises(OutOfTime, match=r"within 0\.5 s"):
        ask.outcome(Opened(data), ask.Asking(COUNTED))
