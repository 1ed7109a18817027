"""Decisions on a reading, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.readings.desk import Desk
from partnerkg.readings.journal import decision
from partnerkg.readings.stating import Chosen

READING = """\
publisher:
  organization: nous
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
    taken = [desk.undo(), desk.undo()]
    assert [one and one.name for one in taken] == ["Le Vélin", "La Plume"]
    assert desk.undo() is None
    assert desk.path.read_text() == READING


def test_it_takes_nothing_back_that_somebody_changed_since(desk: Desk) -> None:
    desk.keep(desk.waiting()[0])
    desk.path.write_text(desk.path.read_text() + "# à moi\n")
    assert desk.undo() is None
    assert desk.path.read_text().endswith("# à moi\n")


def test_it_shows_what_further_claims_say(desk: Desk) -> None:
    assert desk.all()[1].fields["town"] == "Lens"


def entry(desk: Desk, number: int) -> dict[str, object]:
    return yaml.safe_load(desk.path.read_text())["review"][number]


def test_it_corrects_what_a_reader_said(desk: Desk) -> None:
    desk.correct(desk.all()[1], {"town": "Arras"})
    assert entry(desk, 1)["claims"] == [{"claim": "town", "status": "interpreted", "town": "Arras"}]
    assert desk.path.read_text().startswith(READING[: READING.index("  - organization: le-velin")])


def test_it_states_what_the_words_say_and_interprets_the_rest(desk: Desk) -> None:
    desk.correct(desk.all()[0], {"class": "librairie"})
    assert (entry(desk, 0)["class"], "claims" in entry(desk, 0)) == ("librairie", False)
    desk.correct(desk.all()[0], {"class": "bibliothèque", "town": "Lille"})
    assert entry(desk, 0)["class"] == "Organization"
    assert entry(desk, 0)["claims"] == [
        {"claim": "kind", "status": "interpreted", "class": "bibliothèque"},
        {"claim": "town", "status": "interpreted", "town": "Lille"},
    ]


def test_it_takes_a_field_away(desk: Desk) -> None:
    desk.correct(desk.all()[1], {"town": ""})
    assert "claims" not in entry(desk, 1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("La Plume", {"name": "La Plume"}),
        ("La Plhume", {"name": "La Plhume", "written": "La Plume"}),
        ("La Plume d’Arras", {"alt": "La Plume"}),
    ],
)
def test_it_says_which_known_organisation_it_is(desk: Desk, name: str, said: dict[str, str]) -> None:
    iri = "https://other.example/id/organization/plume"
    desk.keep(desk.all()[0], who=Chosen("plume-arras", name, iri, "Bookshop"))
    made = entry(desk, 0)
    assert (made["organization"], made["same"], made["verdict"]) == ("plume-arras", iri, "keep")
    assert {key: made[key] for key in said} == said
    reader = [claim for claim in made.get("claims", ()) if claim["claim"] == "name"]
    assert [claim["name"] for claim in reader] == ([name] if "alt" in said else [])


def test_it_keeps_and_corrects_in_one_decision(desk: Desk) -> None:
    desk.keep(desk.all()[0], said={"relation": "supports", "town": "Lens"})
    assert (entry(desk, 0)["supports"], entry(desk, 0)["verdict"]) == (["nous"], "keep")
    desk.undo()
    assert desk.path.read_text() == READING


def test_it_keeps_a_group_in_one_decision(desk: Desk) -> None:
    desk.keep(*desk.group(desk.waiting()[0]))
    assert not desk.waiting()
    assert desk.undo().name == "La Plume, Le Vélin"
    assert desk.path.read_text() == READING


def test_another_sitting_takes_back_what_this_one_decided(desk: Desk) -> None:
    desk.reject(desk.waiting()[0])
    desk.keep(desk.waiting()[0])
    later = Desk(desk.path, desk.root)
    assert [one and one.verdict for one in (later.undo(), later.undo(), later.undo())] == [
        "keep",
        "reject",
        None,
    ]
    assert desk.path.read_text() == READING


def test_nothing_is_taken_back_from_a_reading_that_somebody_changed_since(desk: Desk) -> None:
    desk.reject(desk.waiting()[0])
    desk.path.write_text(desk.path.read_text() + "# a remark\n", encoding="utf-8")
    assert (desk.last(), desk.undo()) == (None, None)
    desk.keep(desk.waiting()[0])
    assert (desk.undo() is not None, desk.undo()) == (True, None)
    assert "verdict: reject" in desk.path.read_text()


@given(st.text("ab\n"), st.text("ab\n"))
def test_a_text_is_made_again_from_what_was_changed_in_it(before: str, after: str) -> None:
    assert decision("", "", before, after).undone(after) == before


def test_a_broken_file_of_decisions_is_forgotten(desk: Desk) -> None:
    desk.reject(desk.waiting()[0])
    (desk.path.parent / ".partnerkg.undo.page.json").write_text('[{"name": 1}', encoding="utf-8")
    assert desk.undo() is None


def test_what_is_done_together_is_a_claim_of_the_reader(desk: Desk) -> None:
    desk.keep(desk.waiting()[1], doing={"collaboration": {"activities": ["book-loan"]}})
    claim = {"claim": "activity", "status": "interpreted", "collaboration": {"activities": ["book-loan"]}}
    town = {"claim": "town", "status": "interpreted", "town": "Lens"}
    assert yaml.safe_load(desk.path.read_text())["review"][1]["claims"] == [town, claim]
    assert desk.all()[1].fields["activity"] == "book-loan"
    desk.keep(desk.all()[1], doing={})
    assert yaml.safe_load(desk.path.read_text())["review"][1]["claims"] == [town]
