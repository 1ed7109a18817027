"""How what a page names is related to its publisher."""

from __future__ import annotations

import pytest

from partnerkg.extract.mentions import extract
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


@pytest.mark.parametrize(
    "heading",
    ["Les associations que nous soutenons", "Charities we support", "Funded by us", "Wir unterstützen"],
)
def test_whom_we_support_is_supported_by_us_and_not_the_other_way(heading: str) -> None:
    (found,) = extract(f"# Nos partenaires\n\n## {heading}\n\n- Association Ada Bel\n")
    assert related(found, "us") == {"supported_by": ["us"]}


@pytest.mark.parametrize(
    "heading", ["Ils nous soutiennent", "Who supports us", "Soutenu par", "We are supported by"]
)
def test_who_supports_us_does(heading: str) -> None:
    (found,) = extract(f"# Nos partenaires\n\n## {heading}\n\n- Association Ada Bel\n")
    assert related(found, "us") == {"supports": ["us"]}


@pytest.mark.parametrize(
    "heading", ["Nos anciens partenaires", "Former partners", "Ils ont quitté le réseau"]
)
def test_of_whom_a_heading_says_that_they_were_a_person_decides(heading: str) -> None:
    (found,) = extract(f"# Nos partenaires\n\n## {heading}\n\n- Association Ada Bel\n")
    assert found.doubt == "former"
