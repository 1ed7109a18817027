from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store, parse

from partnerkg.namespaces import prefixes


@pytest.fixture
def ask(counted, look):
    """Return a function that asks the report in Turtle."""
    store = Store()
    store.extend(parse(input=counted.written("turtle", look()), format=RdfFormat.TURTLE))
    return lambda text: [tuple(map(str, row)) for row in store.query(text, prefixes=prefixes())]


def test_it_says_how_many_nodes_each_shape_was_asked_about(ask) -> None:
    pattern = "?m dqv:isMeasurementOf pks:site ; pk:targetedNodes ?a ; pk:conformingNodes ?b"
    found = ask(f"SELECT ?a ?b ?c ?d {{ {pattern} ; pk:violatingNodes ?c ; pk:notApplicableNodes ?d }}")
    assert [[int(term.split('"')[1]) for term in row] for row in found] == [[10, 3, 1, 6]]


def test_it_measures_the_share_that_conforms_of_those_it_applies_to(ask) -> None:
    found = ask("SELECT ?shape ?share { ?m dqv:isMeasurementOf ?shape ; dqv:value ?share } ORDER BY ?shape")
    assert [row[1].split('"')[1] for row in found] == ["0.6", "0.6", "0.75"]


def test_it_says_why_a_shape_met_no_node(ask) -> None:
    found = ask("SELECT ?why { ?m pk:targetedNodes 0 ; dct:description ?why }")
    assert found == [('"pks:Library checked nothing: nothing is of the class pk:Library."@en',)]


def test_it_makes_the_counts_part_of_the_report(ask) -> None:
    pattern = "?r a sh:ValidationReport ; dct:hasPart ?m . ?m a dqv:QualityMeasurement"
    assert len(ask(f"SELECT ?m {{ {pattern} }}")) == 4


def test_it_says_how_many_things_no_shape_looked_at(ask) -> None:
    (row,) = ask("SELECT ?all ?unseen { ?r pk:describedThings ?all ; pk:unseenThings ?unseen }")
    assert [term.split('"')[1] for term in row] == ["40", "30"]


def test_it_counts_the_pairs_of_shape_and_node_in_the_drafted_term(judge) -> None:
    shapes = "pks:a sh:targetClass pk:A ; sh:nodeKind sh:IRI . pks:b sh:targetNode shop:x ; sh:nodeKind sh:Literal ."
    assert "sh:nodeAssignmentCount 3" in judge("shop:x a pk:A . shop:y a pk:A .", shapes).to_turtle()


def test_it_has_the_messages_in_both_languages(ask) -> None:
    found = ask(
        "SELECT DISTINCT ?text { ?r sh:sourceShape pks:name ; sh:resultMessage ?text } ORDER BY ?text"
    )
    assert found == [('"Donnez un nom."@fr',), ('"Give a name."@en',)]


def test_it_is_a_report_as_shacl_describes_one(counted, judge) -> None:
    shapes = """pks:Report sh:targetClass sh:ValidationReport ; sh:property
            [ sh:path sh:conforms ; sh:minCount 1 ; sh:maxCount 1 ] , [ sh:path sh:result ; sh:minCount 6 ] .
        pks:Result sh:targetClass sh:ValidationResult ; sh:property [ sh:path sh:focusNode ; sh:minCount 1 ] ,
            [ sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
            [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ."""
    report = judge(counted.to_turtle(), shapes)
    assert (report.conforms, report.nodes, report.unmet) == (True, 7, ())


def test_it_lists_its_prefixes_in_order(counted) -> None:
    lines = [line for line in counted.to_turtle().splitlines() if line.startswith("@prefix")]
    assert lines == sorted(lines)
    assert len(lines) == 9
