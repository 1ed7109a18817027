"""Completeness measured on servers as on files."""

from __future__ import annotations

import pytest

from partnerkg.completeness import measure, rows
from partnerkg.query.catalogue import catalogue
from partnerkg.store import remote


@pytest.mark.parametrize("server", ["oxigraph", "virtuoso"])
def test_it_is_the_same_on_a_server(request, shipped, server):
    there = measure(remote.read(request.getfixturevalue(server)))
    here = measure(shipped)
    assert [(cell.applicable, cell.missing, cell.known_absent) for cell in there.cells] == [
        (cell.applicable, cell.missing, cell.known_absent) for cell in here.cells
    ]
    assert there.class_names == here.class_names


def test_the_groups_and_pages_are_the_same_on_a_server(shipped, oxigraph):
    server = remote.read(oxigraph)
    for by in rows.GROUPINGS:
        assert rows.groups(by, catalogue(), server) == rows.groups(by, catalogue(), shipped)
    assert rows.pages(catalogue(), server).records() == rows.pages(catalogue(), shipped).records()
