"""Shares, scores and next steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.completeness.share import percent
from partnerkg.errors import NothingWanted

EX = "https://example.org/"


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_nothing_rounds_to_none_or_all(pair):
    number, of = pair
    share = percent(number, of)
    assert (share == 0) == (number == 0)
    assert (share == 100) == (number == of)
    assert abs(share - 100 * number / of) <= 1


def test_a_share_of_nothing_is_none():
    assert percent(0, 0) is None


def test_a_score_weighs_what_is_wanted(found):
    score = found.score
    assert (score.all.points, score.all.worth) == (3 * 1 + 4 * 2 + 3 * 3, 4 * 1 + 5 * 2 + 5 * 3)
    assert (score.expected.answered, score.expected.of) == (7, 10)
    assert (score.nice.answered, score.nice.of) == (3, 4)


def test_a_score_is_kept_apart_by_facet(found):
    facets = found.score.facets
    assert (facets[f"{EX}identity"].answered, facets[f"{EX}identity"].of) == (7, 9)
    assert (facets[f"{EX}place"].answered, facets[f"{EX}place"].of) == (3, 5)


def test_the_score_of_one_names_what_is_missing(found):
    score = found.of(f"{EX}b")
    assert score.percent == 50
    assert [one.name("en") for one in score.missing] == ["town"]
    with pytest.raises(NothingWanted, match="want nothing of"):
        found.of(f"{EX}nobody")


def test_a_ranking_begins_with_the_worst(found):
    assert [thing.removeprefix(EX) for thing, _ in found.ranking()] == ["d", "b", "a", "c", "e"]


def test_groups_are_scored_and_the_rest_beside_them(found):
    scored = found.by({"one": {f"{EX}a", f"{EX}b"}, "two": {f"{EX}d"}})
    assert {name: (score.things, score.percent) for name, score in scored.items()} == {
        "one": (2, 75),
        "two": (1, 0),
        "": (2, 100),
    }


def test_the_first_step_raises_the_score_most(found):
    steps = found.steps()
    assert [(step.wanted.name("en"), step.missing) for step in steps] == [
        ("town", 2),
        ("kind", 1),
        ("own name", 1),
    ]
    assert steps[0].gain == pytest.approx(100 * 2 * 3 / 29)


def test_a_gap_that_no_other_page_can_fill_comes_last(measured):
    from .conftest import RECORD

    found = measured(shapes=RECORD + "ex:Record-Bookshop-town pk:saidByItsPageAlone true .")
    assert [step.wanted.name("en") for step in found.steps()] == ["kind", "own name", "town"]


def test_all_steps_together_reach_the_whole(found):
    whole = found.score.all
    assert sum(step.gain for step in found.steps()) == pytest.approx(100 * (1 - whole.points / whole.worth))
