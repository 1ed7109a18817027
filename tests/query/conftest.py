"""The invented world of `tests/world`, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.store import embedded

WORLD = Path(__file__).parents[1] / "world"


@pytest.fixture
def world() -> str:
    """Return the folder of the invented project."""
    return str(WORLD)


@pytest.fixture(scope="module")
def store() -> embedded.Embedded:
    """Return its store."""
    return embedded.read(str(WORLD))
