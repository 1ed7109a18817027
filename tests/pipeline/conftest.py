"""The invented project as a use of the graph is given it, and who reads what comes back."""

from __future__ import annotations

import pytest

from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.graph import KnowledgeGraph


@pytest.fixture
def graph(world):
    """Return the invented project, nothing of it read yet."""
    return KnowledgeGraph(world)


@pytest.fixture
def program():
    """Return a program that takes what is written."""
    return Audience("en")


@pytest.fixture
def person():
    """Return a person at a terminal of 80 columns."""
    return Audience("en", 80)


@pytest.fixture
def text():
    """Return a function that puts the pieces of an output together."""

    def together(output):
        return b"".join(
            piece.encode() if isinstance(piece, str) else piece for piece in output.pieces
        ).decode()

    return together
