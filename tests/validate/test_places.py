"""What has no name is called by its place, the same at every run."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.validate.formats import NAMES

SHAPES = """@prefix ex: <http://example.org/shapes#> . @prefix a: <http://example.org/> .
ex:Work a sh:NodeShape ; sh:targetClass a:Work ; sh:property
    [ sh:path a:size ; sh:node [ sh:property [ sh:path a:value ; sh:minCount 1 ] ] ] ,
    [ sh:path a:size ; sh:maxCount 1 ; sh:message "one"@en ; sh:name "size"@en ] ,
    [ sh:path ( a:size a:value ) ; sh:or ( [ sh:datatype xsd:date ] [ sh:not [ sh:nodeKind sh:Literal ] ] ) ] .
[] a sh:NodeShape ; sh:targetClass a:Size ; sh:property [ sh:path a:unit ; sh:minCount 1 ] ."""
DATA = """@prefix a: <http://example.org/> .
a:w a a:Work ; a:size [ a a:Size ; a:unit "cm" ] , [ a a:Size ; a:value 3 ] .
a:v a a:Work ; a:size [ a a:Size ; a:part [ a a:Size ] ] ."""


@pytest.fixture
def report(written):
    def make(more: str = ""):
        shapes, data = written("shapes.ttl", SHAPES), written("data.ttl", DATA + more)
        return partnerkg.open(str(data)).validate(shapes=[shapes])

    return make


def test_it_calls_shapes_by_what_leads_to_them(report) -> None:
    found = report()
    assert {found.shapes.called(result.shape) for result in found.results} == {
        *("ex:Work › a:size", "ex:Work › a:size (2)", "ex:Work › a:size/a:value", "[a:Size] › a:unit"),
    }


def test_it_calls_nodes_by_what_leads_to_them(report) -> None:
    found = report()
    assert sorted(found.anonymous.values()) == [
        *("a:v › a:size", "a:v › a:size › a:part", "a:w › a:size", "a:w › a:size (2)"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_it_says_the_same_at_every_run_and_beside_other_literals(report, name) -> None:
    first = report().written(name)
    assert first == report().written(name)
    beside = report(" a:other a:price 4.50 .")
    counted = ("described", "Things described", "subjects")
    lines = [line for line in first.splitlines() if not any(word in line for word in counted)]
    if name in ("text", "markdown"):
        assert lines == [
            line for line in beside.written(name).splitlines() if not any(w in line for w in counted)
        ]


def test_it_keeps_message_name_path_and_counts_of_a_property_shape_without_name(report) -> None:
    found = report()
    one = next(result for result in found.results if result.messages.get("en") == "one")
    assert (one.path.text(), found.shapes.by_iri[one.shape].names) == (
        "http://example.org/size",
        {"en": "size"},
    )
    assert found.checked[one.shape].targeted == 2


def test_it_names_the_constraint_and_conforms_only_without_any_result(judge) -> None:
    query = "SELECT $this { $this <https://w3id.org/partnerkg/ontology#p> 1 }"
    shapes = (
        f"pks:s sh:targetNode shop:a ; sh:severity sh:Info ; sh:sparql pks:q . pks:q sh:select '{query}' ."
    )
    turtle = judge("shop:a pk:p 1 .", shapes).to_turtle()
    assert (
        "sh:sourceConstraint pks:q" in turtle
        or "sh:sourceConstraint <https://w3id.org/partnerkg/shapes#q>" in turtle
    )
    assert "sh:conforms false" in turtle


def test_it_takes_a_file_whose_only_shape_is_switched_off(judge) -> None:
    report = judge(
        "shop:a pk:p 1 .", "pks:s sh:targetNode shop:a ; sh:nodeKind sh:Literal ; sh:deactivated true ."
    )
    assert report.conforms
