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


APART = (
    ("Bookshop", "School"),
    ("OrganisationGroup", "Bookshop"),
    ("Place", "PublicBody"),
    ("TradeUnion", "School"),
    ("Claim", "Evidence"),
)
TOGETHER = (
    ("Network", "Association"),
    ("Library", "Association", "Bookshop"),
    ("PublicBody", "School"),
    ("MediaOutlet", "Association"),
    ("Programme", "Festival"),
    ("Association", "TradeUnion"),
)


def _typed(thing: str, *classes: str) -> list[tuple[str, str, str]]:
    return [(thing, TYPE, PK + name) for name in classes]


def test_it_is_consistent_every_class_can_have_members_and_some_may_coincide(reasoner: Reasoner) -> None:
    planted = [said for place, some in enumerate(TOGETHER) for said in _typed(f"{THING}-{place}", *some)]
    assert reasoner.classify(*planted) == []


def test_it_finds_each_class_that_can_have_no_member(reasoner: Reasoner) -> None:
    both = {PK + "And".join(classes): classes for classes in APART}
    planted = [(name, TYPE, "http://www.w3.org/2002/07/owl#Class") for name in both]
    planted += [(name, SUBCLASS, PK + one) for name, classes in both.items() for one in classes]
    assert reasoner.classify(*planted) == sorted(both)


@pytest.mark.parametrize(
    "planted",
    [
        _typed(THING, "Claim", "Evidence"),
        [*_typed(THING, "OrganisationGroup"), (THING + "-declarer", PK + "hasPartner", THING)],
    ],
    ids=["of-two-classes", "a-group-that-is-taken-for-a-partner"],
)
def test_it_finds_a_contradiction(reasoner: Reasoner, planted: list[tuple[str, str, str]]) -> None:
    with pytest.raises(OwlReadyInconsistentOntologyError):
        reasoner.classify(*planted)
