"""The index of words."""

from __future__ import annotations

import pytest

from partnerkg.query.search.index import Index

TEXTS = [
    (["Les Lisières"], ["59100"], ["librairie", "Roubaix"]),
    (["Librairie du Bois"], [], ["association"]),
    (["Bois Sacré"], [], ["librairie"]),
]


@pytest.fixture(scope="module")
def index():
    return Index(TEXTS)


def test_a_word_in_a_name_counts_more_than_one_in_what_is_said(index):
    assert index.having(["librairies"])[0] == 1
    assert set(index.having(["librairies"])) == {0, 1, 2}


def test_all_the_words_are_asked_for_or_some(index):
    assert index.having(["bois", "association"]) == [1]
    assert set(index.having(["bois", "roubaix"], "OR")) == {0, 1, 2}


def test_only_names_may_be_looked_at(index):
    assert index.having(["librairie"], within="names") == [1]


def test_it_finds_numbers(index):
    assert index.having(["59100"]) == [0]


@pytest.mark.parametrize("word", ['"', "*", "NEAR(", 'x"y', "names:x", "^", "(", "-"])
def test_nothing_in_a_word_is_read_as_an_expression(index, word):
    from partnerkg.query.search.words import asked

    assert index.having(asked(word)) == []


def test_it_says_which_word_was_meant(index):
    assert index.nearest(["lisierres", "bois", "qqqqqq"]) == ["lisieres", "bois"]
