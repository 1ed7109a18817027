"""Paths that the engine finds fewer rows for than SPARQL says (§9.3, §18.4): the values follow from its algebra."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from partnerkg.errors import WrongSparql
from partnerkg.query.run import ask
from partnerkg.sparql import zero
from partnerkg.store.held import hold

E = "http://e/"
ONE = Quad(NamedNode(E + "a"), NamedNode(E + "p"), NamedNode(E + "b"), NamedNode(E + "g"))
TWO = Quad(NamedNode(E + "c"), NamedNode(E + "p"), NamedNode(E + "d"), NamedNode(E + "h"))


def _values(where: str) -> list[str]:
    rows = hold([ONE, TWO]).select(f"PREFIX : <{E}> SELECT ?x {{ {where} }} ORDER BY ?x")
    return [str(row[0].value).removeprefix(E) for row in rows]


def _rows(where: str, turtle: str) -> list[str]:
    quads = parse(f"PREFIX : <{E}> {turtle}", RdfFormat.TURTLE)
    rows = hold(quads).select(f"PREFIX : <{E}> SELECT ?x {{ {where} }} ORDER BY ?x")
    return [str(row[0].value).removeprefix(E) for row in rows]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (":z :p* ?x", ["z"]),
        (":z :p? ?x", ["z"]),
        ("?x :p* :z", ["z"]),
        (":z :p+ ?x", []),
        (":z (:p?)+ ?x", ["z"]),
        (":z ^:p*/:p? ?x", ["z"]),
        (":z :p*/:p ?x", []),
        (":z :p*|:p? ?x", ["z", "z"]),
        (":z (:p|:p?) ?x", ["z"]),
        ("7 :p* ?x", ["7"]),
        ("?x :p* 'z'@en", ["z"]),
        (":a :p* ?x", ["a", "b"]),
        (":a :p* ?x ; :p :b", ["a", "b"]),
        (":z :p* ?x , :b", []),
        ("GRAPH :g { :c :p* ?x }", ["c"]),
        (":z :p* :z . :a :p ?x", ["b"]),
        (":z :p* :y . :a :p ?x", []),
        (":z :p* :z . :y :p? :y . :a :p ?x", ["b"]),
        ("{ SELECT * { :z :p* :z . :a :p ?x } }", ["b"]),
        ("VALUES ?x { :z :a } FILTER EXISTS { :z :p* ?x }", ["z"]),
        ("OPTIONAL { :z :p* ?x }", ["z"]),
        ("{ SELECT ?x { ?x :p* :z } }", ["z"]),
        ("?x :p :b . :z :p* :z", ["a"]),
        ("?x :p* ?y FILTER(?y = :z)", []),  # between two variables only what the graph has
    ],
)
def test_it_finds_the_term_itself(where, found):
    assert _values(where) == found


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (":p|:q", ["b", "b", "c"]),
        (":p|:p", ["b", "b"]),
        ("(:p|:q)/:r", ["d", "d"]),
        ("(:p|:q|:p)/(:r|:r)", ["d"] * 6),
        ("^(^:p|^:q)", ["b", "b", "c"]),
        ("!(:q|^:r)", ["b", "e"]),
        ("!(:q|^:q)", ["b", "e", "e"]),  # :e is there and back
        ("(:p|:q)?", ["a", "b", "c"]),  # what is found in a path of any length counts once
        ("(:p|:p)+", ["b"]),
        (":p?|:q?", ["a", "a", "b", "b", "c"]),
    ],
)
def test_it_finds_what_several_ways_lead_to_as_often_as_they_do(path, found):
    text = ":a :p :b . :a :q :b . :a :q :c . :b :r :d . :e :r :a . :a :r :e ."
    if "!" not in path:
        text = text.replace(" :e :r :a . :a :r :e .", "")
    assert _rows(f":a {path} ?x", text) == found


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("?x :p [ :p|:q :b ]", ["a", "a"]),
        ("[ :q|:p ?x ] :r :d ; :r ?y .", ["b", "b", "c"]),
        ("[ :p|:q ?x ; :r ?y ]", ["b", "b", "c"]),
        ("?y :p _:n . _:n :p|:q ?x . FILTER(BOUND(?x))", ["b", "b", "c"]),
        ("OPTIONAL { [] :p/(:p|:q) ?x } ?x :r [ ]", ["b", "b"]),
        ("?x :p [ (:q|:p)/:r [] ]", ["a", "a"]),
        (":z :p* [ ^:p* ?x ]", []),  # between two variables only what the graph has
        ("[] :p? :z . :b :r ?x", ["d"]),
    ],
)
def test_it_reads_nodes_without_name_as_variables(where, found):
    text = ":a :p :e . :e :p :b . :e :q :b . :e :q :c . :e :r :d . :b :r :d ."
    assert _rows(where, text) == found


def test_it_shows_no_variable_of_its_own():
    answer = ask(f"PREFIX : <{E}> SELECT * {{ [] :p|:q ?x }}", hold([ONE]))
    assert (answer.columns, len(answer.rows)) == (("x",), 1)


def test_it_refuses_a_path_that_leads_in_too_many_ways():
    many = "/".join(["(:p|:q)"] * 9)
    with pytest.raises(WrongSparql, match="more than 256 ways"):
        zero.complete(f"PREFIX : <{E}> SELECT ?x {{ :a {many} ?x }}")
    assert zero.complete(text := f"PREFIX : <{E}> SELECT DISTINCT ?x {{ :a {many} ?x }}") == text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { ?x a ?y }",
        "SELECT DISTINCT ?x { ?x <http://e/p>|<http://e/q> ?y }",
        "ASK { ?x <http://e/p>|<http://e/q> ?y }",
        "SELECT * { ?s <http://e/p>* ?o }",
        "SELECT (COUNT(*) AS ?n) { <http://e/a> <http://e/p> ?o }",
        "SELECT (2 * ?x AS ?y) { <http://e/a> <http://e/p> ?x FILTER(?x * 2 > 3) }",
        "SELECT ?x { <http://e/a> <http://e/p> _:b . _:b <http://e/p>* ?x }",
        "SELECT ?x { [ <http://e/p> <http://e/z> , [] ] <http://e/p> ?x , [ a ?y ; ] }",
        "SELECT DISTINCT * { <http://e/z> <http://e/p>* [ <http://e/q> ?x ] }",
    ],
)
def test_it_leaves_another_query_as_it_is(text):
    assert zero.complete(text) == text
