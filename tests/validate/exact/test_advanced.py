"""What cannot be compiled: shapes that lead back to themselves, components of one's own, targets by query."""

from __future__ import annotations

import json

import pytest

from partnerkg.validate import WrongShape

SHOP = "https://w3id.org/partnerkg/id/organization/"
PREFIX = "PREFIX pk: <https://w3id.org/partnerkg/ontology#> "
LIST = """pks:list a sh:NodeShape ; sh:or ( [ sh:hasValue rdf:nil ] [ sh:property
    [ sh:path rdf:first ; sh:minCount 1 ; sh:datatype xsd:string ] ,
    [ sh:path rdf:rest ; sh:minCount 1 ; sh:node pks:list ] ] ) .
pks:s a sh:NodeShape ; sh:targetSubjectsOf pk:p ; sh:property [ sh:path pk:p ; sh:node pks:list ] ."""
COMPONENT = """pks:Longer a sh:ConstraintComponent ; sh:parameter [ sh:path pk:longerThan ] ;
    sh:validator [ a sh:SPARQLAskValidator ; sh:message "longer than {$longerThan}, please" ;
        sh:ask "ASK { FILTER (STRLEN(STR($value)) > $longerThan) }" ] .
pks:s sh:targetSubjectsOf pk:p ; sh:property [ sh:path pk:p ; pk:longerThan 2 ] ."""


def focused(report) -> list[str]:
    return sorted(one.focus_node.value.removeprefix(SHOP) for one in report.results)


def test_it_follows_a_shape_back_to_itself(judge) -> None:
    report = judge('shop:x pk:p ( "a" "b" ) . shop:y pk:p ( "a" 2 ) .', LIST)
    assert focused(report) == ["y"]


def test_it_takes_a_node_that_it_meets_again_for_fitting(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetClass pk:P ; sh:property [ sh:path pk:m ; sh:node pks:s ; sh:minCount 1 ] ."
    assert focused(
        judge("shop:a a pk:P ; pk:m shop:b . shop:b a pk:P ; pk:m shop:a . shop:c a pk:P .", shapes)
    ) == ["c"]


def test_it_follows_a_shape_back_to_itself_through_an_expression(judge) -> None:
    shapes = """pks:s a sh:NodeShape ; sh:targetClass pk:P ;
        sh:expression [ sh:exists [ sh:filterShape pks:s ; sh:nodes [ sh:path pk:m ] ] ] ."""
    report = judge("shop:a a pk:P ; pk:m shop:a . shop:b a pk:P ; pk:m shop:c . shop:c a pk:P .", shapes)
    assert focused(report) == ["b", "c"]


def test_it_asks_a_component_of_ones_own_about_each_value(judge) -> None:
    report = judge('shop:a pk:p "x" , "xxx" .', COMPONENT)
    assert [(one.value.value, dict(one.messages)) for one in report.results] == [
        ("x", {"": "longer than 2, please"})
    ]


def test_it_ignores_a_component_without_validator_and_says_so(judge) -> None:
    shapes = """pks:Probe a sh:ConstraintComponent ; sh:parameter [ sh:path pk:probe ] .
        pks:s sh:targetNode shop:a ; sh:property [ sh:path pk:p ; sh:minCount 1 ; pk:probe true ] ."""
    report = judge("", shapes)
    assert len(report.results) == 1
    assert "pks:Probe has no validator" in report.notices[0].text()


def test_it_makes_a_result_of_every_row(judge) -> None:
    query = f"{PREFIX}SELECT $this {{ $this pk:p ?x }}"
    shapes = f'pks:s sh:targetNode shop:a ; sh:sparql [ sh:select "{query}" ] .'
    assert len(judge("shop:a pk:p 1 , 2 , 3 .", shapes).results) == 3


def test_it_reads_every_variable_of_a_query_that_selects_all(judge) -> None:
    shapes = (
        f'pks:s sh:targetNode shop:a ; sh:sparql [ sh:select "{PREFIX}SELECT * {{ $this pk:p ?value }}" ] .'
    )
    assert [one.value.value for one in judge("shop:a pk:p 1 .", shapes).results] == ["1"]


@pytest.mark.parametrize(
    ("target", "nodes"),
    [
        (f'[ a sh:SPARQLTarget ; sh:select "{PREFIX}SELECT ?this {{ ?this pk:born pk:FR }}" ]', ["a", "c"]),
        ("[ a pks:BornIn ; pk:country pk:DE ]", ["b"]),
    ],
)
def test_it_finds_the_targets_of_a_query(judge, target, nodes) -> None:
    kind = f"""pks:BornIn a sh:SPARQLTargetType ; rdfs:subClassOf sh:Target ; sh:parameter [ sh:path pk:country ] ;
        sh:select "{PREFIX}SELECT ?this {{ ?this pk:born $country }}" ."""
    data = "shop:a pk:born pk:FR . shop:b pk:born pk:DE . shop:c pk:born pk:FR ."
    report = judge(data, f"{kind} pks:s a sh:NodeShape ; sh:target {target} ; sh:nodeKind sh:Literal .")
    assert focused(report) == nodes
    assert report.nodes == len(nodes)
    assert report.checked["https://w3id.org/partnerkg/shapes#s"].violating == len(nodes)


def test_it_looks_at_nodes_without_name_that_a_query_targets(judge) -> None:
    target = f'[ sh:select "{PREFIX}SELECT ?this {{ ?this pk:p 1 }}" ]'
    report = judge("[] pk:p 1 .", f"pks:s a sh:NodeShape ; sh:target {target} ; sh:nodeKind sh:IRI .")
    assert (len(report.results), report.nodes, report.unseen) == (1, 1, 0)


def test_it_looks_at_what_fits_a_shape_that_says_whom_it_is_about(judge) -> None:
    shapes = """pks:s a sh:NodeShape ; sh:nodeKind sh:BlankNode ;
        sh:targetWhere [ sh:property [ sh:path pk:p ; sh:hasValue 1 ] ] ."""
    assert focused(judge("shop:a pk:p 1 . shop:b pk:p 2 .", shapes)) == ["a"]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT $this { $this rdfs:label ?x }", "prefix of rdfs:label"),
        ("SELECT $this { $this <x:p> ?x MINUS { $this <x:q> 1 } }", "MINUS"),
        ("SELECT $this { $this <x:p> ?x . VALUES ?x { 1 } }", "VALUES"),
        ("SELECT $this { { SELECT ?x { ?y <x:p> ?x } } $this <x:p> ?x }", "does not give"),
        ("SELECT $this FROM <http://127.0.0.1:1/> { $this <x:p> ?x }", "FROM"),
        ("SELECT $this { $this <x:p> }", "unexpected"),
        ("ASK { $this <x:p> ?x", "is open"),
    ],
)
@pytest.mark.parametrize("data", ["", "shop:a pk:p 4.50 ."])
def test_it_names_shape_file_and_line_of_a_query_that_cannot_be_asked(
    judge, written, query, why, data
) -> None:
    from partnerkg.validate import load, validate

    shapes = written(
        "shapes.ttl",
        f'\npks:s a sh:NodeShape ;\n  sh:targetNode shop:a ;\n  sh:sparql [ sh:select "{query}" ] .',
    )
    with pytest.raises(WrongShape, match=rf"pks:s cannot be used: .*{why}.*shapes.ttl, line 14"):
        validate([written("data.ttl", data)], load([shapes]))


@pytest.mark.parametrize("select", ["$this ?value ?why", "*"])
def test_a_result_has_what_its_query_says_besides(judge, select) -> None:
    """`*` is looked at node by node, the other way at once: both say the same."""
    where = "{ $this pk:p ?value BIND(STR(?value) AS ?why) }"
    shapes = f"""pks:s sh:targetNode shop:a ; sh:sparql [ sh:select '{PREFIX}SELECT {select} {where}' ;
        sh:resultAnnotation [ sh:annotationProperty pk:reason ; sh:annotationVarName "why" ] ,
            [ sh:annotationProperty pk:kind ; sh:annotationValue pk:x , 2 ] , [ sh:annotationProperty pk:value ] ] ."""
    report = judge("shop:a pk:p 1 .", shapes)
    assert not report.left_out
    found = json.loads(report.to_json())["results"][0]["annotations"]
    assert {way.rpartition("#")[2]: [one["value"] for one in given] for way, given in found.items()} == {
        "reason": ["1"],
        "kind": ["2", "https://w3id.org/partnerkg/ontology#x"],
        "value": ["1"],
    }
    assert 'pk:reason "1"' in report.to_turtle()


@pytest.mark.parametrize("engine", ["auto", "exact"])
def test_it_asks_a_query_that_selects_all_and_has_no_variable_but_the_node(judge, engine) -> None:
    shapes = f'pks:s sh:targetNode shop:a , shop:b ; sh:sparql [ sh:select "{PREFIX}SELECT * {{ $this pk:p $this }}" ] .'
    assert focused(judge("shop:a pk:p shop:a . shop:b pk:p shop:a .", shapes, engine=engine)) == ["a"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT $this ?value WHERE { $this pk:p ?value FILTER EXISTS { ?value pk:p $this } }", 1),
        ("SELECT $this WHERE { ?x pk:p ?y FILTER(?y = $this && BOUND($this)) }", 1),
        (
            "SELECT $this ?value WHERE { { SELECT $this ?value { $this pk:p ?value } } FILTER(isBlank($this)) }",
            2,
        ),
        (
            "SELECT $this (COUNT(?v) AS ?value) WHERE { $this pk:p ?v } GROUP BY $this HAVING(COUNT(?v) > 1)",
            1,
        ),
        ("SELECT * WHERE { $this pk:p ?value FILTER(isLiteral(?value)) }", 1),
    ],
)
def test_a_query_is_asked_about_a_node_without_name_as_about_another(judge, query: str, count: int) -> None:
    shapes = f'pks:s sh:targetSubjectsOf pk:p ; sh:sparql [ sh:select """{PREFIX} {query}""" ] .'
    report = judge("_:a pk:p _:b , 5 . _:b pk:q _:a .".replace("pk:q", "pk:p"), shapes, engine="exact")
    expected = judge(
        "shop:a pk:p shop:b , 5 . shop:b pk:p shop:a .", shapes.replace("isBlank", "isIRI"), engine="exact"
    )
    assert len(report.results) == len(expected.results)
    assert len(report.results) >= count
