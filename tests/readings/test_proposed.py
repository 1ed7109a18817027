"""How what a page names is related to its publisher."""

from __future__ import annotations

import pytest

from partnerkg.model.mention import Mention
from partnerkg.readings.proposed import related


def member(heading: str, rule: str = "item", kind: str = "association") -> Mention:
    return Mention(0, 4, "Orme", "Orme", kind, heading=heading, relation="member", rule=rule)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Nous sommes membres de",
            "La compagnie est membre de :",
            "Membre de",
            "Nous adhérons à",
            "Adhésions",
        ),
        *("Nos réseaux", "Fédérations", "L’association fait partie de", "We are members of", "Member of"),
        *("We are proud members of", "Memberships", "Networks", "Mitglied im", "Wir sind Mitglied bei"),
    ],
)
def test_whom_a_heading_calls_ours_has_us_as_a_member(heading: str) -> None:
    assert related(member(heading), "us") == {"members": ["us"]}


@pytest.mark.parametrize(
    "heading",
    ["Membres", "Nos membres", "Membres du réseau", "Our members", "Members of the network", "Nos adhérents"],
)
def test_whom_a_heading_calls_members_is_one_of_ours(heading: str) -> None:
    assert related(member(heading), "us") == {"member_of": ["us"]}


@pytest.mark.parametrize("rule", ["cue", "prose"])
def test_a_sentence_says_of_whom_we_are_a_member(rule: str) -> None:
    assert related(member("Nos membres", rule), "us") == {"members": ["us"]}
