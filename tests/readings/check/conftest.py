"""A reading with changes, held against everything it must agree with."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import check, load

ROOT = Path(resources.root())


@pytest.fixture(scope="session")
def known() -> tuple[Gazetteer, Vocabulary]:
    return Gazetteer.read(ROOT / "graph/reference/places.trig"), Vocabulary.read(str(ROOT / "ontology"))


@pytest.fixture
def faults(write, known):
    """Return a function: the faults of a reading with these changes, as lines without the path."""

    def finding(*changes: tuple[str, str]) -> list[str]:
        found = check.faults(load.read(write(*changes)), *known)
        return [str(fault).partition("page.yaml, ")[2] for fault in found]

    return finding
