"""A reading says what was withdrawn and what took its place."""

from __future__ import annotations

import pytest

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import WrongReading
from partnerkg.model.claim import Thing
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import check, load

LAST = "        name: Le Vélin\n"


@pytest.fixture
def ending(write):
    """Return a function: the path of the reading with one more entry, of these lines."""

    def adding(*lines: str) -> str:
        return write(
            (LAST, LAST + "      - organization: velin\n" + "".join(f"        {line}\n" for line in lines))
        )

    return adding


def faults(path: str) -> list[str]:
    root = resources.root()
    known = Gazetteer.read(f"{root}/graph/reference/places.trig"), Vocabulary.read(f"{root}/ontology")
    return [str(fault) for fault in check.faults(load.read(path), *known)]


def test_a_thing_that_was_replaced_is_a_claim_of_the_reader_without_quote(ending):
    claim = load.read(ending("replaced_by: organization:le-velin"))[0].claims[-1]
    assert (claim.slug, claim.status, claim.evidence[0].passages) == ("velin", "curated", ())
    assert [fact.value for fact in claim.facts] == [Thing("organization", "le-velin")]


def test_a_thing_that_was_withdrawn_has_no_place_in_its_section(ending):
    claim = load.read(ending("withdrawn: true"))[0].claims[-1]
    assert [(fact.name, fact.value) for fact in claim.facts] == [("withdrawn", True)]


def test_nothing_else_is_said_of_it(ending):
    with pytest.raises(WrongReading, match="`name` is said of a thing that was withdrawn"):
        load.read(ending("withdrawn: true", "name: Vélin"))


def test_both_ways_agree(ending):
    assert faults(ending("withdrawn: true")) == []
    assert faults(ending("replaced_by: organization:le-velin")) == []


def test_what_takes_its_place_must_be_described(ending):
    assert (
        "no entry describes organization:le-parchemin"
        in faults(ending("replaced_by: organization:le-parchemin"))[0]
    )


def test_what_takes_its_place_is_of_the_same_kind(ending):
    (fault,) = [f for f in faults(ending("replaced_by: group:le-velin")) if "another kind" in f]
    assert "line 36" in fault


@pytest.mark.parametrize(
    "change",
    [
        ("town: Arras", "town: Arras\n        status: interpreted\n        supported_by: velin"),
        ("organization: le-velin", "organization: velin"),
    ],
)
def test_nothing_leads_to_it_and_no_other_entry_is_about_it(write, change):
    path = write(change, (LAST, LAST + "      - organization: velin\n        withdrawn: true\n"))
    assert [fault for fault in faults(path) if "velin was withdrawn or replaced" in fault]


@pytest.mark.parametrize("other", ["velin", "le-crayon"])
def test_nothing_is_replaced_by_itself_or_by_what_was_replaced_too(write, other):
    entries = (
        f"      - {{organization: velin, replaced_by: organization:{other}}}\n"
        "      - {organization: le-crayon, replaced_by: organization:le-velin}\n"
    )
    found = [fault for fault in faults(write((LAST, LAST + entries))) if "withdrawn or replaced" in fault]
    assert len(found) == 1
    assert f"{other} was withdrawn" in found[0]


def test_a_withdrawal_that_is_denied_says_nothing(ending):
    assert [claim.slug for claim in load.read(ending("withdrawn: false"))[0].claims if claim.facts] == [
        "nous",
        "la-plume-arras",
        "le-velin",
    ]
