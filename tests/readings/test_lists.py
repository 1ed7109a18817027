"""What a page says of its lists, and what the reader says of the reading, become claims of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg import resources
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import WrongReading
from partnerkg.model.claim import Claim, Evidence, Fact, Listed, Thing
from partnerkg.model.facts import LISTS
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings import check, lists, load
from partnerkg.readings.check import text as text_of
from partnerkg.readings.faults import Faults

CATEGORY = "    category: independent-bookshops\n"
QUOTE = """\
quote: La Plume (Arras)
      at: [17, 33]
      between: ["NOS LIBRAIRIES :\\n", ", Le Vélin.\\nLes écol"]"""
OPEN = f"    list:\n      completeness: open\n      words: (Arras)\n      {QUOTE}\n"
WHOLE = "    list: {read: every-item}\n"
TOWN = "        town: Arras\n"


def claims(path: str) -> dict[str, Claim]:
    return {claim.slug: claim for claim in load.read(path)[0].claims}


def agree(path: str) -> None:
    root = resources.root()
    gazetteer = Gazetteer.read(f"{root}/graph/reference/places.trig")
    Faults(check.faults(load.read(path), gazetteer, Vocabulary.read(f"{root}/ontology"))).end()


def test_what_the_page_says_of_a_section_is_a_claim_with_its_quote_and_heading(write):
    claim = claims(write((CATEGORY, CATEGORY + OPEN)))["librairies-list"]
    (fact,), (evidence,) = claim.facts, claim.evidence
    assert (claim.subject, claim.status) == (Thing("organization", "nous"), "stated")
    assert fact.value == Listed("partners", "librairies", "independent-bookshops", "open", "(Arras)")
    assert [passage.exact for passage in evidence.passages] == ["La Plume (Arras)"]
    assert [heading.exact for heading in evidence.headings] == ["NOS LIBRAIRIES"]


def test_that_every_item_was_read_is_a_curated_claim_and_says_nothing_of_the_page(write):
    found = claims(write((CATEGORY, CATEGORY + WHOLE)))
    assert "librairies-list" not in found
    claim = found["librairies-list-read"]
    assert (claim.status, claim.evidence) == ("curated", (Evidence(),))
    assert claim.facts[0].value == Listed("partners", "librairies", "independent-bookshops", read=True)


def test_both_are_two_claims(write):
    found = claims(write((CATEGORY, f"{CATEGORY}{OPEN}      read: some-items\n")))
    assert found["librairies-list"].facts[0].value.read is None
    reading = found["librairies-list-read"].facts[0].value
    assert (reading.read, reading.completeness, reading.words) == (False, None, None)


def test_an_entry_has_lists_of_its_own(write):
    more = TOWN + "        claims: [{claim: more, list: {of: sites, completeness: open, words: Arras}}]\n"
    claim = claims(write((TOWN, more)))["la-plume-arras-more"]
    assert claim.subject == Thing("organization", "la-plume-arras")
    assert claim.facts[0].value == Listed("sites", completeness="open", words="Arras")


def test_words_that_stand_in_the_quote_agree(write):
    agree(write((CATEGORY, CATEGORY + OPEN)))


LOADED = {
    "a list of which nothing is said": ("    list: {}\n", "nothing is said of this list"),
    "a completeness without words": (
        "    list: {completeness: open}\n",
        "`completeness` and `words` go together",
    ),
    "words that say nothing": ("    list: {words: etc, read: every-item}\n", "go together"),
    "a completeness without quote": (
        "    list: {completeness: open, words: etc}\n",
        "the key `quote` is missing; every claim needs the words that prove it",
    ),
    "a quote for the reading": (
        f"    list:\n      read: every-item\n      {QUOTE}\n",
        "`quote` proves `completeness`",
    ),
    "a share of the items": ("    list: {read: every-items}\n", "did you mean `every-item`"),
    "an unknown key": ("    list: {red: every-item}\n", "did you mean `read`"),
}


@pytest.mark.parametrize("name", LOADED)
def test_a_wrong_list_is_refused_with_its_line_and_a_remedy(write, name):
    lines, words = LOADED[name]
    with pytest.raises(WrongReading) as caught:
        load.read(write((CATEGORY, CATEGORY + lines)))
    assert words in str(caught.value)
    assert "page.yaml, line 2" in str(caught.value)


CHECKED = {
    "an unknown completeness": (("completeness: open", "completeness: opened"), "did you mean `open`"),
    "words that are not quoted": (
        ("words: (Arras)", "words: notamment"),
        "`notamment` does not stand in the quote",
    ),
}


@pytest.mark.parametrize("name", CHECKED)
def test_what_does_not_agree_is_refused_with_its_line_and_a_remedy(write, name):
    change, words = CHECKED[name]
    with pytest.raises(WrongReading) as caught:
        agree(write((CATEGORY, CATEGORY + OPEN), change))
    assert words in str(caught.value)
    assert "page.yaml, line 22:" in str(caught.value)


def test_a_quote_that_is_not_in_the_page_is_refused(write, page):
    wrong = write((CATEGORY, CATEGORY + OPEN), ("quote: La Plume (Arras)", "quote: La Plume (Avion)"))
    found = [str(fault) for fault in text_of.faults(load.read(wrong)[0], page)]
    assert any("does not stand in the page" in fault for fault in found)


def test_a_list_of_nothing_known_is_refused(write):
    with pytest.raises(WrongReading, match="did you mean `sites`"):
        load.read(write((TOWN, TOWN + "        list: {of: site, completeness: open, words: Arras}\n")))


def test_one_list_is_not_open_and_complete(write):
    said = "{of: sites, words: Arras, completeness: "
    more = f"        claims: [{{claim: a, list: {said}open}}}}, {{claim: b, list: {said}complete}}}}]\n"
    with pytest.raises(WrongReading, match="is called complete here and open elsewhere; keep one"):
        agree(write((TOWN, TOWN + more)))


def test_a_list_of_an_outside_page_is_refused(tmp_path):
    path = tmp_path / "pages.yaml"
    path.write_text(
        "enrichment: 1\npages:\n"
        "  - source: {slug: p, title: P, address: 'https://p.example', language: fr}\n"
        "    entries:\n      - {organization: a, list: {of: sites, read: every-item}}\n",
        encoding="utf-8",
    )
    with pytest.raises(WrongReading, match="was not captured: `list`"):
        load.read(str(path))


said = st.builds(
    Listed,
    st.sampled_from(sorted(LISTS)),
    completeness=st.sampled_from([None, "open", "complete"]),
    words=st.text(min_size=1),
    read=st.sampled_from([None, True, False]),
)


@given(st.lists(said, max_size=4))
def test_splitting_a_claim_keeps_all_that_is_said_and_mixes_nothing(values):
    facts = tuple(Fact("list", value, 1) for value in values)
    parts = list(lists.split(Claim("a", Thing("organization", "a"), "stated", facts, (), 1)))
    found = [(part.status, fact.value) for part in parts for fact in part.facts]
    assert {(value.of, value.read) for status, value in found if status == "curated"} == {
        (value.of, value.read) for value in values if value.read is not None
    }
    assert all(value.completeness is None for status, value in found if status == "curated")
    assert all(value.read is None for status, value in found if status == "stated")
    assert [value.completeness for status, value in found if status == "stated" and value.completeness] == [
        value.completeness for value in values if value.completeness
    ]
