"""A SELECT without what it counts."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, Store

from partnerkg.sparql.uncounted import uncounted

P, Q = NamedNode("urn:p"), NamedNode("urn:q")
DATA = {"a": ("b", "c", "d"), "b": ("c",), "e": ()}


@pytest.fixture(scope="module")
def store():
    store = Store()
    for name, values in DATA.items():
        store.add(Quad(NamedNode(f"urn:{name}"), P, NamedNode("urn:x")))
        for value in values:
            store.add(Quad(NamedNode(f"urn:{name}"), Q, NamedNode(f"urn:{value}")))
    return store


def found(store, text):
    answer = store.query(text)
    return {tuple(row[variable].value for variable in answer.variables) for row in answer}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT ?a ?n { ?a p: ?x { SELECT ?a (COUNT(?c) AS ?n) { ?a q: ?c } GROUP BY ?a } }", "ab"),
        ("SELECT ?a ?n { { SELECT ?a (COUNT(?c) AS ?n) { ?a q: ?c } GROUP BY ?a } FILTER(?n > 1) }", "ab"),
        ("SELECT ?a { ?a q: ?x } GROUP BY ?a HAVING (COUNT(?x) > 1)", "ab"),
        ("SELECT ?a { ?a p: ?x OPTIONAL { SELECT ?a (SUM(?c) AS ?n) { ?a q: ?c } GROUP BY ?a } }", "abe"),
        ("SELECT ?a ?y { ?a p: ?x { SELECT (COUNT(?c) AS ?n) { ?c q: ?d } } BIND(?n + 1 AS ?y) }", "abe"),
        (
            "SELECT ?a { ?a q: ?x MINUS { SELECT ?a { ?a q: ?c } GROUP BY ?a HAVING (COUNT(?c) > 1) } }",
            "ab",
        ),
        ("SELECT ?a { { SELECT ?a { ?a q: ?c } GROUP BY ?a ORDER BY COUNT(?c) LIMIT 1 } }", "ab"),
        ("SELECT ?a { { ?a p: ?x } UNION { SELECT ?a (AVG(?c) AS ?n) { ?a q: ?c } GROUP BY ?a } }", "abe"),
    ],
)
def test_it_finds_the_rows_however_many_there_are(store, text, rows):
    written = uncounted("PREFIX p: <urn:p> PREFIX q: <urn:q> " + text)
    assert found(store, written) == {(f"urn:{name}",) for name in rows}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a { ?a <urn:q> ?c }",  # nothing is counted
        "SELECT (COUNT(?a) AS ?n) { ?a <urn:q> ?c }",  # nothing else is said
        "SELECT ?a (COUNT(?c) AS ?n) { ?a <urn:q> ?c } GROUP BY ?a",
        "ASK { ?a <urn:q> ?c }",
    ],
)
def test_there_is_none_where_only_a_count_is_said_or_none(text):
    assert uncounted(text) is None


def test_what_only_the_count_sees_keeps_apart_from_what_has_its_name(store):
    text = (
        "SELECT ?a ?c { ?a <urn:q> ?c FILTER(?c = <urn:d>)"
        " { SELECT ?a (COUNT(?c) AS ?n) { ?a <urn:q> ?c FILTER(?c != <urn:d>) } GROUP BY ?a } }"
    )
    assert found(store, uncounted(text)) == {("urn:a", "urn:d")}
