"""Reading files become claims, or say in one line what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.errors import MissingFile, PartnerkgError, WrongReading
from partnerkg.model.claim import Number, Partnership, Thing
from partnerkg.model.document import Passage
from partnerkg.readings import load, located


def test_an_entry_is_a_claim_with_its_passage_heading_and_mention(write):
    claim = next(c for c in load.read(write())[0].claims if c.slug == "la-plume-arras")
    (evidence,) = claim.evidence
    assert claim.subject == Thing("organization", "la-plume-arras")
    assert (evidence.passages[0].start, evidence.passages[0].end) == (17, 33)
    assert [heading.exact for heading in evidence.headings] == ["NOS LIBRAIRIES"]
    assert [mention.exact for mention in evidence.mentions] == ["La Plume"]


def test_what_the_section_says_of_each_holds_for_every_entry(write):
    claims = load.read(write())[0].claims
    for claim in claims[1:]:
        said = {fact.name: fact.value for fact in claim.facts}
        assert said["class"] == "Bookshop"
        assert said["partner"] == Partnership(category="independent-bookshops")


def test_an_entry_may_say_otherwise_than_its_section(write):
    reading = load.read(
        write(("name: Le Vélin", "name: Le Vélin\n        class: Association\n        partner: false"))
    )[0]
    said = {fact.name: fact.value for fact in reading.claims[-1].facts}
    assert said["class"] == "Association"
    assert "partner" not in said


def test_the_publisher_is_a_curated_claim_without_passage(write):
    claim = load.read(write())[0].claims[0]
    assert (claim.slug, claim.status) == ("nous", "curated")
    assert claim.evidence[0].passages == ()


def test_further_claims_rest_on_the_quote_of_their_entry(write):
    more = "town: Arras\n        claims:\n          - {claim: since, status: interpreted, since: 1990}"
    claim = load.read(write(("town: Arras", more)))[0].claims[2]
    assert (claim.slug, claim.status) == ("la-plume-arras-since", "interpreted")
    assert claim.evidence[0].passages[0].exact == "La Plume (Arras)"


def test_a_second_place_is_more_evidence_for_the_same_claim(write):
    again = 'name: Le Vélin\n        again:\n          - {quote: Le Vélin, at: [35, 43], between: ["a", "b"]}'
    assert len(load.read(write(("name: Le Vélin", again)))[0].claims[-1].evidence) == 2


def test_the_mention_inside_a_quote_has_its_own_place_and_surroundings():
    whole = Passage(100, 116, "Cap Nord (Arras)", "Bateau Livre (Lille)", ", Les Lisières (Roub")
    assert whole.part("Arras") == Passage(110, 115, "Arras", "re (Lille)Cap Nord (", "), Les Lisières (Rou")
    assert whole.part("Lens") is None


WRONG = {
    "an unknown key": (("name: La Plume", "nom: La Plume"), 28, "unknown key `nom`"),
    "a missing key": (("  read: 2026-11-22\n", ""), 7, "`read` is missing"),
    "a span that does not fit its quote": (
        ("at: [17, 33]", "at: [17, 34]"),
        26,
        "spans 17 characters but the quote has 16",
    ),
    "an end before its start": (("at: [17, 33]", "at: [33, 17]"), 26, "the end 17 is not after the start 33"),
    "a span of one number": (("at: [17, 33]", "at: [17]"), 26, "two numbers"),
    "a slug with capitals": (("organization: le-velin", "organization: Le-Velin"), 30, "is no slug"),
    "an entry about nothing": (("- organization: le-velin", "- name_en: x"), 30, "about exactly one of"),
    "an entry about two things": (
        ("organization: le-velin", "organization: le-velin\n        group: a"),
        30,
        "exactly one",
    ),
    "a key that stands twice": (("town: Arras", "town: Arras\n        town: Lens"), 30, "stands twice"),
    "an unknown status": (
        ("town: Arras", "town: Arras\n        status: sure"),
        30,
        "`sure` is not known here",
    ),
    "titles without that of the page": (
        ("title: Une page", "title: {en: A page}"),
        4,
        "`fr` is missing",
    ),
    "a number for a name": (("name: La Plume", "name: 813"), 28, "put it in quotes"),
    "a mention that is not quoted": (("town: Arras", "mention: Plumes"), 29, "does not stand in the quote"),
    "a spelling that is not quoted": (("town: Arras", "written: Plumes"), 29, "does not stand in the quote"),
    "words nobody wrote down": (("town: Arras", "with: [d-arras]"), 29, "`d-arras` is not known here"),
    "a list where one value belongs": (("town: Arras", "town: [Arras, Lens]"), 29, "takes one value"),
    "a year out of range": (("town: Arras", "since: 81"), 29, "81 is not a year"),
    "a count without bound": (("town: Arras", "member_count: {kind: bookshop}"), 29, "needs a bound"),
    "bounds that cross": (
        ("town: Arras", "member_count: {kind: a, at_least: 3, at_most: 2}"),
        29,
        "above the upper bound",
    ),
    "a thing of no kind": (("town: Arras", "about: shop:la-plume"), 29, "`shop` is no kind of thing"),
    "a hash that is none": (("sha256: ", "sha256: zz"), 8, "64 digits"),
    "a day that is none": (("read: 2026-11-22", "read: 2026-13-01"), 10, "is no day"),
    "an address that is none": (
        ("https://page.example/partenaires", "javascript:alert(1)"),
        5,
        "no web address",
    ),
    "another version": (("reading: 1", "reading: 2"), 1, "version 1"),
    "an alias": (("name: Le Vélin", "name: &n Le Vélin\n        alt: *n"), 34, "aliases"),
    "no YAML": (("sections:", "sections: ["), 16, "not YAML"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_with_its_line_and_a_remedy(write, name):
    change, line, words = WRONG[name]
    with pytest.raises(WrongReading) as caught:
        load.read(write(change))
    message = str(caught.value)
    assert words in message
    assert f"page.yaml, line {line}:" in message
    assert "\n" not in message


def test_an_unknown_key_is_told_the_nearest_right_one(write):
    with pytest.raises(WrongReading, match="did you mean `town`"):
        load.read(write(("town: Arras", "towm: Arras")))


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(MissingFile, match=r"none\.yaml"):
        load.read(str(tmp_path / "none.yaml"))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"- a\n- b\n", b"[" * 5000, b"42", b"{a: 1"])
def test_what_is_no_reading_is_refused(tmp_path: Path, data: bytes):
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(WrongReading):
        load.read(str(path))


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_crash(tmp_path_factory, text: str):
    path = tmp_path_factory.mktemp("fuzz") / "x.yaml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(PartnerkgError):
        load.read(str(path))


def test_outside_pages_have_claims_without_passages(tmp_path: Path):
    path = tmp_path / "pages.yaml"
    path.write_text(
        "enrichment: 1\npages:\n"
        "  - source: {slug: p, title: P, address: 'https://p.example', language: fr}\n"
        "    entries:\n      - {organization: la-plume-arras, since: 1990}\n",
        encoding="utf-8",
    )
    (reading,) = load.read(str(path))
    assert reading.capture is None
    assert [(claim.status, claim.evidence[0].passages) for claim in reading.claims] == [("external", ())]


SEEN = (
    "enrichment: 1\npages:\n"
    "  - source: {slug: p, title: P, address: 'https://p.example', language: fr}\n"
    "    entries:\n      - {organization: a, identifiers: ['siren:216200410', isil:FR-1], seen: 2026-11-22}\n"
)


def test_identifiers_are_read_with_their_register_and_the_day_they_were_seen(tmp_path: Path):
    path = tmp_path / "pages.yaml"
    path.write_text(SEEN, encoding="utf-8")
    ((claim,),) = (reading.claims for reading in load.read(str(path)))
    assert [fact.value for fact in claim.facts] == [Number("siren", "216200410"), Number("isil", "FR-1")]
    assert [evidence.seen for evidence in claim.evidence] == ["2026-11-22"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("siren:216200410", "216200410", "with its register"),
        ("siren:216200410", "siren:", "with its register"),
        ("2026-11-22", "22/11/2026", "is no day"),
        ("2026-11-22", "2026-02-30", "is no day"),
        ("https://p.example", "https:///p", "is no web address"),
    ],
)
def test_an_identifier_a_day_or_an_address_that_is_none_is_refused(tmp_path: Path, old, new, words):
    path = tmp_path / "pages.yaml"
    path.write_text(SEEN.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongReading, match=words):
        load.read(str(path))


def test_a_day_is_refused_where_the_capture_has_it(write):
    with pytest.raises(WrongReading, match="was captured"):
        load.read(write(("town: Arras", "seen: 2026-11-22")))


def test_a_quote_on_an_outside_page_is_refused(tmp_path: Path):
    path = tmp_path / "pages.yaml"
    path.write_text(
        "enrichment: 1\npages:\n"
        "  - source: {slug: p, title: P, address: 'https://p.example', language: fr}\n"
        "    entries:\n      - {organization: la-plume-arras, since: 1990, quote: x}\n",
        encoding="utf-8",
    )
    with pytest.raises(WrongReading, match="was not captured"):
        load.read(str(path))


def test_so_many_unknown_keys_are_named_as_somebody_can_mend(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("reading: 1\n" + "".join(f"k{number}: 1\n" for number in range(1000)))
    said = [str(fault) for fault in load.partly(str(path))[1]]
    assert sum("unknown key" in one for one in said) == 20
    assert any("980 more keys are unknown here" in one for one in said)


def test_a_number_without_end_is_text(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("reading: 1" + ":59" * 50_000)
    assert located.read(str(path)).value["reading"].value.startswith("1:59")
