"""The links in an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.query import network
from partnerkg.query.network import Link
from partnerkg.query.results import Solutions

A, B, C, P, Q = (NamedNode(f"http://e/{name}") for name in "abcpq")


@pytest.mark.parametrize("ends", network.ENDS)
def test_it_takes_columns_that_are_named_as_ends(ends):
    found = network.of(Solutions(ends, [(A, B), (B, C)]))
    assert found.links == (Link(A, B, None), Link(B, C, None))
    assert found.nodes[0] == B


@pytest.mark.parametrize(
    "solutions",
    [
        Solutions(("source", "target"), []),
        Solutions(("a", "b"), [(A, B)]),
        Solutions(("source",), [(A,)]),
        Solutions(("source", "target"), [(A, Literal("x")), (None, B), (BlankNode("x"), A)]),
        Solutions(("s", "p", "o"), [(A, network.TYPE, B)]),
    ],
)
def test_it_finds_no_links_where_there_are_none(solutions):
    assert network.of(solutions) is None


def test_it_takes_the_first_other_column_with_iris_as_the_kind():
    rows = [(Literal("x"), A, P, B, Q), (Literal("x"), B, None, C, Q)]
    found = network.of(Solutions(("note", "source", "relation", "target", "more"), rows))
    assert found.links == (Link(A, B, P), Link(B, C, None))


def test_it_takes_a_link_once_that_stands_in_several_rows():
    rows = [(A, P, B, Literal(1)), (A, P, B, Literal(2)), (A, Q, B, Literal(1))]
    assert network.of(Solutions(("s", "p", "o", "n"), rows)).all_links == 2


def test_it_keeps_what_has_the_most_links(monkeypatch):
    monkeypatch.setattr(network, "MOST_NODES", 3)
    many = [NamedNode(f"http://e/{number}") for number in range(10)]
    found = network.of(Solutions(("s", "o"), [(A, node) for node in many] + [(B, many[9])]))
    assert found.nodes == (A, many[9], many[0])
    assert (found.cut, found.all_nodes, found.all_links, len(found.links)) == (True, 12, 11, 2)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1))
def test_it_is_bounded_and_whole_in_itself(pairs):
    rows = [tuple(NamedNode(f"http://e/{end}") for end in pair) for pair in pairs]
    found = network.of(Solutions(("s", "o"), rows))
    assert len(found.nodes) <= network.MOST_NODES and len(found.links) <= network.MOST_LINKS
    assert {end for link in found.links for end in (link.source, link.target)} <= set(found.nodes)
    assert found.cut == (found.all_nodes > len(found.nodes) or found.all_links > len(found.links))
    assert set(found.neighbours()) == set(found.nodes)
