"""Where things stand in a picture."""

from __future__ import annotations

from itertools import pairwise
from math import dist, hypot

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from partnerkg.query import layout, network
from partnerkg.query.results import Solutions


def drawn(pairs):
    rows = [tuple(NamedNode(f"http://e/{end}") for end in pair) for pair in pairs]
    return network.of(Solutions(("s", "o"), rows))


def placed(pairs):
    return layout.place(drawn(pairs), lambda node: (node.value,))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1))
def test_everything_has_one_place_inside_the_disc(pairs):
    found = placed(pairs)
    assert sorted([*found.ring, *found.hubs], key=str) == sorted(drawn(pairs).nodes, key=str)
    assert len(set(found.ring.values())) == len(found.ring)
    assert len(set(found.hubs.values())) == len(found.hubs) <= layout.MOST_HUBS
    assert all(hypot(x, y) < 1 for x, y in found.hubs.values())


def test_what_is_linked_with_many_stands_in_the_middle():
    found = placed([("hub", number) for number in range(20)])
    assert found.hubs == {NamedNode("http://e/hub"): (0.0, 0.0)}


def test_what_is_linked_with_one_hub_stands_side_by_side():
    pairs = [(("left", "right")[number % 2], number) for number in range(40)] + [("left", 1)]
    sides = [int(node.value.rpartition("/")[2]) % 2 for node in placed(pairs).ring]
    assert sum(one != other for one, other in pairwise(sides)) == 1


def test_hubs_stand_apart():
    pairs = [(hub, f"{hub}{number}") for hub in "abcde" for number in range(9)]
    places = list(placed([*pairs, *pairwise("abcde")]).hubs.values())
    assert len(places) == 5
    assert all(dist(one, other) > 0.2 for place, one in enumerate(places) for other in places[:place])


def test_where_all_are_linked_alike_all_stand_on_the_ring():
    assert placed([(one, other) for one in range(9) for other in range(one)]).hubs == {}
