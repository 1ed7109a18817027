"""The invented world, and how complete it is."""

from __future__ import annotations

from pathlib import Path

import pytest

import partnerkg


@pytest.fixture(scope="module")
def graph():
    return partnerkg.open(Path(__file__).parents[2] / "world")


@pytest.fixture(scope="module")
def found(graph):
    return graph.completeness()
