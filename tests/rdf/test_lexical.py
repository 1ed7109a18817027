from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from partnerkg.rdf import lexical

NODE = NamedNode("http://example.org/a")
XSD = "http://www.w3.org/2001/XMLSchema#"
DATATYPES = (
    "integer",
    "boolean",
    "date",
    "gYear",
    "byte",
    "decimal",
    "double",
    "dateTime",
    "anyURI",
    "string",
)


def _literal(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("01", "integer"),
        ("5", "byte"),
        ("1", "boolean"),
        ("1.0", "decimal"),
        ("1.5E0", "double"),
        ("9" * 19, "integer"),
    ],
)
def test_it_finds_a_form_or_datatype_that_the_store_changes(text, datatype) -> None:
    literal = _literal(text, datatype)
    assert (lexical.changed([Quad(NODE, NODE, literal)]) is not None) == (_stored(literal) != literal)


@given(
    st.sampled_from(DATATYPES),
    st.from_regex(r"[-+]?[0-9]{1,20}(\.[0-9])?|true|[0-9]{4}-[01][0-9]-[0-3][0-9]", fullmatch=True),
)
def test_it_says_what_the_store_does(datatype: str, text: str) -> None:
    literal = _literal(text, datatype)
    assert (lexical.changed([Quad(NODE, NODE, literal)]) is None) == (_stored(literal) == literal)


def _stored(literal: Literal) -> object:
    store = Store()
    store.add(Quad(NODE, NODE, literal))
    return next(iter(store)).object
