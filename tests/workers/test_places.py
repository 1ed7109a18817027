"""Who may have one of a few places."""

from __future__ import annotations

from partnerkg.workers.places import Places


def test_it_keeps_the_last_place_from_a_client_that_has_all_others():
    places = Places(3)
    with places.held("a"), places.held("a"):
        assert (places.are_left("a"), places.are_left("b"), places.taken) == (False, True, 2)
        with places.held("b"):
            assert not places.are_left("c")
    assert (places.are_left("a"), places.taken) == (True, 0)


def test_a_single_place_is_for_anybody():
    assert Places(1).are_left("a")
    assert not Places(0).are_left("a")
