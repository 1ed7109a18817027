"""The graph of a server against one that is here."""

from __future__ import annotations

import partnerkg


def test_it_finds_no_difference_to_a_server_with_the_same_graph(oxigraph):
    assert not partnerkg.diff(None, oxigraph)


def test_it_finds_no_difference_to_what_virtuoso_writes_otherwise(virtuoso):
    assert not partnerkg.diff(virtuoso)


def test_it_finds_every_statement_of_a_server_that_is_not_here(oxigraph, world):
    found = partnerkg.diff(world, oxigraph)
    assert found.organizations.before == 12
    assert len(found.organizations.added) == found.organizations.after == 142
