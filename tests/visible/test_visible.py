"""Text of others where people read it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkg.errors import Message, WrongUse
from partnerkg.pages import words
from partnerkg.visible import in_lines, in_markdown, on_one_line

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY = st.one_of(st.text(), st.text(TURNING + "\x1b\x07\x9b\r\n\t ab"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Écoles d’été", "Écoles d’été"),
        ("a\x1b[31mb", "a\\u001B[31mb"),
        ("a\u202eb", "a\\u202Eb"),
        ("a\x9bb", "a\\u009Bb"),
        ("a\r\nb\tc", "a  b c"),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U000e0041", "\\U000E0041"),
        ("\ud800", "\\uD800"),
    ],
)
def test_it_shows_what_a_terminal_would_obey(text, shown):
    assert on_one_line(text) == shown


@given(ANY)
def test_nothing_moves_a_cursor_or_turns_text(text):
    for made in (on_one_line(text), in_lines(text), in_markdown(text), str(Message("{a}", a=text))):
        assert not set(made) & set(TURNING + "\x1b\x07\x9b\r\x7f\x00")
    assert "\n" not in on_one_line(text)
    assert in_lines(text).count("\n") == text.count("\n")


@given(ANY)
def test_nothing_turns_a_page(text):
    assert not set(words.text(text)) & set(TURNING + "\x1b\x07\x9b\x7f\x00<>\"'")


def test_an_error_shows_what_it_quotes():
    assert "\\u001B[2J" in str(WrongUse(reason=Message("not `{it}`", it="\x1b[2J"), program="partnerkg"))
