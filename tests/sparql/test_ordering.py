"""The order of rows, total whatever stands in them."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from partnerkg.query.run import ask
from partnerkg.sparql import ordering
from partnerkg.sparql.query import Query
from partnerkg.store.held import hold

XSD = "http://www.w3.org/2001/XMLSchema#"
KINDS = ('"{0}"', "{0}", '"{0}"^^<http://e/t>', '"x{0}"@fr', "<http://e/{0}>", "{0}e0", "true")


def test_it_orders_many_values_that_cannot_be_compared():
    """The engine ends the process over these."""
    said = (KINDS[n * 7919 % len(KINDS)].format(n * 31 % 97) for n in range(3000))
    data = "".join(f"<http://e/{n}> <http://e/p> {term} .\n" for n, term in enumerate(said))
    store = hold(parse(data.encode(), format=RdfFormat.TURTLE))
    rows = ask("SELECT ?o { ?s <http://e/p> ?o } ORDER BY ?o", store).rows
    numbers = [float(row[0].value) for row in rows if str(row[0]).endswith(("integer>", "double>"))]
    assert len(rows) == 3000 and numbers == sorted(numbers) != []


def test_it_orders_moments_by_when_they_are():
    written = ("2020-01-01T01:00:00+02:00", "2019-12-31T23:30:00Z", "2020-01-01T00:00:00")
    moments = [Literal(text, datatype=NamedNode(XSD + "dateTime")) for text in written]
    backwards = moments[::-1]
    assert sorted(backwards, key=ordering.key) == moments


def test_it_orders_as_the_specification_says():
    terms = [
        None,
        BlankNode("a"),
        NamedNode("http://e/a"),
        Literal(2),
        Literal(10),
        Literal("10"),
        Literal("9"),
    ]
    backwards = terms[::-1]
    assert sorted(backwards, key=ordering.key) == terms


@pytest.mark.parametrize(
    ("modifiers", "numbers"),
    [
        ("ORDER BY ?n", [1, 2, 3]),
        ("ORDER BY DESC(?n)", [3, 2, 1]),
        ("order by asc(?n) limit 2", [1, 2]),
        ("ORDER BY ?n OFFSET 1 LIMIT 1", [2]),
        ("ORDER BY (-?n)", [3, 2, 1]),
        ("ORDER BY DESC(?n) ?m", [3, 2, 1]),
    ],
)
def test_it_gives_as_many_rows_as_are_wanted_in_order(modifiers, numbers):
    text = f"SELECT ?n {{ VALUES ?n {{ 3 1 2 }} }} {modifiers}"
    assert [int(row[0].value) for row in ask(text, hold([])).rows] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "ASK {}",
        "SELECT ?a { ?a ?b ?c } ORDER BY ?b",
        "SELECT ?a { ?a ?b ?c } ORDER BY STRLEN(?a)",
        "SELECT ?a { ?a ?b ?c } ORDER BY STR(DESC(?a))",
        "SELECT ?a { ?a ?b ?c } ORDER BY STR(?a",
        "SELECT ?a { ?a ?b ?c } ORDER BY ?a VALUES ?a { 1 }",
        "SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?a } }",
    ],
)
def test_it_leaves_other_orders_to_the_engine(text):
    assert ordering.of(Query(text)) is None


NAMES = ["Zoo", "école B", "Ecole A", "École C", "l'Est", "L’Ouest", "ours"]


def test_it_orders_for_people_without_accents_case_and_signs():
    found = sorted(map(Literal, NAMES), key=ordering.for_people)
    assert [name.value for name in found] == [
        "Ecole A",
        "école B",
        "École C",
        "l'Est",
        "L’Ouest",
        "ours",
        "Zoo",
    ]


def test_names_that_differ_in_accents_alone_have_one_order_whatever_came_first():
    names = [Literal("Écoles"), Literal("Ecoles"), Literal("écoles", language="fr"), Literal("écoles")]
    turned = names[::-1]
    assert sorted(names, key=ordering.for_people) == sorted(turned, key=ordering.for_people)


@pytest.mark.parametrize(
    ("condition", "letters"),
    [
        ("STR(?v)", "b a c"),
        ("LANG(?v) STR(?v)", "a c b"),
        ("DESC(STR(?v))", "c a b"),
        ("STR(DATATYPE(?v)) DESC(LANG(?v))", "b a c"),
    ],
)
def test_it_orders_by_the_text_language_and_type_of_a_column(condition, letters):
    values = f'(1 "a") (2 "Z"@fr) (3 "z"^^<{XSD}token>) '
    text = f"SELECT ?n ?v {{ VALUES (?n ?v) {{ {values} }} }} ORDER BY {condition}"
    names = {1: "a", 2: "b", 3: "c"}
    assert [names[int(row[0].value)] for row in ask(text, hold([])).rows] == letters.split()
