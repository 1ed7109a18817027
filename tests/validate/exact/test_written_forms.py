"""Literals that the store keeps in another form change nothing about what a shape finds elsewhere."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from partnerkg.validate.result import Result

XSD = "http://www.w3.org/2001/XMLSchema#"
SHAPE = "pks:s a sh:NodeShape ; sh:targetNode shop:a ; sh:property pks:p . pks:p sh:path pk:p ; {0} ."
ODD = [  # each would be written otherwise by the store
    "4.50",
    '"007"^^xsd:integer',
    '"5"^^xsd:byte',
    '"2024-01-01T00:00:00+00:00"^^xsd:dateTime',
    "1.0e0",
    '"1"^^xsd:boolean',
    '"24:00:00"^^xsd:time',
    "12345678901234567890",
]
RULES = [  # a rule, and data that break it once
    ("sh:datatype xsd:date", '"2024-02-30"^^xsd:date'),
    ("sh:maxInclusive '2024-03-01'^^xsd:date", '"2024-03-01Z"^^xsd:date'),
    ('sh:languageIn ( "en" "zh-Hans" )', '"x"@zh-Hans-CN , "y"@fr'),
    ('sh:pattern "^first.*line$" ; sh:flags "s"', '"first\\nline" , "second"'),
    ('sh:pattern "^a b$" ; sh:flags "x"', '"ab" , "a b"'),
    ("sh:lessThan pk:q", '"2020-01-01"^^xsd:date ; pk:q "2020-01-01T00:00:00"^^xsd:dateTime'),
    ("sh:maxCount 1 ; sh:severity pk:Blocker", "1 , 2"),
    ("sh:sparql [ sh:select 'SELECT $this { $this <https://w3id.org/partnerkg/ontology#p> 1 }' ]", "1"),
]


def said(results: tuple[Result, ...]) -> list[tuple[object, ...]]:
    return [
        (one.shape, one.component, one.focus_node, one.value, one.severity_iri, dict(one.messages))
        for one in results
    ]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("rule", "values"), RULES, ids=[rule[:24] for rule, _ in RULES])
def test_it_finds_the_same_beside_a_literal_in_another_form(judge, rule, values, odd) -> None:
    data = f"shop:a pk:p {values} ."
    alone = judge(data, SHAPE.format(rule))
    assert len(alone.results) == 1
    assert said(judge(f"{data} shop:other pk:price {odd} .", SHAPE.format(rule)).results) == said(
        alone.results
    )


@pytest.mark.parametrize(
    ("rule", "values", "wrong"),
    [
        ("sh:datatype xsd:byte", '"5"^^xsd:byte , "300"^^xsd:byte , 5', ["300", "5"]),
        (
            "sh:datatype xsd:dateTimeStamp",
            '"2022-11-22T10:00:00"^^xsd:dateTimeStamp',
            ["2022-11-22T10:00:00"],
        ),
        ("sh:datatype xsd:decimal", '4.50 , "4,50"^^xsd:decimal', ["4,50"]),
        ('sh:pattern "^0"', '"01"^^xsd:integer , 1', ["1"]),
        ("sh:minLength 4", "4.50 , 4.5", ["4.5"]),
        ("sh:maxLength 3", "4.50 , 4.5", ["4.50"]),
        ("sh:in ( 01 4.50 )", '"01"^^xsd:integer , 1 , 4.5 , 4.50', ["1", "4.5"]),
        ("sh:hasValue 01", "1", [""]),
        ("sh:hasValue 01", '1 , "01"^^xsd:integer', []),
        ("sh:maxCount 1", '1 , "01"^^xsd:integer', [""]),
        ("sh:equals pk:q", '"01"^^xsd:integer ; pk:q 1', ["01", "1"]),
        ("sh:disjoint pk:q", '"01"^^xsd:integer ; pk:q 1', []),
        ("sh:minInclusive 4.5", "4.50 , 4.40", ["4.40"]),
        ("sh:lessThanOrEquals pk:q", '"01"^^xsd:integer ; pk:q 1', []),
        ("sh:not [ sh:hasValue 4.5 ]", "4.50", []),
    ],
)
def test_it_looks_at_the_form_where_a_constraint_can_tell(judge, rule, values, wrong) -> None:
    results = judge(f"shop:a pk:p {values} .", SHAPE.format(rule)).results
    assert sorted(getattr(one.value, "value", "") for one in results) == sorted(wrong)


@pytest.mark.parametrize(
    ("rule", "values", "wrong"),
    [
        ("sh:datatype xsd:integer", "9223372036854775808", []),
        ("sh:datatype xsd:long", '"9223372036854775808"^^xsd:long', ["9223372036854775808"]),
        ("sh:datatype xsd:unsignedLong", '"18446744073709551615"^^xsd:unsignedLong', []),
        ("sh:datatype xsd:decimal", "50.6292120000000000001", []),
        ("sh:minInclusive 0", "123456789012345678901234567890", []),
        ("sh:maxInclusive 9223372036854775807", "9223372036854775808 , 5", ["9223372036854775808"]),
        ("sh:maxInclusive 9223372036854775809", "9223372036854775808", []),
        ("sh:maxExclusive 50.6292120000000000001", "50.6292120000000000001", ["50.6292120000000000001"]),
        ("sh:lessThan pk:q", "9223372036854775808 ; pk:q 9223372036854775809", []),
    ],
)
def test_it_reckons_with_numbers_beyond_the_range_of_the_store(judge, rule, values, wrong) -> None:
    results = judge(f"shop:a pk:p {values} .", SHAPE.format(rule)).results
    assert sorted(getattr(one.value, "value", "") for one in results) == sorted(wrong)


@pytest.mark.parametrize(
    ("filtered", "found"),
    [("STRLEN(STR(?value)) = 4", ["4.50"]), ("?value = 4.5", ["4.5", "4.50"]), ("?value > 5", [])],
)
def test_it_tells_a_query_the_forms_as_they_were_written(judge, filtered, found) -> None:
    query = f"SELECT $this ?value {{ $this pk:p ?value FILTER ({filtered}) }}"
    rule = f"""sh:sparql [ sh:select "PREFIX pk: <https://w3id.org/partnerkg/ontology#> {query}" ]"""
    results = judge("shop:a pk:p 4.50 , 4.5 .", SHAPE.format(rule)).results
    assert sorted(one.value.value for one in results) == found


def test_it_reckons_in_a_query_with_numbers_beyond_the_range_of_the_store(judge) -> None:
    query = "SELECT $this ?value { $this <https://w3id.org/partnerkg/ontology#p> ?value FILTER (?value > 5) }"
    rule = f"""sh:sparql [ sh:select "{query}" ]"""
    results = judge("shop:a pk:p 3 , 123456789012345678901234567890 .", SHAPE.format(rule)).results
    assert [one.value.value for one in results] == ["123456789012345678901234567890"]


def test_it_gives_the_value_in_the_form_in_which_it_was_written(judge) -> None:
    report = judge("shop:a pk:p 04.50 .", SHAPE.format("sh:maxInclusive 3"))
    assert report.results[0].value == Literal("04.50", datatype=NamedNode(XSD + "decimal"))


def test_it_looks_at_targets_in_the_form_in_which_they_were_written(judge) -> None:
    shapes = "pks:s a sh:NodeShape ; sh:targetObjectsOf pk:p ; sh:maxLength 1 ."
    results = judge("shop:a pk:p 01 . shop:b pk:p 1 . shop:c pk:q 001 .", shapes).results
    assert [one.focus_node.value for one in results] == ["01"]


def test_it_knows_such_a_literal_of_a_thing_without_name_in_a_file(written) -> None:
    import partnerkg

    data = written("data.ttl", "shop:a pk:p [ pk:q 01 ] .")
    shapes = written(
        "shapes.ttl", "pks:s sh:targetSubjectsOf pk:q ; sh:property [ sh:path pk:q ; sh:in ( 01 ) ] ."
    )
    assert partnerkg.open(str(data)).validate(shapes=[shapes]).conforms


def test_it_counts_the_constraints_by_the_way_they_were_judged(judge) -> None:
    shapes = (
        SHAPE.format("sh:minLength 1 ; sh:datatype xsd:string")
        + " pks:t sh:targetNode shop:a ; sh:class pk:C ."
    )
    assert judge('shop:a pk:p "x" .', shapes).ways == {"compiled": 3, "exact": 0, "pyshacl": 0}
    assert judge("shop:a pk:p 01 .", shapes).ways == {"compiled": 1, "exact": 2, "pyshacl": 0}


def test_it_counts_as_looked_at_exactly_only_what_was(judge) -> None:
    """A closed shape looks at every property of its nodes, and at those of no other node."""
    shapes = "pks:s sh:targetClass pk:A ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ."
    assert judge("shop:a a pk:A . shop:b pk:p 01 .", shapes).ways["exact"] == 0
    assert judge("shop:a a pk:A ; pk:p 01 .", shapes).ways["exact"] == 2


@pytest.mark.parametrize("engine", ["auto", "exact"])
def test_what_is_no_number_is_at_most_nothing_not_even_itself(judge, engine) -> None:
    shapes = """pks:s sh:targetNode shop:a ; sh:property [ sh:path pk:p ; sh:maxInclusive "NaN"^^xsd:double ] ,
        [ sh:path pk:p ; sh:lessThanOrEquals pk:q ] ."""
    report = judge('shop:a pk:p "NaN"^^xsd:double ; pk:q "NaN"^^xsd:double .', shapes, engine=engine)
    assert len(report.results) == 2
