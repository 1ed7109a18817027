"""The words below a row, and what is said once for all rows."""

from __future__ import annotations

import pytest

from partnerkg.query.formats import Look, quotes
from partnerkg.query.proof import Passage, Proof, Proven

WORDS, HEADING = Passage(5, 9, "Grenay"), Passage(0, 4, "TOWNS")
STATUS = "https://w3id.org/partnerkg/concept/status/"
KNOWN = {STATUS + slug: slug for slug in ("stated", "interpreted", "curated", "external")}


def proof(status="stated", passages=(WORDS,), headings=()):
    return Proof(f"c:{status}", STATUS + status, "http://page", "A page", "2026-11-22", passages, headings)


def test_words_are_shown_once_under_their_heading_with_all_that_they_prove():
    proofs = [proof(), proof("interpreted", headings=(HEADING,))]
    assert quotes.lines(proofs, Look(), KNOWN) == [
        "A page (2026-11-22) · http://page",
        "  5–9 “Grenay” under “TOWNS” (stated, interpreted)",
    ]


@pytest.mark.parametrize(
    ("status", "said"),
    [("curated", "no words of the page say so (curated)"), ("external", "seen there (external)")],
)
def test_what_has_no_words_says_whose_it_is(status, said):
    assert quotes.lines([proof(status, ())], Look(), KNOWN)[1].strip() == said


COUNTED = Proven((proof(),), counts=True, lists=("towns", "sites"))


def test_what_no_words_prove_is_said_once_for_all_rows():
    note = "– no words prove a count; for what was counted, ask: towns, sites"
    assert quotes.common([COUNTED, COUNTED], Look()) == note
    assert quotes.below(COUNTED, Look(), KNOWN)[-1] == note


@pytest.mark.parametrize("proofs", [[COUNTED], [COUNTED, Proven((proof(),))], [Proven((proof(),))] * 2, []])
def test_what_only_some_rows_have_stays_with_them(proofs):
    assert quotes.common(proofs, Look()) is None
