"""The tables of checks."""

from __future__ import annotations

import pytest

from partnerkg import fair
from partnerkg.fair import foops, fuji, mqa
from partnerkg.fair.table import framework

POINTS = {"FOOPS!": 24, "F-UJI": 26, "MQA": 405}


@pytest.mark.parametrize("one", fair.frameworks(), ids=lambda one: one.name)
def test_it_has_the_points_of_its_framework(one):
    assert sum(check.points for check in one.checks) == POINTS[one.name]


@pytest.mark.parametrize("one", fair.frameworks(), ids=lambda one: one.name)
def test_it_says_in_both_languages_what_each_check_wants(one):
    for check in one.checks:
        assert check.wanted("fr") != check.wanted("en")
        assert "{" not in check.wanted("en") + check.wanted("fr")


@pytest.mark.parametrize(
    ("name", "makers"), [("foops", foops.MAKERS), ("fuji", fuji.MAKERS), ("mqa", mqa.MAKERS)]
)
def test_it_names_every_test_that_there_is(name, makers):
    used = set()

    class Seen(dict):
        def __getitem__(self, key):
            used.add(key)
            return makers[key]

    framework(name, Seen())
    assert used == set(makers)
