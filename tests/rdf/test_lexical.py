from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from partnerkg.namespaces import namespace
from partnerkg.rdf.lexical import changed

XSD, NODE = namespace("xsd"), NamedNode("urn:n")
DATATYPES = ("integer", "boolean", "date", "gYear", "byte", "decimal", "double", "dateTime", "string")
FORMS = r"[-+]?[0-9]{1,20}(\.[0-9])?|true|[0-9]{4}-[01][0-9]-[0-3][0-9]"


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("01", "integer"),
        ("+1", "integer"),
        ("5", "byte"),
        ("1", "boolean"),
        ("1.0e0", "double"),
        ("2026-11-22T04:00:00+00:00", "dateTime"),
    ],
)
def test_it_finds_a_literal_that_the_store_would_write_otherwise(text, datatype) -> None:
    term = Literal(text, datatype=XSD[datatype])
    assert changed([Literal("01"), Literal(1), term]) == term


def test_it_passes_what_the_store_keeps() -> None:
    kept = [Literal("01"), Literal("01", language="fr"), Literal(12), Literal("1981", datatype=XSD.gYear)]
    odd = [Literal("one", datatype=XSD.integer), Literal("2026-11-22", datatype=XSD.date), Literal(True)]
    assert changed([*kept, *odd]) is None


@given(st.sampled_from(DATATYPES), st.from_regex(FORMS, fullmatch=True))
def test_it_says_what_the_store_does(datatype: str, text: str) -> None:
    store, term = Store(), Literal(text, datatype=XSD[datatype])
    store.add(Quad(NODE, NODE, term))
    assert (changed([term]) is None) == (next(iter(store)).object == term)
