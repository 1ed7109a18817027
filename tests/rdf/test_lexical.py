from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.namespaces import namespace
from partnerkg.rdf.lexical import changed

XSD, NODE = namespace("xsd"), NamedNode("urn:n")


def literals(*terms: Literal) -> list[Quad]:
    return [Quad(NODE, NODE, term) for term in terms]


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("01", "integer"), ("+1", "integer"), ("1.0e0", "double"), ("2026-11-22T04:00:00+00:00", "dateTime")],
)
def test_it_finds_a_literal_that_the_store_would_write_otherwise(text, datatype) -> None:
    term = Literal(text, datatype=XSD[datatype])
    assert changed(literals(Literal("01"), Literal(1), term)) == term


def test_it_passes_what_the_store_keeps() -> None:
    kept = [Literal("01"), Literal("01", language="fr"), Literal(12), Literal("1981", datatype=XSD.gYear)]
    odd = [Literal("one", datatype=XSD.integer), Literal("2026-11-22", datatype=XSD.date), Literal(True)]
    assert changed(literals(*kept, *odd)) is None
