"""The graph onto a server, and back."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from partnerkg.errors import Unpushable, Unreachable
from partnerkg.store import remote
from partnerkg.store.endpoint import Endpoint, Updates
from partnerkg.store.push import push
from partnerkg.store.sameness import digest, written

A, B, C, G, H = (NamedNode(f"http://e/{name}") for name in "abcgh")
QUADS = [Quad(A, B, Literal(text), graph) for graph in (G, H) for text in ("x\n'\"}", "é\\", "…")]
BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")


@pytest.fixture
def server(serve):
    return remote.read(serve("--union-default-graph") + "/query")


def pushed(quads, server, **options):
    found = push(quads, server, server.endpoint.for_updates(), **options)
    return found.sent, found.skipped, found.wrong


def test_it_puts_every_quad_on_the_server(server):
    assert pushed(QUADS, server) == (2, 0, {})
    assert set(server.quads()) == set(QUADS)


def test_it_sends_nothing_twice(server):
    pushed(QUADS, server)
    assert pushed(QUADS, server) == (0, 2, {})


def test_it_goes_on_where_it_was_broken_off(server):
    pushed(QUADS[:4], server)
    assert pushed(QUADS, server) == (1, 1, {})
    assert set(server.quads()) == set(QUADS)


def test_it_replaces_what_has_changed_and_leaves_other_graphs_alone(server):
    other = Quad(A, B, C, C)
    pushed([*QUADS, other], server)
    changed = [Quad(A, B, C, G), *QUADS[3:]]
    assert pushed(changed, server) == (1, 1, {})
    assert set(server.quads()) == {*changed, other}


def test_it_says_what_the_server_has_that_was_withdrawn_and_drops_it_if_asked(server):
    foreign, ours = NamedNode("http://other/g"), NamedNode("http://e/old")
    pushed([*QUADS, Quad(A, B, C, ours), Quad(A, B, C, foreign)], server)
    found = push(QUADS, server, server.endpoint.for_updates())
    assert (found.left, found.dropped) == ([ours.value], 0)
    found = push(QUADS, server, server.endpoint.for_updates(), drop=True)
    assert (found.left, found.dropped) == ([], 1)
    assert {quad.graph_name for quad in server.quads()} == {G, H, foreign}


def test_it_serves_the_old_until_the_new_is_there(server):
    """Every request is followed by a look at the server: nothing that stays is ever missing."""
    pushed(QUADS, server)
    wanted = {Quad(A, B, Literal(str(number)), G) for number in range(1200)} | {*QUADS[:2]}
    seen = []

    class Watched(Updates):
        def update(self, text):
            super().update(text)
            seen.append({quad for quad in server.quads() if quad.graph_name == G})

    push(wanted, server, Watched(server.endpoint.for_updates().url))
    assert all({*QUADS[:2]} <= found for found in seen)
    assert all(QUADS[2] in found for found in seen if not wanted <= found)
    assert seen[-1] == wanted


def test_it_removes_a_node_that_no_text_can_name(server, serve):
    server.endpoint.for_updates().update(
        "INSERT DATA { GRAPH <http://e/g> { <http://e/a> <http://e/b> [] } }"
    )
    assert pushed(QUADS, server) == (2, 0, {})
    assert set(server.quads()) == set(QUADS)


def test_it_says_how_far_it_is(server):
    seen = []
    quads = [Quad(A, B, Literal(str(number)), G) for number in range(1200)]
    assert pushed(quads, server, progress=lambda *numbers: seen.append(numbers)) == (1, 0, {})
    assert seen == [(500, 1200), (1000, 1200), (1200, 1200)]


@pytest.mark.parametrize(
    ("quad", "words"),
    [
        (Quad(A, B, C), "1 triple .* no named graph"),
        (Quad(A, B, BlankNode(), G), "1 triple .* blank nodes"),
        (Quad(A, B, C, BlankNode()), "1 triple .* their graph has no name"),
    ],
)
def test_it_refuses_what_could_not_be_compared(server, quad, words):
    with pytest.raises(Unpushable, match=words):
        pushed([*QUADS, quad], server)
    assert server.counts() == {}


def test_it_says_when_the_server_did_not_keep_what_it_was_sent(server, serve):
    elsewhere = Updates(serve() + "/update")
    assert push(QUADS, server, elsewhere).wrong == {G.value: (3, 0), H.value: (3, 0)}


def test_it_stops_when_the_server_does(server, monkeypatch):
    monkeypatch.setattr("partnerkg.store.endpoint.PAUSES", ())
    with pytest.raises(Unreachable):
        push(QUADS, server, Updates("http://127.0.0.1:9/update"))


def test_it_puts_the_shipped_graph_on_virtuoso(virtuoso, shipped):
    server = remote.read(virtuoso)
    assert len(set(server.quads())) == len(set(shipped.everything()))
    found = push(shipped.everything(), server, server.endpoint.for_updates())
    assert (found.sent, found.wrong) == (0, {})


@pytest.mark.parametrize(
    ("query", "update"),
    [
        ("http://h/query", "http://h/update"),
        ("http://h/ds/query?x=1", "http://h/ds/update?x=1"),
        ("http://h/sparql", "http://h/sparql"),
    ],
)
def test_it_knows_where_a_server_takes_updates(query, update):
    assert Endpoint(query).for_updates().url == update


def test_a_truth_is_the_same_as_a_word_and_as_a_number():
    assert written(Literal("1", datatype=BOOLEAN)) == written(Literal("true", datatype=BOOLEAN))
    assert written(Literal("1")) != written(Literal("true"))
    assert digest(["a", "b"]) == digest(["b", "a"]) != digest(["ab"])
