"""HermiT over ontology, vocabularies and alignments together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from owlready2 import OwlReadyInconsistentOntologyError

if TYPE_CHECKING:
    from conftest import Reasoner

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
PK = "https://w3id.org/partnerkg/ontology#"
THING = "https://w3id.org/partnerkg/id/organization/thing"


def _typed(*classes: str) -> list[tuple[str, str, str]]:
    return [(THING, TYPE, PK + name) for name in classes]


def test_it_is_consistent_and_every_class_can_have_members(reasoner: Reasoner) -> None:
    assert reasoner.classify() == []


def test_it_finds_a_class_that_can_have_no_member(reasoner: Reasoner) -> None:
    impossible = PK + "BookshopSchool"
    planted = [(impossible, TYPE, "http://www.w3.org/2002/07/owl#Class")]
    planted += [(impossible, SUBCLASS, PK + name) for name in ("Bookshop", "School")]
    assert reasoner.classify(*planted) == [impossible]


@pytest.mark.parametrize(
    "classes",
    [
        ("OrganisationGroup", "Bookshop"),
        ("Place", "PublicBody"),
        ("TradeUnion", "School"),
        ("Claim", "Evidence"),
    ],
)
def test_it_finds_a_contradiction(reasoner: Reasoner, classes: tuple[str, str]) -> None:
    with pytest.raises(OwlReadyInconsistentOntologyError):
        reasoner.classify(*_typed(*classes))


def test_it_finds_a_group_that_is_taken_for_a_partner(reasoner: Reasoner) -> None:
    planted = [*_typed("OrganisationGroup"), (THING + "-declarer", PK + "hasPartner", THING)]
    with pytest.raises(OwlReadyInconsistentOntologyError):
        reasoner.classify(*planted)


@pytest.mark.parametrize(
    "classes",
    [
        ("Network", "Association"),
        ("Library", "Association", "Bookshop"),
        ("PublicBody", "School"),
        ("MediaOutlet", "Association"),
        ("Programme", "Festival"),
        ("Association", "TradeUnion"),
    ],
)
def test_it_allows_what_may_coincide(reasoner: Reasoner, classes: tuple[str, ...]) -> None:
    assert reasoner.classify(*_typed(*classes)) == []
