"""Decisions on a reading, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnerkg.readings.desk import Desk

READING = """\
review:
  - organization: la-plume   # pourquoi
    section: a
    doubt: kind
    verdict: open
    rule: item
    quote: La Plume, librairie
    at: [0, 8]
    name: La Plume
    class: Organization
  - organization: le-velin
    section: a
    doubt: kind
    verdict: open
    rule: item
    quote: Le Vélin
    at: [20, 28]
    name: Le Vélin
    class: Organization
    claims:
      - claim: town
        status: interpreted
        town: Lens
sections: []
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "page.yaml"
    path.write_text(READING, encoding="utf-8")
    return Desk(path, str(tmp_path))


def test_it_writes_a_verdict_and_nothing_else(desk: Desk) -> None:
    desk.keep(desk.waiting()[0])
    assert desk.path.read_text() == READING.replace("verdict: open", "verdict: keep", 1)


def test_it_takes_back_as_often_as_it_decided(desk: Desk) -> None:
    desk.reject(desk.waiting()[0])
    desk.unsure(desk.waiting()[0])
    assert [desk.undo(), desk.undo(), desk.undo()] == ["Le Vélin", "La Plume", None]
    assert desk.path.read_text() == READING


def test_it_takes_nothing_back_that_somebody_changed_since(desk: Desk) -> None:
    desk.keep(desk.waiting()[0])
    desk.path.write_text(desk.path.read_text() + "# à moi\n")
    assert desk.undo() is None
    assert desk.path.read_text().endswith("# à moi\n")


def test_it_shows_what_further_claims_say(desk: Desk) -> None:
    assert desk.all()[1].fields["town"] == "Lens"


def test_it_corrects_a_claim_where_it_stands(desk: Desk) -> None:
    desk.correct(desk.all()[1], "town", "Arras")
    assert desk.path.read_text() == READING.replace("town: Lens", "town: Arras")


def test_it_says_that_a_correction_is_the_readers(desk: Desk) -> None:
    desk.correct(desk.all()[0], "class", "librairie")
    assert "interpreted" not in desk.path.read_text().split("le-velin")[0]
    desk.correct(desk.all()[0], "class", "bibliothèque")
    assert "status: interpreted" in desk.path.read_text().split("le-velin")[0]


def test_it_keeps_a_group_in_one_decision(desk: Desk) -> None:
    desk.keep(*desk.group(desk.waiting()[0]))
    assert not desk.waiting()
    assert desk.undo() == "La Plume, Le Vélin"
    assert desk.path.read_text() == READING
