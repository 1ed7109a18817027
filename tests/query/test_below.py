"""The words below a row, and what is said once for all rows."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from partnerkg.query import formats
from partnerkg.query.formats import Look, fitting, quotes
from partnerkg.query.lead import Lead
from partnerkg.query.proof import Passage, Proof, Proven
from partnerkg.query.results import Solutions

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


def led(*told, column=None):
    return Lead("term_uses", told, column)


def counted(*leads):
    return Proven((proof(),), counts=True, leads=leads)


def test_what_no_words_prove_is_said_once_for_all_rows():
    rows = [counted(led(("term", "a"))), counted(led(("term", "b b")))]
    note = "– no words prove a count; → lists what was looked at"
    assert quotes.common(rows, Look()) == [note]
    assert quotes.below(rows[1], Look(), KNOWN)[-2:] == ["→ partnerkg query term_uses --term 'b b'", note]


def test_a_command_names_the_graph_that_was_asked():
    look = Look()
    look.where = "--project 'my shops'"
    assert quotes.below(counted(led(("term", "a"))), look, KNOWN)[-2].endswith(
        "--term a --project 'my shops'"
    )
    assert str(led(("term", "a")).record(look.where)["command"]).endswith("--project 'my shops'")


def test_of_several_numbers_each_has_its_command():
    below = quotes.below(
        counted(led(column="m"), led(("term", "b"), column="n")), Look(), KNOWN, {"n": "Zahl"}
    )
    assert below[-3:-1] == ["→ m: partnerkg query term_uses", "→ Zahl: partnerkg query term_uses --term b"]


@pytest.mark.parametrize(
    "proofs", [[counted()], [counted(), Proven((proof(),))], [Proven((proof(),))] * 2, []]
)
def test_what_only_some_rows_have_stays_with_them(proofs):
    assert quotes.common(proofs, Look()) == []


def test_of_several_ways_the_best_is_shown_and_the_others_are_counted():
    more = [proof(passages=(Passage(place, place + 2, "Aa"),)) for place in (20, 30)]
    several = Proven((proof(), *more), best=(proof(),))
    assert quotes.below(several, Look(), KNOWN)[1:] == [
        "  5–9 “Grenay” (stated)",
        "and 2 more passages that would do as well",
    ]
    assert quotes.common([several], Look()) == ["--why-all shows every passage that would do"]
    every = Look()
    every.every = True
    assert len(quotes.below(several, every, KNOWN)) == 4
    assert quotes.common([several], every) == []


def test_a_command_below_a_row_stays_in_one_line():
    command = "→ partnerkg query source_passages --source coleres-du-present"
    assert fitting.noted(command, 30) == [f"    {command}"]


def test_a_command_stands_once_for_rows_that_follow_one_another():
    look = Look()
    look.proofs = [counted(led(("term", one))) for one in "aaba"]
    lines = "".join(formats.lines(Solutions(["n"], [(Literal(1),)] * 4), "table", look)).splitlines()
    assert [line.split()[-1] for line in lines if "→ p" in line] == ["a", "b", "a"]
