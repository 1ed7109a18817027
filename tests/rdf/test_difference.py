"""What differs between two datasets."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from partnerkg.rdf.canonical import TangledBlankNodes
from partnerkg.rdf.difference import difference
from partnerkg.rdf.statements import UnwritableTerm

A, B, P, G = (NamedNode(f"http://a/{name}") for name in "abpg")


def quads(text: str) -> list[Quad]:
    text = f"PREFIX : <http://a/> {text}{'' if text.endswith(('}', '.')) else ' .'}"
    return list(parse(text, format=RdfFormat.TRIG, rename_blank_nodes=True))


def test_it_finds_nothing_where_the_order_alone_differs() -> None:
    found = quads(":a :p :b , 'x' . :g { :a :p :b }")
    assert not difference(found, list(reversed(found)) + found)


def test_it_finds_what_is_added_and_what_is_removed() -> None:
    found = difference([Quad(A, P, B), Quad(A, P, A)], [Quad(A, P, B), Quad(A, P, B, G)])
    assert found.added == {"<http://a/g>": ("<http://a/a> <http://a/p> <http://a/b>",)}
    assert found.removed == {"": ("<http://a/a> <http://a/p> <http://a/a>",)}
    assert (found.before, found.after, found.additions, found.removals) == (2, 2, 1, 1)


def test_it_tells_triples_that_are_new_from_those_that_another_graph_has() -> None:
    found = difference(quads(":g { :a :p :x } :b { :a :p :y }"), quads(":a { :a :p :x , :z }"))
    assert found.new == {"<http://a/a> <http://a/p> <http://a/z>"}
    assert found.gone == {"<http://a/a> <http://a/p> <http://a/y>"}


def test_it_compares_letter_for_letter() -> None:
    assert difference([Quad(A, P, Literal("e\u0301"))], [Quad(A, P, Literal("\u00e9"))])
    assert difference(quads(":a :p 01"), quads(":a :p 1"))


def test_it_names_the_subjects_that_are_described_differently() -> None:
    found = difference(quads(":a :p 1 . :b :p 2"), quads(":a :p 1 . :b :p 3 . :g :p 1"))
    assert found.subjects == {B, G}


def test_it_names_the_subject_above_blank_nodes_that_changed() -> None:
    found = difference(
        quads(":a :p [ :p ( 1 2 ) ] . :b :p ( 1 )"), quads(":a :p [ :p ( 1 3 ) ] . :b :p ( 1 )")
    )
    assert {node for node in found.subjects if isinstance(node, NamedNode)} == {A}


def test_it_counts_blank_nodes_that_are_alike() -> None:
    found = difference(quads("[] :p 1 . [] :p 1"), quads("[] :p 1"))
    assert (found.removals, found.additions) == (1, 0)


def test_it_finds_no_difference_in_the_labels_of_blank_nodes() -> None:
    text = "_:x :p _:y , _:z . _:y :p _:z . _:g { _:x :p _:g } :g { _:z :p '_:x' }"
    relabelled = text.replace("_:x", "_:w").replace("_:y", "_:x").replace("'_:w'", "'_:x'")
    assert not difference(quads(text), quads(relabelled))


def test_it_takes_graphs_for_different_that_differ_in_a_link_between_blank_nodes() -> None:
    square = quads("_:a :p _:b . _:b :p _:c . _:c :p _:d . _:d :p _:e . _:e :p _:f . _:f :p _:a")
    triangles = quads("_:a :p _:b . _:b :p _:c . _:c :p _:a . _:d :p _:e . _:e :p _:f . _:f :p _:d")
    found = difference(square, triangles)
    assert (found.removals, found.additions, difference(square, square).removals) == (2, 2, 0)


def links(pairs: Iterable[tuple[object, object]]) -> list[Quad]:
    return [Quad(BlankNode(f"n{one}"), P, BlankNode(f"n{other}")) for one, other in pairs]


def shuffled(found: list[Quad]) -> list[Quad]:
    """Return the same with other labels in another order."""
    chance = random.Random(1)
    nodes = list(
        {node for quad in found for node in (quad.subject, quad.object) if isinstance(node, BlankNode)}
    )
    other = dict(zip(nodes, chance.sample([BlankNode() for _ in nodes], len(nodes)), strict=True))
    return [
        Quad(other.get(q.subject, q.subject), q.predicate, other.get(q.object, q.object))
        for q in chance.sample(found, len(found))
    ]


CELLS = [(one, other) for one in range(4) for other in range(4)]
ROOK = [(4 * i + j, 4 * k + n) for i, j in CELLS for k, n in CELLS if (i == k) != (j == n)]
STEPS = ((0, 1), (1, 0), (1, 1), (0, 3), (3, 0), (3, 3))
SHRIKHANDE = [(4 * i + j, (i + x) % 4 * 4 + (j + y) % 4) for i, j in CELLS for x, y in STEPS]


@pytest.mark.parametrize(
    ("pairs", "most"),
    [
        ([(i, (i + 1) % 4000) for i in range(4000)], 1),
        ([(i, j) for i in range(12) for j in range(12) if i != j], 1),
        ([(i, i + 1) for i in range(5000)], 20),
        (ROOK, 60),
    ],
    ids=["ring", "clique", "chain", "rook"],
)
def test_it_finds_at_once_that_knots_are_the_same_or_lack_one_statement(pairs, most) -> None:
    start = time.process_time()
    found = links(pairs)
    assert not difference(found, shuffled(found))
    less = difference(found, shuffled(found)[1:])
    assert (less.removals - less.additions, less.removals <= most) == (1, True)
    assert time.process_time() - start < 20


def test_it_gives_up_where_blank_nodes_take_too_long() -> None:
    with pytest.raises(TangledBlankNodes, match=r"within 0\.01 s; give them IRIs"):
        difference(links(ROOK), links(SHRIKHANDE), seconds=0.01)


@pytest.mark.parametrize("text", ["'x'", "'{}'"])
def test_one_changed_entry_in_a_long_list_is_one_change(text: str) -> None:
    items = [text.format(number) for number in range(800)]
    changed = [*items[:400], "'other'", *items[401:]]
    start = time.process_time()
    found = difference(quads(f":a :p ( {' '.join(items)} )"), quads(f":a :p ( {' '.join(changed)} )"))
    assert (found.removals, found.additions, found.subjects >= {A}) == (1, 1, True)
    assert time.process_time() - start < 5


def test_one_changed_value_among_many_nodes_is_one_change() -> None:
    old = [f":a :p [ :p {number} ; :b 'name' , 'name {number}' ] ." for number in range(800)]
    new = [*old[:-1], ":a :p [ :p -1 ; :b 'name' , 'name 799' ] ."]
    found = difference(quads(" ".join(old)), quads(" ".join(new)))
    assert (found.removals, found.additions) == (1, 1)


def test_one_blank_node_more_is_no_change_of_the_others() -> None:
    old = " ".join(f":a :p [ :p {number % 3} , {number} ] ." for number in range(50))
    found = difference(quads(old), quads(old + " :a :p [ :p 2 ; :b 1 ] ."))
    assert (found.removals, found.additions) == (0, 3)


def test_it_refuses_blank_nodes_in_triple_terms() -> None:
    with pytest.raises(UnwritableTerm, match=r"RDF 1\.2"):
        difference(quads(":a :p <<( _:x :p :b )>>"), [])


NODES = st.sampled_from([A, B, *map(BlankNode, "wxyz")])
TRIPLES = st.lists(st.tuples(NODES, st.sampled_from([P, G]), NODES), max_size=8)


@settings(max_examples=200, deadline=None)
@given(TRIPLES, TRIPLES, st.randoms())
def test_it_finds_a_difference_exactly_where_graphs_are_not_isomorphic(
    first, second, chance: random.Random
) -> None:
    labels = dict(zip("wxyz", chance.sample("wxyz", 4), strict=True))
    renamed = [
        tuple(BlankNode(labels[t.value]) if isinstance(t, BlankNode) else t for t in row) for row in first
    ]
    assert not difference([Quad(*row) for row in first], [Quad(*row) for row in renamed])
    found = difference([Quad(*row) for row in first], [Quad(*row) for row in second])
    assert bool(found) != isomorphic(graph(first), graph(second))


def graph(rows) -> Graph:
    text = "".join(f"{s} {p} {o} .\n" for s, p, o in rows)
    return Graph().parse(data=text, format="nt")
