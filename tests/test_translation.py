"""Sentences about a number of things, and how numbers are printed."""

from __future__ import annotations

import pytest

from partnerkg.errors import Message
from partnerkg.translation import LANGUAGES, Number, Several, Spoken, translations


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 rows", "0 ligne"),
        (1, "1 row", "1 ligne"),
        (2, "2 rows", "2 lignes"),
        (12345, "12,345 rows", "12\u202f345 lignes"),
    ],
)
def test_each_language_has_its_own_plural_and_thousands(count, english, french):
    said = [Several("{count} row", "{count} rows", count).text(translations(tag)[0]) for tag in ("en", "fr")]
    assert said == [english, french]


def test_a_sentence_about_a_number_may_stand_in_another():
    inner = Several("{count} file", "{count} files", 1)
    whole = Message("{files} in {path}; open {first} in a browser.", files=inner, path="x", first="y")
    assert whole.text(translations("fr")[0]).startswith("1 fichier dans x")


def test_a_decimal_has_the_sign_of_the_language():
    assert [Number(1234.5).text(translations(tag)[0]) for tag in LANGUAGES] == ["1,234.5", "1\u202f234,5"]


def test_what_speaks_no_known_language_is_said_in_english():
    assert Several("{count} row", "{count} rows", 0).text(str) == "0 rows"
    assert Spoken({"en": "a", "fr": "b"}).text(str) == "a"
