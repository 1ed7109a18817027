"""Rows that the engine writes."""

from __future__ import annotations

import pytest
from pyoxigraph import Store as Oxigraph

from partnerkg.errors import TooManyBytes, TooManyRows
from partnerkg.pipeline.publish import written
from partnerkg.store import persisted

ODD = 'VALUES ?x { "},{" "\\"},{\\"" "a\\\\" <urn:x> "b"@en 7 }'


@pytest.fixture(scope="module")
def store():
    """Return a store without data: the rows come from the queries."""
    return persisted.Persisted(Oxigraph(), persisted.Description(False, False, 0, {}))


def rows(store, text, most_rows=100, most_bytes=10_000):
    return written.rows(text, store, most_rows, most_bytes)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"SELECT ?x {{ {ODD} }}", 6),
        (f"SELECT ?x ?y ?z {{ {ODD} VALUES (?y ?z) {{ (1 2) (UNDEF 2) }} }}", 12),
        ("SELECT ?x { VALUES ?x { UNDEF UNDEF UNDEF } }", 3),
        ("SELECT ?x ?y { VALUES (?x ?y) { (UNDEF UNDEF) (1 2) (UNDEF UNDEF) } }", 3),
        ("SELECT ?x { }", 1),
        ("SELECT ?x { FILTER(false) }", 0),
        ("SELECT ?x { BIND(<<( <urn:a> <urn:b> <<( <urn:a> <urn:b> 1 )>> )>> AS ?x) }", 1),
    ],
)
def test_it_counts_the_rows_whatever_is_in_them(store, text, count):
    assert written.count(rows(store, text)) == count


def test_it_says_that_there_are_too_many_rows_and_no_sooner(store):
    text = "SELECT ?x { VALUES ?x { 1 2 3 } }"
    assert rows(store, text, 3)
    with pytest.raises(TooManyRows, match="2 rows"):
        rows(store, text, 2)


def test_it_stops_where_there_are_too_many_bytes(store):
    with pytest.raises(TooManyBytes):
        rows(store, f"SELECT ?x {{ {ODD} }}", most_bytes=100)


@pytest.mark.parametrize("text", ["SELECT * { }", "SELECT ?x { } ORDER BY ?x", "ASK { }"])
def test_it_leaves_to_us_what_the_engine_orders_otherwise(store, text):
    assert rows(store, text) is None
