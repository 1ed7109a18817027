"""Numbers beyond 64 bits or 18 digits: an answer that leaves them out says so."""

from __future__ import annotations

import warnings
from io import BytesIO

import pytest

from partnerkg.errors import BeyondRange, LeftOut
from partnerkg.query.run import ask, written
from partnerkg.store import opening

DATA = """PREFIX : <u:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
:a :long 99999999999999999999 , 1 ; :fine 0.1234567890123456789 ; :short 9223372036854775807 , "x" ;
    :wrong "1x"^^xsd:integer ."""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "data.ttl"
    path.write_text(DATA, encoding="utf-8")
    return opening.read(str(path), None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SELECT ?v { ?s <u:long> ?v FILTER(?v > 5) }", "99999999999999999999"),
        ("SELECT (SUM(?v) AS ?n) { ?s <u:fine> ?v }", "0.1234567890123456789"),
        ("SELECT (?v + 1 AS ?n) { ?s <u:long> ?v }", "99999999999999999999"),
        ("ASK { ?s <u:short>|<u:long> ?v FILTER(?v < 3) }", "99999999999999999999"),
        ("SELECT ?v { ?s <u:long> ?v } LIMIT 5", None),
        ("SELECT ?v { ?s <u:short> ?v FILTER(?v > 5) }", None),
        ("SELECT ?v { ?s <u:wrong> ?v FILTER(?v > 5) }", None),
        ("SELECT ?v { ?s ?p ?v FILTER(ISIRI(?v)) }", None),
    ],
)
def test_it_says_which_numbers_a_query_cannot_reckon_with(store, text, number):
    assert said(text, store) == [number][: bool(number)]


def test_it_looks_at_any_property_where_the_query_does(store):
    assert said("SELECT ?v { ?s ?p ?v FILTER(?v > 5) }", store)


def test_rows_that_the_engine_writes_itself_say_so_too(store):
    with pytest.warns(LeftOut, match="99999999999999999999"):
        assert written("SELECT ?v { ?s <u:long> ?v FILTER(?v > 5) }", store, BytesIO())


def said(text, store) -> list[str]:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        ask(text, store)
    errors = [one.message.args[0] for one in seen]
    return [each.details["number"] for each in errors if isinstance(each, BeyondRange)]
