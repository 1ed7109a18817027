"""Things of one name are told apart where people see only names."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.query.labels import apart

HOME = "https://w3id.org/partnerkg/id/"
FIRST, SECOND = NamedNode(HOME + "organization/orme"), NamedNode(HOME + "organization/orme-2")
KIND = NamedNode(HOME + "concept/kind/orme")
CALLED = {FIRST.value: "Orme", SECOND.value: "Orme", KIND.value: "Orme"}


def test_two_of_one_name_have_their_slugs_behind_it() -> None:
    assert apart(CALLED, [FIRST, None, Literal("Orme"), SECOND, FIRST]) == {
        FIRST.value: "Orme (orme)",
        SECOND.value: "Orme (orme-2)",
        KIND.value: "Orme",
    }


def test_one_thing_said_twice_or_one_of_another_sort_has_its_name_alone() -> None:
    assert apart(CALLED, [FIRST, FIRST, KIND]) == CALLED
