"""Words that prove jointly are one row, in the order of the page, whatever the order of an engine."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import Literal

from partnerkg.errors import WrongHeader
from partnerkg.query import catalogue
from partnerkg.query.joined import joined
from partnerkg.query.run import ask, run
from partnerkg.store import embedded

QUESTION = """\
#+ summary: {"en": "Which words?", "fr": "Quels mots ?"}
#+ columns: {"words": "text"}
#+ joined: {"words": "all", "place": "first"}
SELECT DISTINCT ?evidence ?place ?words { ?evidence pk:start ?place ; pk:words ?words } ORDER BY ?place
"""


@pytest.fixture(scope="module")
def shipped():
    return embedded.read()


def question(name):
    return catalogue.catalogue()[name]


def test_a_head_word_said_once_and_the_name_are_one_quote(shipped):
    rows = run(
        question("organization_statements"), shipped, organization="college-jehan-bodel-arras"
    ).records()
    (named,) = [row for row in rows if row["property"].endswith("prefLabel")]
    assert (named["quote"], named["start"], named["end"]) == ("Les collèges … Jehan Bodel", 810, 1138)
    assert named["heading"] == "ÉTABLISSEMENTS SCOLAIRES"


def test_every_evidence_is_one_row_with_all_its_passages_in_the_order_of_the_page(shipped):
    passages, claims = defaultdict(set), defaultdict(set)
    for claim, evidence, start, quote in ask(
        """SELECT ?claim ?evidence ?start ?quote { ?claim pk:evidence ?evidence . ?evidence pk:passage ?passage .
        ?passage oa:hasSelector ?place, ?words . ?place oa:start ?start . ?words oa:exact ?quote }""",
        shipped,
    ):
        passages[evidence.value].add((int(start.value), quote.value))
        claims[claim.value].add(evidence.value)
    rows = run(question("organization_statements"), shipped, organization="lis-avec-moi").records()
    found = defaultdict(list)
    for row in rows:
        found[row["subject"], row["property"], str(row["value"]), row["claim"]].append(row["quote"])
    joint = 0
    for (*_, claim), quotes in found.items():
        quoted = [" … ".join(words for _, words in sorted(passages[one])) or None for one in claims[claim]]
        joint += sum(" … " in (quote or "") for quote in quoted)
        assert sorted(filter(None, quotes)) == sorted(filter(None, quoted))
    assert joint > 10


def test_rows_that_differ_in_what_nobody_sees_stay_apart():
    rows = [(Literal(a), Literal(b), Literal(c)) for a, b, c in ("x1A", "y2B", "x3C")]
    found = joined(["evidence", "place", "words"], rows, {"words": "all", "place": "first"}, ["words"])
    assert [row[0].value for row in found] == ["A … C", "B"]


def test_of_what_is_said_at_several_places_the_first_is_kept_whole():
    rows = [(Literal(a), Literal(b), Literal(c)) for a, b, c in ("x1A", "y2B", "x3C", "y4D")]
    joining = {"evidence": "one", "words": "all", "place": "first"}
    assert joined(["evidence", "place", "words"], rows, joining, ["words"]) == [(Literal("A … C"),)]


def test_what_is_unbound_says_nothing():
    rows = [
        (Literal("x"), None, None),
        (Literal("x"), Literal("1"), Literal("2")),
        (Literal("x"), None, None),
    ]
    assert joined(["e", "a", "z"], rows, {"a": "first", "z": "last"}, ["a", "z"]) == [
        (Literal("1"), Literal("2"))
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('"words": "all"', '"word": "all"'), ('"all"', '"some"'), ("ORDER BY ?place", "")],
)
def test_a_header_that_joins_what_cannot_be_joined_is_refused(tmp_path, right, wrong):
    path = tmp_path / "words.rq"
    path.write_text(QUESTION.replace(right, wrong))
    with pytest.raises(WrongHeader, match="join"):
        catalogue.read(str(path))
