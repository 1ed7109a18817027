"""Terms of the drafts of SHACL 1.2; expected values are those of the tests of its working group."""

from __future__ import annotations

import pytest

SHOP = "https://w3id.org/partnerkg/id/organization/"
SHAPE = "pks:s a sh:NodeShape ; sh:targetNode shop:a ; sh:property [ sh:path pk:p ; {0} ] ."
REIFIED = "pks:proved a sh:NodeShape ; sh:property [ sh:path pk:evidence ; sh:minCount 1 ] ."


@pytest.mark.parametrize(
    ("rule", "data", "values"),
    [
        ("sh:class ( pk:A pk:B )", "shop:a pk:p shop:b , shop:c . shop:b a pk:B .", ["c"]),
        ("sh:datatype ( xsd:string xsd:date )", 'shop:a pk:p "x" , "2024-01-01"^^xsd:date , 1 .', ["1"]),
        ("sh:nodeKind ( sh:IRI sh:BlankNode )", "shop:a pk:p shop:b , [] , 1 .", ["1"]),
        ("sh:someValue [ sh:class pk:Duck ]", "shop:a pk:p shop:cow .", [""]),
        ("sh:someValue [ sh:class pk:Duck ]", "shop:a pk:p shop:cow , shop:d . shop:d a pk:Duck .", []),
        ("sh:subsetOf pk:q", "shop:a pk:p 1 , 2 ; pk:q 1 .", ["2"]),
        ("sh:equals ( pk:q pk:r )", "shop:a pk:p 1 ; pk:q shop:b . shop:b pk:r 2 .", ["1", "2"]),
        ("sh:disjoint ( pk:q pk:r )", "shop:a pk:p 2 ; pk:q shop:b . shop:b pk:r 2 .", ["2"]),
        ("sh:lessThan ( pk:q pk:r )", "shop:a pk:p 1 , 3 ; pk:q shop:b . shop:b pk:r 2 .", ["3"]),
        ("sh:singleLine true", 'shop:a pk:p "one" , "two\\nlines" .', ["two\nlines"]),
        ("sh:singleLine false", 'shop:a pk:p "two\\nlines" .', []),
        ("sh:rootClass pk:A", "shop:a pk:p pk:A , pk:B , pk:C . pk:B rdfs:subClassOf pk:A .", ["C"]),
        ("sh:uniqueMembers true", "shop:a pk:p rdf:nil , shop:none .", ["none"]),
        ("sh:minListLength 1", "shop:a pk:p rdf:nil .", ["nil"]),
        ("sh:maxListLength 1", "shop:a pk:p shop:none .", ["none"]),
        ("sh:memberShape [ sh:nodeKind sh:IRI ]", "shop:a pk:p rdf:nil , shop:none .", ["none"]),
    ],
)
def test_it_looks_at_what_shacl_1_2_adds(judge, rule, data, values) -> None:
    found = [getattr(one.value, "value", "") for one in judge(data, SHAPE.format(rule)).results]
    assert sorted(value.rpartition("/")[2].rpartition("#")[2] for value in found) == sorted(values)


@pytest.mark.parametrize(
    ("rule", "members", "fits"),
    [
        ("sh:uniqueMembers true", '"a" "b"', True),
        ("sh:uniqueMembers true", '"a" "b" "a"', False),
        ("sh:minListLength 2", '"a"', False),
        ("sh:maxListLength 2", '"a" "b" "c"', False),
        ("sh:memberShape [ sh:datatype xsd:string ]", '"a" 1', False),
        ("sh:memberShape [ sh:datatype xsd:string ]", '"a" "b"', True),
    ],
)
def test_it_makes_one_result_of_a_list_that_does_not_fit(judge, rule, members, fits) -> None:
    results = judge(f"shop:a pk:p ( {members} ) .", SHAPE.format(rule)).results
    assert len(results) == (0 if fits else 1)


@pytest.mark.parametrize("engine", ["auto", "exact"])
def test_it_looks_at_what_is_said_of_a_statement_as_it_is_written(judge, engine) -> None:
    shapes = SHAPE.format("sh:reifierShape pks:proved ; sh:reificationRequired true") + REIFIED
    said = "shop:a pk:p 01 {| pk:evidence shop:e |} , 02 {| pk:doubt shop:e |} , 3 ."
    assert [one.value.value for one in judge(said, shapes, engine=engine).results] == ["02", "3"]


def test_it_tells_how_a_node_is_written_that_a_described_target_finds(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetWhere [ sh:nodeKind sh:Literal ] ; sh:nodeKind sh:IRI ."
    assert [one.focus_node.value for one in judge("shop:a pk:p 2.50 .", shapes).results] == ["2.50"]


def test_it_calls_what_speaks_of_a_statement_by_it(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetSubjectsOf pk:q , rdf:reifies ; sh:nodeKind sh:IRI ; sh:property [ sh:path rdf:reifies ; sh:nodeKind sh:IRI ] ."
    report = judge("shop:a pk:p 1 {| pk:q 2 |} . [] pk:p 1 {| pk:q 3 |} .", shapes)
    assert sorted(report.anonymous.values()) == [
        "[]",
        "[] › pk:p › reifier",
        "organization:a › pk:p › reifier",
    ]
    assert "it is a triple term" in report.text()


KEYED = "pks:s a sh:NodeShape ; sh:targetClass pk:A ; sh:uniqueValuesFor {0} ."


@pytest.mark.parametrize(
    ("keys", "data", "alike"),
    [
        ("pk:id", "shop:a a pk:A ; pk:id 1 . shop:b a pk:A ; pk:id 2 .", []),
        (
            "pk:id",
            "shop:a a pk:A ; pk:id 1 . shop:b a pk:A ; pk:id 1 . shop:c a pk:A ; pk:id 1 .",
            ["a", "b", "c"],
        ),
        ("pk:id", "shop:a a pk:A ; pk:id 1 . shop:b pk:id 1 .", []),
        ("pk:id", "shop:a a pk:A . shop:b a pk:A .", []),
        ("pk:id", "shop:a a pk:A ; pk:id 1 . shop:b a pk:A ; pk:id 1 , 2 .", []),
        (
            "( pk:id pk:in )",
            "shop:a a pk:A ; pk:id 1 ; pk:in 1 . shop:b a pk:A ; pk:id 1 ; pk:in 2 . shop:c a pk:A ; pk:id 1 ; pk:in 2 .",
            ["b", "c"],
        ),
    ],
)
def test_it_finds_targets_with_the_same_values(judge, keys, data, alike) -> None:
    results = judge(data, KEYED.format(keys)).results
    assert [one.focus_node.value.removeprefix(SHOP) for one in results] == alike


@pytest.mark.parametrize("engine", ["auto", "sparql"])
def test_it_looks_at_the_nodes_that_name_a_shape_themselves(judge, engine) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:property [ sh:path rdfs:label ; sh:maxCount 0 ] ."
    data = 'shop:a rdfs:label "a" ; sh:shape pks:s . shop:b sh:shape pks:s . shop:c rdfs:label "c" .'
    report = judge(data, shapes, engine=engine)
    assert [one.focus_node.value for one in report.results] == [SHOP + "a"]
    assert (report.nodes, report.left_out) == (2, ())


@pytest.mark.parametrize(
    "target",
    [
        "[ sh:inversePath pk:p ]",
        '[ sh:select "SELECT ?any { ?any <https://w3id.org/partnerkg/ontology#p> ?o }" ]',
        "( shop:a shop:b )",
    ],
)
def test_it_finds_the_targets_that_an_expression_means(judge, target) -> None:
    shapes = f"pks:s a sh:NodeShape ; sh:targetNode {target} ; sh:property [ sh:path rdfs:label ; sh:minCount 1 ] ."
    results = judge('shop:a pk:p shop:o . shop:b pk:p shop:o ; rdfs:label "b" .', shapes).results
    assert [one.focus_node.value for one in results] == [SHOP + "a"]


def test_it_tells_languages_of_two_directions_apart(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetNode shop:a , shop:b ; sh:property [ sh:path pk:p ; sh:uniqueLang true ] ."
    data = 'shop:a pk:p "A"@ar--ltr , "B"@ar--rtl . shop:b pk:p "A"@ar--ltr , "B"@ar--ltr .'
    assert [one.focus_node.value for one in judge(data, shapes).results] == [SHOP + "b"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("sh:severity sh:Warning", [("WARNING", "The node must be a literal; it is an IRI.")]),
        ('sh:message "No."@en', [("VIOLATION", "No.")]),
        ("sh:deactivated true", []),
        ("sh:deactivated false", [("VIOLATION", "The node must be a literal; it is an IRI.")]),
    ],
)
@pytest.mark.parametrize("engine", ["auto", "exact"])
def test_it_minds_what_is_said_of_one_constraint(judge, said, found, engine) -> None:
    shapes = f"pks:s a sh:NodeShape ; sh:targetNode shop:a ; sh:nodeKind sh:Literal {{| {said} |}} ."
    results = judge("", shapes, engine=engine).results
    assert [(one.severity.name, one.messages["en"]) for one in results] == found


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("sh:expression false", 1),
        ("sh:expression true", 0),
        ("sh:nodeByExpression [] . _:b sh:nodeKind sh:Literal", 0),
        ("sh:nodeByExpression pks:t . pks:t a sh:NodeShape ; sh:nodeKind sh:Literal", 1),
    ],
)
def test_it_looks_at_the_simplest_expressions(judge, rule, count) -> None:
    report = judge("", f"pks:s a sh:NodeShape ; sh:targetNode shop:a ; {rule} .")
    assert len(report.results) == count
    assert bool(report.left_out) is ("[]" in rule)


def test_a_query_without_prefixes_has_those_of_the_graph_of_shapes(judge) -> None:
    shapes = """pks:g a sh:ShapesGraph ; sh:declare [ sh:prefix "x" ; sh:namespace "https://w3id.org/partnerkg/ontology#" ] .
        pks:s a sh:NodeShape ; sh:targetNode shop:a ; sh:sparql [ sh:select "SELECT $this { $this x:p ?o }" ] ."""
    assert len(judge("shop:a pk:p 1 .", shapes).results) == 1


def test_it_closes_a_node_by_the_shapes_of_its_classes(judge) -> None:
    shapes = """pks:s a sh:NodeShape ; sh:targetNode shop:a ; sh:closed sh:ByTypes .
        pk:A a sh:ShapeClass ; sh:property [ sh:path pk:p ] . pk:B a sh:ShapeClass ; sh:property [ sh:path pk:q ] ."""
    data = "shop:a a pk:B ; pk:p 1 ; pk:q 2 ; pk:r 3 . pk:B rdfs:subClassOf pk:A ."
    assert [one.path.text() for one in judge(data, shapes).results] == ["pk:r"]


@pytest.mark.parametrize(
    ("data", "values"),
    [
        ("shop:a pk:p 1 {| pk:evidence shop:e |} .", []),
        ("shop:a pk:p 1 {| pk:doubt shop:e |} .", ["1"]),
        ("shop:a pk:p 1 .", []),
        ("shop:claim { shop:a pk:p 1 } shop:claim pk:evidence shop:e .", []),
        (
            "shop:claim { shop:a pk:p 1 , 2 } shop:other { shop:a pk:p 2 } shop:claim pk:evidence shop:e .",
            ["2"],
        ),
    ],
)
@pytest.mark.parametrize("engine", ["sparql", "exact"])
def test_it_looks_at_what_is_said_of_a_statement(judge, data, values, engine) -> None:
    report = judge(data, SHAPE.format("sh:reifierShape pks:proved") + REIFIED, engine=engine)
    assert [one.value.value for one in report.results] == values
    assert {one.component.rpartition("#")[2] for one in report.results} <= {"ReifierShapeConstraintComponent"}


@pytest.mark.parametrize(
    "rule", ["sh:reifierShape pks:proved ; sh:reificationRequired true", "sh:reificationRequired true"]
)
def test_it_asks_that_something_is_said_of_a_statement(judge, rule) -> None:
    shapes = SHAPE.format(rule) + REIFIED
    assert len(judge("shop:a pk:p 1 .", shapes).results) == 1
    assert judge("shop:a pk:p 1 {| pk:evidence shop:e |} .", shapes).results == ()
    assert judge("shop:claim { shop:a pk:p 1 } shop:claim pk:evidence shop:e .", shapes).results == ()
