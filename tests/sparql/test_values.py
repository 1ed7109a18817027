"""Values into the text of a query."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Store, Variable

from partnerkg.errors import WrongSparql
from partnerkg.sparql import values
from partnerkg.sparql.query import Query

TERM = NamedNode("http://e/x")


def completed(text, **terms):
    return values.complete(Query(text), {Variable(name): term for name, term in terms.items()})


def test_it_declares_the_prefixes_that_a_query_uses_and_does_not_declare_itself():
    made = completed("PREFIX org: <http://e/>\nSELECT * { ?s a pk:Bookshop ; org:x 'skos:y' }")
    assert made.startswith("PREFIX pk: <https://w3id.org/partnerkg/ontology#> PREFIX org: <http://e/>\n")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("SELECT ?a { ?a ?p ?o }", "SELECT ?a { VALUES ?a { <http://e/x> }  ?a ?p ?o }"),
        (
            "SELECT (EXISTS { ?x ?y ?z } AS ?b) ?a WHERE{?a ?p '{'}",
            "SELECT (EXISTS { ?x ?y ?z } AS ?b) ?a WHERE{ VALUES ?a { <http://e/x> } ?a ?p '{'}",
        ),
        (
            "SELECT ?a { SELECT ?a { ?a ?p ?o } }",
            "SELECT ?a { VALUES ?a { <http://e/x> }  {  SELECT ?a { VALUES ?a { <http://e/x> }  ?a ?p ?o }  } }",
        ),
        (
            "CONSTRUCT { ?a ?p 1 } { ?a ?p 1 }",
            "CONSTRUCT { ?a ?p 1 } { VALUES ?a { <http://e/x> }  ?a ?p 1 }",
        ),
    ],
)
def test_it_puts_values_first_in_the_outermost_group(text, made):
    assert completed(text, a=TERM) == made


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("SELECT ?a { { ?a ?p ?o } UNION { ?o ?p ?a } UNION { ?s ?p ?o } }", 3),
        ("SELECT ?a { GRAPH ?g { ?a ?p ?o } OPTIONAL { ?o ?q ?r FILTER(?r < ?a) } }", 3),
        ("SELECT ?a { ?s ?p ?a MINUS { ?a ?p ?o } FILTER NOT EXISTS { ?a ?q [] } }", 3),
        ("SELECT ?a { { SELECT ?a (COUNT(?o) AS ?n) { ?a ?p ?o } GROUP BY ?a } }", 2),
        ("SELECT ?a { { SELECT * { ?a ?p ?o } } }", 2),
        ("SELECT ?a { { SELECT ?n { ?a ?p ?n } } ?a ?p ?n }", 1),  # another variable of the same name
        ("SELECT ?a { { SELECT ?n { { SELECT ?a ?n { ?a ?p ?n } } } } ?a ?p ?n }", 1),
        ("SELECT ?a { { SELECT ?a { ?a ?p ?o } LIMIT 1 } }", 1),  # the first of all is not the first of it
        ("SELECT ?a { { ?s ?p ?o BIND(?o AS ?a) } }", 1),
        ("SELECT ?a { { ?s ?p ?o . VALUES ?b { 1 2 } } }", 1),
    ],
)
def test_it_puts_them_into_every_group_where_the_variable_is_the_same(text, count):
    made = completed(text, a=TERM)
    assert made.count("VALUES ?a") == count
    Store().query(made)


def test_a_value_means_the_same_in_all_groups_as_one_that_the_engine_binds():
    data = Store()
    data.update("INSERT DATA { <u:a> <u:p> 1, 2 . <u:b> <u:p> 2, 3 . <u:c> <u:p> 3 ; <u:q> <u:a> }")
    for text in (
        "SELECT ?a ?o { { ?a <u:p> ?o } UNION { ?o <u:q> ?a } }",
        "SELECT ?a ?n { { SELECT ?a (COUNT(?o) AS ?n) { ?a <u:p> ?o } GROUP BY ?a } }",
        "SELECT ?a ?s { ?s <u:p> ?o MINUS { ?a <u:p> ?o } }",
        "SELECT ?a ?s { ?s <u:p> ?o FILTER EXISTS { ?a <u:p> ?o } OPTIONAL { ?a <u:q> ?r } }",
    ):
        for name in "abc":
            known = {Variable("a"): NamedNode(f"u:{name}")}
            bound = data.query(text, substitutions=known)
            assert {*map(tuple, data.query(values.told(Query(text), known)))} == {*map(tuple, bound)}


def test_it_refuses_what_has_no_group():
    with pytest.raises(WrongSparql, match="no group for the values"):
        completed("DESCRIBE <http://e/x>", a=TERM)


def test_it_refuses_a_blank_node():
    with pytest.raises(WrongSparql, match=r"\?a is no IRI or literal"):
        completed("SELECT ?a { ?a ?p ?o }", a=BlankNode())


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from([None, "fr"]))
def test_no_text_escapes_from_its_value(value, language):
    """The engine gets the very value back; a quote, bracket or newline in it ends nothing."""
    try:
        term = Literal(value, language=language)
    except ValueError:
        return
    (row,) = Store().query(completed("SELECT ?a { }", a=term))
    assert row["a"] == term
