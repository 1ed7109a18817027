"""The graph as a whole."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import partnerkg
from partnerkg.errors import (
    BrokenFile,
    MissingFile,
    UnknownFormat,
    UnknownQuery,
    UnknownThing,
    UnwritablePath,
)
from partnerkg.pipeline import graph as opened
from partnerkg.pipeline import summary

WORLD = Path(__file__).parents[1] / "world"


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open(WORLD)


def test_it_answers_questions_by_name(graph):
    answer = graph.query("network_members", network="libraires-d-ombre")
    assert [row["name"] for row in answer.records()] == ["La Plume"]


def test_it_answers_sparql(graph):
    assert graph.sparql("ASK { ?s a pk:Network }") is True
    assert graph.sparql("SELECT ?s { ?s a pk:Network }").columns == ("s",)
    assert len(list(graph.sparql("CONSTRUCT { ?s a pk:Network } WHERE { ?s a pk:Network }"))) == 1


def test_it_describes_an_organisation(graph):
    assert graph.organization("le-grimoire").name == "Le Grimoire"
    assert graph.organization("group:petites-bibliotheques").kinds == ["public library"]
    assert partnerkg.KnowledgeGraph(graph.project, "fr").organization("le-grimoire").kinds == [
        "librairie indépendante"
    ]


def test_it_knows_an_organisation_from_the_source_of_the_same_slug(graph):
    assert graph.organization("lire-en-ombre").name == "Lire en Ombre"


@pytest.mark.parametrize("place", [None, WORLD], ids=["shipped", "invented"])
def test_each_number_is_that_of_the_rows_of_the_question_that_lists_them(place):
    graph = partnerkg.open(place)
    rows = {name: len(graph.query(question)) for name, question in summary.LISTED.items()}
    assert graph.summary() == rows


@pytest.mark.parametrize("place", [None, WORLD], ids=["shipped", "invented"])
def test_the_passages_of_each_page_are_as_many_as_its_reading_says(place):
    graph = partnerkg.open(place)
    readings = graph.query("source_readings").records()
    assert readings
    for reading in readings:
        assert reading["quotes"] == len(graph.query("source_passages", source=reading["source"]))


def test_it_counts_what_it_holds(graph):
    assert graph.summary() == {"organizations": 12, "networks": 1, "links": 16, "quotes": 20, "pages": 3}


def test_it_names_an_organisation_to_look_at(graph):
    assert graph.organization(graph.example()).links


def test_it_validates_itself(graph):
    assert graph.validate().nodes > 0


def test_it_exports_bytes_or_a_file(graph, tmp_path):
    found = graph.export("nquads")
    assert graph.export("nquads", tmp_path / "world.nq") is None
    assert (tmp_path / "world.nq").read_bytes() == found


def test_it_exports_the_same_after_any_query(graph):
    before = graph.export("trig")
    graph.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert graph.export("trig") == before


def test_an_export_opens_again(graph, tmp_path):
    graph.export("nquads", tmp_path / "world.nq")
    assert partnerkg.open(tmp_path / "world.nq").export("nquads") == graph.export("nquads")


def test_it_opens_a_folder_of_files_of_its_own(tmp_path):
    (tmp_path / "graph" / "claims").mkdir(parents=True)
    assert partnerkg.open(tmp_path).summary()["organizations"] == 0
    assert partnerkg.open(tmp_path).example() is None


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda graph, _: graph.query("nothing"), UnknownQuery),
        (lambda graph, _: graph.organization("nothing"), UnknownThing),
        (lambda graph, _: graph.export("nothing"), UnknownFormat),
        (lambda graph, path: graph.export("trig", path / "no" / "where.trig"), UnwritablePath),
        (lambda _, path: partnerkg.open(path / "nothing"), MissingFile),
    ],
)
def test_its_errors_are_its_own(graph, tmp_path, ask, error):
    with pytest.raises(error) as found:
        ask(graph, tmp_path)
    assert isinstance(found.value, partnerkg.PartnerkgError)


def test_it_says_at_once_that_a_file_is_broken(tmp_path):
    (tmp_path / "a.ttl").write_text("oops")
    with pytest.raises(BrokenFile, match=r"a\.ttl, line 1"):
        partnerkg.open(tmp_path)


@pytest.mark.parametrize("module", [partnerkg, opened])
def test_its_examples_are_right(module):
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


def test_its_public_names_are_there():
    for name in partnerkg.__all__:
        assert getattr(partnerkg, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        partnerkg.nothing  # noqa: B018


def test_importing_it_imports_little():
    code = "import sys, partnerkg; print(*sys.modules)"
    found = (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.decode().split()
    )
    assert not {"pyoxigraph", "rdflib", "partnerkg.pipeline.graph"} & set(found)
