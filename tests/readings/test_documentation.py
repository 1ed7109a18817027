"""docs/readings.md describes every key a reading may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.model.facts import FACTS, LISTS
from partnerkg.readings import lists, load

TEXT = (Path(resources.root()) / "docs" / "readings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [*FACTS, *load.PROOF_KEYS, "again", "status", "claims", *load.STATUSES])
def test_it_describes_the_key(key):
    assert f"`{key}`" in TEXT or f"*{key}*" in TEXT


@pytest.mark.parametrize("key", [*LISTS, *lists.KEYS, *lists.READ])
def test_it_describes_what_is_said_of_lists(key):
    assert f"`{key}`" in TEXT
