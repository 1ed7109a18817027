"""What a SPARQL text asks for."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongSparql
from partnerkg.sparql.query import Query, read


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("SELECT ?a ?b WHERE { ?a ?p ?b }", ["a", "b"]),
        ("SELECT DISTINCT ?a (COUNT(?b) AS ?n) { ?a ?p ?b } GROUP BY ?a", ["a", "n"]),
        ("PREFIX e: <http://e/> SELECT ?a FROM e:g { { SELECT ?b { ?a ?p ?b } } }", ["a"]),
        ("SELECT * { ?a ?p ?b }", None),
        ("ASK { ?a ?p ?b }", None),
        ("", None),
    ],
)
def test_it_names_the_columns_of_a_select(text, columns):
    assert Query(text).columns == columns


def test_it_reads_the_prefixes_a_query_declares():
    query = Query("PREFIX a: <http://a/> PREFIX : <http://b/> ASK { ?s a:x :y }")
    assert query.prefixes == {"a": "http://a/", "": "http://b/"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# ASK\nPREFIX ask: <http://e/> select * {}", "SELECT"),
        ("ask { { SELECT * {} } }", "ASK"),
        ("CONSTRUCT WHERE {}", "CONSTRUCT"),
        ("DESCRIBE <http://e/>", "DESCRIBE"),
        ("{ SELECT * {} }", ""),
    ],
)
def test_it_tells_what_a_query_asks_for(text, form):
    assert Query(text).form == form


def test_it_names_the_variables_in_the_order_of_the_text():
    assert list(Query("SELECT * { ?b $a '?c' ; ?b ?d }").variables) == ["b", "a", "d"]


def test_it_reads_a_text_once():
    text = "SELECT * { ?s ?p ?o }"
    assert read(text) is read(text)
    assert read(text).tokens is read(text).tokens


def test_it_refuses_a_text_that_nobody_writes_before_it_takes_it_apart():
    with pytest.raises(WrongSparql, match="more than 1000000 characters"):
        read("ASK {} " + "?x " * 400_000)
