from __future__ import annotations

import pytest

from partnerkg.validate import Severity, WrongShape, load
from partnerkg.validate.shape import in_language

PKS, SH = "https://w3id.org/partnerkg/shapes#", "http://www.w3.org/ns/shacl#"
GROUPED = """
pks:first a sh:PropertyGroup ; rdfs:label "Identité"@fr ; sh:order 1 .
pks:second a sh:PropertyGroup ; rdfs:label "Lieu"@fr ; sh:order 2 .
pks:Shop a sh:NodeShape ; sh:targetClass pk:Bookshop ; sh:property pks:c , pks:b , pks:a , pks:d .
pks:a sh:path pk:a ; sh:group pks:second ; sh:order 1 .
pks:b sh:path pk:b ; sh:group pks:first ; sh:order 2 .
pks:c sh:path pk:c ; sh:group pks:first ; sh:order 1.5 .
pks:d sh:path pk:d .
"""


def test_it_reads_what_a_shape_says_of_itself(shapes_of) -> None:
    shape = shapes_of(
        'pks:a sh:path pk:a ; sh:name "nom"@fr ; sh:message "Non."@fr, "No." ; sh:minCount 1 .'
    ).by_iri[PKS + "a"]
    assert shape.names == {"fr": "nom"}
    assert shape.messages == {"fr": "Non.", "": "No."}
    assert [predicate for predicate, _ in shape.constraints] == [SH + "minCount"]


def test_it_gives_property_shapes_in_the_order_of_pages(shapes_of) -> None:
    found = shapes_of(GROUPED).properties(PKS + "Shop")
    assert [shape.iri.removeprefix(PKS) for shape in found] == ["c", "b", "a", "d"]


def test_it_finds_the_shapes_of_a_class(shapes_of) -> None:
    found = shapes_of(GROUPED).of_class("https://w3id.org/partnerkg/ontology#Bookshop")
    assert [shape.iri for shape in found] == [PKS + "Shop"]


def test_it_takes_a_violation_where_no_severity_is_given(shapes_of) -> None:
    assert shapes_of(GROUPED).by_iri[PKS + "a"].severity is Severity.VIOLATION


def test_it_takes_the_label_of_a_node_shape_as_its_name(shapes_of) -> None:
    assert shapes_of('pks:S a sh:NodeShape ; rdfs:label "Shop"@en .').by_iri[PKS + "S"].names == {
        "en": "Shop"
    }


def test_it_takes_any_iri_for_a_severity(shapes_of) -> None:
    shape = shapes_of("pks:a sh:path pk:a ; sh:severity pk:Fatal .").by_iri[PKS + "a"]
    assert (shape.severity, shape.own_severity) == (
        Severity.VIOLATION,
        "https://w3id.org/partnerkg/ontology#Fatal",
    )


def test_it_takes_the_severities_below_info_for_remarks(shapes_of) -> None:
    assert (
        shapes_of("pks:a sh:path pk:a ; sh:severity sh:Debug .").by_iri[PKS + "a"].severity is Severity.INFO
    )


def test_it_refuses_a_severity_that_is_no_iri(shapes_of) -> None:
    with pytest.raises(WrongShape, match="pks:a cannot be used: its sh:severity is no IRI"):
        shapes_of('pks:a sh:path pk:a ; sh:severity "bad" .')


def test_it_refuses_a_path_that_is_none(shapes_of) -> None:
    with pytest.raises(WrongShape, match="pks:a cannot be used: sh:path"):
        shapes_of('pks:a sh:path "name" .')


def test_it_keeps_blank_nodes_of_two_files_apart(written) -> None:
    for name, value in (("a", 1), ("b", 2)):
        text = f"pks:{name} sh:path pk:n ; sh:in _:x . _:x rdf:first {value} ; rdf:rest rdf:nil ."
        written(f"{name}.ttl", text)
    folder = written("c.ttl", "").parent
    found = load([folder / "a.ttl", folder / "b.ttl"])
    assert found.by_iri[PKS + "a"].constraints != found.by_iri[PKS + "b"].constraints


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [
        ({"fr": "oui", "en": "yes"}, "oui"),
        ({"en": "yes", "de": "ja"}, "yes"),
        ({"": "y", "de": "ja"}, "y"),
        ({"de": "ja"}, "ja"),
        ({}, ""),
    ],
)
def test_it_falls_back_to_english_then_to_any_language(texts, chosen) -> None:
    assert in_language(texts, "fr") == chosen
