"""The shipped shapes, and one of them at a time with what belongs to it."""

from __future__ import annotations

import pytest

from partnerkg.validate import Shapes, load


@pytest.fixture(scope="session")
def shapes() -> Shapes:
    """Return the shipped shapes."""
    return load()
