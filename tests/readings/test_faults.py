"""All that is wrong with readings is said at once."""

from __future__ import annotations

import pytest

from partnerkg.errors import WrongReading, WrongReadings
from partnerkg.readings import load
from partnerkg.readings.faults import Faults


def fault(line: int, problem: str = "wrong") -> WrongReading:
    return WrongReading(path="a.yaml", line=line, problem=problem)


def test_it_raises_one_fault_as_it_is():
    faults = Faults([fault(1)])
    with pytest.raises(WrongReading) as caught:
        faults.end()
    assert not isinstance(caught.value, WrongReadings)


def test_it_raises_several_by_line_and_each_once():
    faults = Faults([fault(12), fault(3), fault(12)])
    with pytest.raises(WrongReadings) as caught:
        faults.end()
    assert str(caught.value) == "a.yaml, line 3: wrong\na.yaml, line 12: wrong"


def test_it_keeps_the_faults_of_a_block_and_goes_on():
    faults = Faults()
    with faults.gathered():
        raise WrongReadings([fault(1), fault(2)])
    assert faults.attempt(int, "3") == 3
    assert len(faults) == 2


def test_it_says_how_many_more_there_are():
    with pytest.raises(WrongReadings) as caught:
        Faults(fault(line) for line in range(1, 251)).end()
    lines = str(caught.value).split("\n")
    assert (len(lines), lines[-1]) == (201, "… and 50 more of the kind.")


def test_a_file_has_all_its_faults_found_in_one_go(write):
    path = write(
        ("language: fr", "language: Breton"),
        ("category:", "categorie:"),
    )
    with pytest.raises(WrongReadings) as caught:
        load.read(path)
    assert [error.details["line"] for error in caught.value.faults] == [6, 21]


def test_each_entry_claim_and_value_has_its_own(write):
    path = write(
        (
            "town: Arras",
            "towns: [Arras, '']\n        since: 81\n        claims: [{claim: A, town: x}, {claim: b, twn: x}]",
        ),
        ("organization: le-velin", "organization: Le-Velin"),
        ("characters: 72", "characters: many"),
    )
    with pytest.raises(WrongReadings) as caught:
        load.read(path)
    assert [error.details["line"] for error in caught.value.faults] == [9, 29, 30, 31, 31, 32]


def test_what_could_be_read_is_there(write):
    readings, faults = load.partly(write(("name: Le Vélin", "nme: Le Vélin")))
    assert [claim.slug for claim in readings[0].claims] == ["nous", "la-plume-arras"]
    assert len(faults) == 1
