"""Checking."""

from __future__ import annotations

import json

import pytest

from partnerkg.errors import MissingFile, UnknownFormat, UnknownThing, UnreadableFile
from partnerkg.pipeline.check import Checking, checked, loaded, validate
from partnerkg.pipeline.graph import KnowledgeGraph

SUPPORT = """@prefix pk: <https://w3id.org/partnerkg/ontology#> .
<https://w3id.org/partnerkg/id/support/x> a pk:Support ."""


@pytest.fixture
def faulty(tmp_path):
    (tmp_path / "a.ttl").write_text(SUPPORT)
    return KnowledgeGraph(str(tmp_path / "a.ttl"))


def test_a_graph_that_passes_has_no_findings(graph, program, text):
    output = checked(graph, Checking(), program)
    assert text(output).startswith("No violations, but warnings.")
    assert not output.findings


def test_a_graph_with_faults_has_findings(faulty, program, text):
    output = checked(faulty, Checking(format="json"), program)
    assert output.findings
    assert json.loads(text(output))


def test_one_file_of_shapes_may_be_given_alone(faulty, tmp_path):
    path = tmp_path / "shapes.ttl"
    path.write_text(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> [] sh:targetClass <https://w3id.org/partnerkg/ontology#Support> ;"
        " sh:property [ sh:path sh:name ; sh:minCount 1 ] ."
    )
    assert [len(validate(faulty, shapes=given).results) for given in (path, str(path), [path])] == [1, 1, 1]


def test_the_notes_are_verdict_and_counts(graph, program):
    verdict, counts = map(str, checked(graph, Checking(), program).notes)
    assert verdict == "No violations, but warnings."
    assert "violations: 0" in counts


def test_it_looks_at_a_thing_and_at_what_exists_for_it_alone(graph):
    report = validate(graph, focus="la-plume-rivebois")
    whole = validate(graph, focus=["la-plume-rivebois", "lire-en-ombre"])
    assert 1 < report.nodes < whole.nodes < validate(graph).nodes


def test_it_takes_the_files_of_a_folder_for_shapes(tmp_path):
    shape = "<http://e/S> <http://www.w3.org/ns/shacl#targetClass> <http://e/T> ."
    for name in "ab":
        (tmp_path / f"{name}.ttl").write_text(shape.replace("/S", f"/{name}"))
    assert len(loaded([str(tmp_path)]).targeted()) == 2


@pytest.mark.parametrize(
    ("checking", "error"),
    [
        (Checking(format="pdf"), UnknownFormat),
        (Checking(focus=["nobody"]), UnknownThing),
        (Checking(shapes=["nothing.ttl"]), MissingFile),
    ],
)
def test_it_says_what_there_is_not(graph, program, checking, error):
    with pytest.raises(error):
        checked(graph, checking, program)


def test_data_that_nothing_looks_at_do_not_conform(tmp_path, graph, program):
    (tmp_path / "empty.ttl").write_text("")
    with pytest.raises(UnreadableFile, match="no SHACL shape with a target"):
        checked(graph, Checking(shapes=[str(tmp_path / "empty.ttl")]), program)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "PREFIX sh: <http://www.w3.org/ns/shacl#> <x:s> sh:targetclass <x:C>",
            "no sh:targetclass; did you mean",
        ),
        (
            "PREFIX sh: <https://www.w3.org/ns/shacl#> <x:s> sh:targetClass <x:C>",
            "is not SHACL: its namespace is",
        ),
    ],
)
def test_shapes_without_a_target_are_refused_with_what_may_be_meant_for_one(
    tmp_path, graph, program, text, why
):
    (tmp_path / "shapes.ttl").write_text(f"{text} .")
    with pytest.raises(UnreadableFile, match=f"no SHACL shape with a target in it .*line 1: .*{why}"):
        checked(graph, Checking(shapes=[str(tmp_path / "shapes.ttl")]), program)


OWN = """@prefix pk: <https://w3id.org/partnerkg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://x/a> a pk:Bookshop . <http://x/b> a pk:Library . {}"""


@pytest.mark.parametrize(
    ("own", "subjects", "engine"),
    [("", 2, "auto"), ("", 2, "pyshacl"), ('pk:Bookshop rdfs:label "shop"@en .', 3, "auto")],
)
def test_a_file_is_looked_at_and_not_the_ontology_that_is_lent_to_it(tmp_path, own, subjects, engine):
    """What the file says of the ontology itself is looked at too."""
    (tmp_path / "a.ttl").write_text(OWN.format(own))
    report = validate(KnowledgeGraph(str(tmp_path / "a.ttl")), engine=engine)
    assert (report.nodes, report.subjects) == (2, subjects)
    assert {result.focus_node.value for result in report.results} >= {"http://x/a", "http://x/b"}
    assert not report.passes()
