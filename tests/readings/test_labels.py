"""Labels that the reader made up become claims of their own."""

from __future__ import annotations

from partnerkg.model.claim import Claim, Evidence, Fact, Thing
from partnerkg.model.document import Passage
from partnerkg.readings import labels

THING = Thing("group", "g")
NAMED = (
    Fact("name", "librairies", 1),
    Fact("name_en", "bookshops", 2),
    Fact("name_status", "descriptive", 3),
)


def split(
    *facts: Fact, quotes: tuple[str, ...] = ("les librairies",), status: str = "stated"
) -> dict[str, list[str]]:
    evidence = tuple(Evidence((Passage(0, len(quote), quote),)) for quote in quotes)
    claims = labels.split(Claim("g", THING, status, facts, evidence, 1))
    return {f"{claim.slug} {claim.status}": [fact.name for fact in claim.facts] for claim in claims}


def test_a_label_that_the_page_has_stays_with_its_words():
    assert split(*NAMED) == {"g stated": ["name", "name_status"], "g-label descriptive": ["name_en"]}


def test_a_label_must_stand_in_each_repetition():
    assert split(*NAMED, quotes=("les librairies", "les magasins")) == {
        "g-label descriptive": ["name", "name_en", "name_status"]
    }


def test_what_is_named_keeps_its_name_whatever_its_words():
    assert split(Fact("name", "Cap Nord", 1)) == {"g stated": ["name"]}


def test_a_page_that_was_not_captured_has_no_words_to_look_in():
    claim = Claim("g", THING, "external", NAMED, (Evidence(),), 1)
    assert list(labels.split(claim)) == [claim]


def test_what_else_is_said_stays_where_it_is():
    said = split(
        Fact("class", "OrganisationGroup", 1), *NAMED, quotes=("des magasins",), status="interpreted"
    )
    assert said == {"g interpreted": ["class"], "g-label descriptive": ["name", "name_en", "name_status"]}
