"""Identifiers as text in enrichment files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.identifiers.added import OWN, added
from partnerkg.identifiers.entries import entries, faults, new, scalar
from partnerkg.identifiers.filled import Filled
from partnerkg.identifiers.standing import pages
from partnerkg.model.claim import Number
from partnerkg.readings import load, located

FILE = """\
# Kept as it is.
enrichment: 1
pages:

  - source:
      slug: one
      title: One
      address: https://one.example/
      language: fr
    entries:
      - organization: a   # a remark
        since: 1981
      - organization: b
        claims:
          - {claim: more, identifiers: "siren:2"}

  # before the second page
  - source: {slug: two, title: Two, address: "https://two.example/", language: fr}
    entries: [{organization: a, since: 1981}]
# the end
"""
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
NUMBERS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20)
ADDRESSES = st.from_regex(
    r"https?://[a-z]{1,5}\.example(/[A-Za-z0-9._~?=&%+#@!,:*-]{0,9}){0,3}", fullmatch=True
)
DAYS = st.just("") | st.dates(min_value=date(1900, 1, 1)).map(str)
ROWS = st.lists(st.builds(Filled, st.integers(2, 99), SLUGS, SLUGS, NUMBERS, ADDRESSES, DAYS), min_size=1)


def written(folder, *rows, slugs=()):
    known = pages(folder)
    return added(folder, entries(rows), known, slugs)


def row(organization, identifier, address, seen_on=""):
    return Filled(2, organization, "siren", identifier, address, seen_on)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pages.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


def test_it_adds_an_entry_to_a_page_that_is_there(folder):
    made = written(folder, row("c", "1", "https://one.example/", "2026-11-22"))
    text = made[folder / "pages.yaml"].decode()
    more = "\n      - organization: c\n        identifiers: siren:1\n        seen: 2026-11-22\n"
    assert text == FILE.replace('"siren:2"}\n', '"siren:2"}' + more)


def test_it_adds_a_claim_to_an_entry_that_is_there(folder):
    text = written(folder, row("a", "1", "https://one.example/"))[folder / "pages.yaml"].decode()
    more = "        claims:\n          - claim: identifiers\n            identifiers: siren:1\n"
    assert text == FILE.replace("        since: 1981\n", "        since: 1981\n" + more)


def test_it_keeps_the_line_ends_of_the_file(folder):
    path = folder / "pages.yaml"
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    data = written(folder, row("c", "1", "https://one.example/"))[path]
    assert data.count(b"\r\n") == data.count(b"\n") == FILE.count("\n") + 2


def test_it_leaves_to_a_person_what_has_further_claims_or_stands_in_brackets(folder):
    wanted = entries([row("b", "1", "https://one.example/"), row("a", "1", "https://two.example/")])
    found = [str(fault.said) for fault in faults(wanted, pages(folder))]
    assert "pages.yaml, line 13" in found[0]
    assert "pages.yaml, line 19" in found[1]


def test_it_refuses_two_days_for_one_thing_on_one_page(folder):
    one = row("c", "1", "https://x.example/")
    other = replace(one, line=3, identifier="2", seen_on="2026-11-22")
    (fault,) = faults(entries([one, other]), pages(folder))
    assert (fault.line, str(fault.said)) == (3, "line 2 gives the same page another day.")


def test_it_passes_over_what_the_page_says_already(folder):
    rows = [row("b", "2", "https://one.example/"), row("b", "3", "https://one.example/")]
    assert new(rows, pages(folder)) == rows[1:]


def test_it_gives_a_new_page_a_slug_that_no_other_has(folder):
    rows = [row("c", "1", "https://new.example/a"), row("c", "2", "http://new.example/a/")]
    (data,) = written(folder, *rows, slugs=["new-example-a"]).values()
    assert [line.split()[1] for line in data.decode().splitlines() if " slug:" in line] == [
        "new-example-a-2",
        "new-example-a-3",
    ]


@pytest.mark.slow
@given(ROWS)
def test_it_is_read_back_as_it_was_given(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("enrichment")
    once = {(row.source, row.organization): row.seen_on for row in reversed(rows)}
    rows = [row for row in rows if once[row.source, row.organization] == row.seen_on]
    for part in (rows[: len(rows) // 2], rows[len(rows) // 2 :]):
        left = new(part, pages(folder))
        if not list(faults(entries(left), pages(folder))):
            for path, data in written(folder, *left).items():
                path.write_bytes(data)
        else:
            rows = [row for row in rows if row not in left]
    read = load.read(str(folder / OWN)) if rows else []
    assert {
        (reading.source.address, claim.subject.slug, fact.value, evidence.seen)
        for reading in read
        for claim in reading.claims
        for fact in claim.facts
        for evidence in claim.evidence
    } == {
        (row.source, row.organization, Number(row.scheme, row.identifier), row.seen_on or None)
        for row in rows
    }


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\u2028\u2029"), min_size=1
    )
)
def test_it_writes_a_text_as_yaml_reads_it(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("yaml") / "one.yaml"
    path.write_text(f"a: {scalar(text)}\n", encoding="utf-8")
    assert located.read(str(path)).named()["a"].value == text
