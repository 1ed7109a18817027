"""Words as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.pages import prose, spoken, text, visible


@pytest.mark.parametrize(
    "hidden", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ufffe", "\U0001ffff"]
)
def test_it_shows_a_mark_where_a_character_would_hide_or_turn_the_text(hidden):
    assert visible(f"a{hidden}b") == "a\ufffdb"


@pytest.mark.parametrize("letters", ["\u200d", "\u00ad", "\u202f", "e\u0301", "😀", "\n\t"])
def test_it_leaves_what_belongs_to_words(letters):
    assert visible(letters) == letters


@given(words=st.text())
def test_it_lets_no_word_become_markup(words):
    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            raise AssertionError(tag)

    Tags().feed(text(words))


def test_it_shows_code_between_backticks_as_code():
    assert prose("write `a < b` now") == "write <code>a &lt; b</code> now"


def test_it_leaves_a_lone_backtick():
    assert prose("a ` b") == "a ` b"


def test_it_names_a_language_only_where_it_changes():
    assert spoken("en", "fr") == ' lang="en"'
    assert spoken("fr", "fr") == spoken(None, "fr") == ""
