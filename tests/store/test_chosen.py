"""Graphs chosen by FROM (SPARQL 1.1 §13.2), bases and prefixes, asked of files."""

from __future__ import annotations

import pytest

import partnerkg
from partnerkg.errors import LeftOut, WrongSparql
from partnerkg.pipeline import ask

DATA = """@prefix : <http://e/> .
:s :p "loose" . :g { :s :p "g" , "both" } <http://e/x/h> { :s :p "h" , "both" } <http://e/a,b> { :s :p "comma" }"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("chosen") / "data.trig"
    path.write_text(DATA)
    return partnerkg.open(path)


def _values(graph: partnerkg.KnowledgeGraph, text: str) -> list[str]:
    return sorted(row[-1].value for row in graph.sparql(text))


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ("FROM <http://e/g>", ["both", "g"]),
        ("FROM <http://e/\\u0067>", ["both", "g"]),
        ("FROM <http://e/g> FROM <http://e/x/h>", ["both", "g", "h"]),
        ("FROM <http://e/g> FROM NAMED <http://e/x/h>", ["both", "g"]),
        ("FROM NAMED <http://e/x/h>", []),
    ],
)
def test_the_default_graph_is_the_merge_of_those_chosen(graph, clauses, found):
    assert _values(graph, f"SELECT ?o {clauses} {{ ?s ?p ?o }}") == found


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ("FROM <http://e/g> FROM NAMED <http://e/x/h>", ["both", "h"]),
        ("FROM <http://e/g> FROM <http://e/x/h>", []),
        ("FROM <http://e/g> FROM <http://e/x/h> FROM NAMED <http://e/a,b>", ["comma"]),
    ],
)
def test_the_named_graphs_are_those_chosen(graph, clauses, found):
    assert _values(graph, f"SELECT ?o {clauses} {{ GRAPH ?g {{ ?s ?p ?o }} }}") == found


@pytest.mark.parametrize(
    "text",
    [
        "BASE <http://e/x/y> SELECT ?o FROM <../g> { ?s ?p ?o }",
        "BASE <http://e/> PREFIX n: <x/../> SELECT ?o FROM n:g { ?s ?p ?o }",
        "PREFIX n: <http://e/> select ?o from n:g { ?s ?p ?o }",
    ],
)
def test_bases_and_prefixes_hold_for_what_is_chosen(graph, text):
    assert _values(graph, text) == ["both", "g"]


def test_an_escaped_local_name_is_unescaped(graph):
    assert _values(graph, "PREFIX n: <http://e/> SELECT ?o FROM n:a\\,b { ?s ?p ?o }") == ["comma"]


@pytest.mark.parametrize("name", ["<http://e/none>", "<file:///etc/passwd>", "<none>", "n:x"])
def test_what_is_not_in_the_data_is_refused_and_not_opened(graph, name):
    with pytest.raises(WrongSparql, match="there is no graph"):
        graph.sparql(f"SELECT * FROM {name} {{ ?s ?p ?o }}")


def test_a_function_that_nobody_knows_is_named_with_its_line(graph):
    with pytest.raises(WrongSparql, match="line 2: there is no function n:f"):
        graph.sparql("PREFIX n: <http://e/>\nSELECT * { ?s ?p ?o FILTER(n:f(?o)) }")


def test_a_file_with_a_query_is_the_base_of_what_it_names(tmp_path):
    (tmp_path / "data.ttl").write_text("<a> <p> <b> .")
    (tmp_path / "query.rq").write_text("SELECT ?o { <a> <p> ?o FILTER(?o = <b>) }")
    text = ask.text_of(str(tmp_path / "query.rq"))
    assert len(list(partnerkg.open(tmp_path / "data.ttl").sparql(text))) == 1


def test_prefixes_of_the_file_come_before_those_of_the_project(tmp_path):
    (tmp_path / "data.ttl").write_text(
        "PREFIX schema: <http://schema.org/> PREFIX x: <http://x/> x:s schema:name 1 ."
    )
    with pytest.warns(LeftOut) as said:
        rows = partnerkg.open(tmp_path / "data.ttl").sparql(
            "SELECT ?s { ?s schema:name ?o FILTER(?s = x:s) }"
        )
    assert len(list(rows)) == 1
    assert "`schema:` is <http://schema.org/> here" in str(said[0].message.args[0])


def test_nothing_is_said_of_a_prefix_that_the_query_declares(tmp_path, recwarn):
    (tmp_path / "data.ttl").write_text("PREFIX schema: <http://schema.org/> <http://x/s> schema:name 1 .")
    graph = partnerkg.open(tmp_path / "data.ttl")
    assert not list(graph.sparql("PREFIX schema: <https://schema.org/> SELECT ?s { ?s schema:name ?o }"))
    assert not [one for one in recwarn if one.category is LeftOut]


def test_no_more_of_a_file_is_read_than_a_query_may_have(tmp_path):
    (tmp_path / "long.rq").write_text("ASK { }" + " " * 5_000_000)
    with pytest.raises(WrongSparql, match="more than 1000000 characters"):
        ask.text_of(str(tmp_path / "long.rq"))


def test_a_fault_is_named_at_its_place_though_the_query_is_asked_otherwise(graph):
    with pytest.raises(WrongSparql, match="line 3, column 8: something is missing"):
        graph.sparql("SELECT * {\n<http://e/z>\t<http://e/p>*   ?o\nUNION }")


MIXED = "SELECT ?s (SUM(?n) AS ?all) { { SELECT * { ?s ?p ?o } ORDER BY ?o LIMIT 450 } BIND(1 AS ?n) } GROUP BY ?s"


def test_values_that_nothing_compares_end_no_process_that_asks(tmp_path):
    values = [
        *range(300),
        *(f'"{n}"' for n in range(200)),
        *(f'"2020-01-01T{n:02d}:00:00Z"^^x:dateTime' for n in range(24)),
    ]
    said = ", ".join(map(str, sorted(values, key=lambda value: str(value)[::-1])))
    (tmp_path / "data.ttl").write_text(
        f"PREFIX x: <http://www.w3.org/2001/XMLSchema#> <http://e/s> <http://e/p> {said} ."
    )
    (row,) = partnerkg.open(tmp_path / "data.ttl").sparql(MIXED)
    assert row[1].value == "450"
