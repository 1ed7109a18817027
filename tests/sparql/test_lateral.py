"""OPTIONAL of plain triples, asked for each row."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Store, Variable

from partnerkg.namespaces import prefixes
from partnerkg.query.catalogue import catalogue
from partnerkg.sparql import lateral, values
from partnerkg.sparql.query import Query

DATA = """INSERT DATA {
    <u:a> <u:p> <u:b> , <u:c> ; <u:name> "a"@fr , "a"@en . <u:b> <u:p> <u:d> ; <u:name> "b" ; <u:q> 1 .
    <u:c> <u:q> 2 . <u:d> <u:p> <u:a> ; <u:name> "d"@fr ; <u:q> 1
}"""


@pytest.fixture(scope="module")
def data():
    store = Store()
    store.update(DATA)
    return store


PLAIN = [
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:name> ?n } }",
    "SELECT * { ?s <u:p> ?o . OPTIONAL { ?o <u:name> ?n . FILTER(LANG(?n) = 'fr') } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:q> ?n FILTER(?n < ?m) } OPTIONAL { ?s <u:q> ?m } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p>/<u:name>|^<u:p> ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?n <u:p> ?s } ?n ?m ?l }",
    "SELECT * { { ?s <u:p> ?o OPTIONAL { ?o ?how ?n } } UNION { ?s <u:q> ?o } OPTIONAL { ?s <u:name> ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?x . ?x <u:name> ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:name> ?n ; <u:q> ?x } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?x . ?x <u:q> ?n , ?m . FILTER(?s != ?x) } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?s } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:q> ?q } OPTIONAL { ?x <u:q> ?q ; <u:name>|^<u:p> ?n } }",
    "SELECT * { ?s <u:p> ?o MINUS { ?o <u:q> ?m OPTIONAL { ?o <u:name> ?n } } }",
]
OTHERS = [
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?x <u:name> ?n } }",  # what has nothing to do with the rows
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p>* ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?x <u:p> ?s ; <u:q> ?n ; <u:name> ?o } }",  # tied to both ends
    "SELECT * { ?s <u:p> ?o OPTIONAL { { ?o <u:name> ?n } } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:name> 'b' } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> _:x . _:x <u:name> ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?x BIND(1 AS ?n) } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?x FILTER(?x != ?s) ?x <u:q> ?n } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?x FILTER(?x != ?s) BIND(1 AS ?n) } }",
    "SELECT * { ?s <u:p> ?o OPTIONAL { ?o <u:name> ?n FILTER EXISTS { ?o <u:q> ?x } } }",
    "SELECT * { ?s <u:name> 'OPTIONAL { ?s <u:q> ?o }' }",
]


@pytest.mark.parametrize("text", PLAIN)
def test_it_gives_the_same_rows(data, text):
    made = lateral.planned(text)
    assert "LATERAL { OPTIONAL {" in made
    assert rows(data, made) == rows(data, text)


@pytest.mark.parametrize("text", OTHERS)
def test_it_leaves_anything_else_as_it_is(text):
    assert lateral.planned(text) == text


def test_every_question_can_be_asked_so_with_its_values():
    for question in catalogue():
        given = {Variable(name): NamedNode("u:x") for name in question.parameters}
        made = lateral.planned(question.text)
        Store().query(values.told(Query(made), given), prefixes=prefixes())


def test_a_value_that_such_an_optional_names_comes_first_in_the_group_around_it(data):
    text = "SELECT * { { ?s <u:p> ?o OPTIONAL { ?o <u:p> ?a } } UNION { ?s <u:q> ?o } }"
    known = {Variable("a"): NamedNode("u:d")}
    made = values.told(Query(lateral.planned(text)), known)
    assert made.count("VALUES ?a") == 2
    assert rows(data, made) == sorted(map(str, data.query(text, substitutions=known)))


def rows(store, text):
    return sorted(map(str, store.query(text)))
