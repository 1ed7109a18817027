"""A value is in no empty list (SPARQL 1.1 §17.4.1.9)."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad

from partnerkg.store.held import hold

DATA = [Quad(NamedNode("u:a"), NamedNode("u:p"), NamedNode("u:b"))]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("FILTER(?o IN ())", 0),
        ("FILTER(!(?o IN ( )))", 1),
        ("FILTER(?o NOT IN ())", 1),
        ("BIND(IF('x' IN (), 1, 2) AS ?n) FILTER(?n = 2)", 1),
        ("FILTER(?none NOT IN ())", 0),
        ("FILTER(?o IN (<u:b>))", 1),
    ],
)
def test_it_finds_nothing_in_an_empty_list(where, count):
    assert len(list(hold(DATA).select(f"SELECT ?s {{ ?s <u:p> ?o {where} }}"))) == count
