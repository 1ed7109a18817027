"""Numbers that a spreadsheet took for amounts."""

from __future__ import annotations

import pytest

from partnerkg.identifiers import spoilt


@pytest.mark.parametrize(
    "text",
    [
        "732 829 320 00074",
        "73282932000074.0",
        "73282932000074,00",
        "'73282932000074",
        "\u201973282932000074",
        '="73282932000074"',
        "732\u202f829\u00a032000074",
    ],
)
def test_it_takes_the_digits_out_of_what_stands_around_them(text):
    assert spoilt.number(text) == "73282932000074"


@pytest.mark.parametrize("text", ["0750655E", "W595000001", "Q90", "000000012281955X", "1.5"])
def test_it_leaves_what_a_register_may_have_written(text):
    assert spoilt.number(text) == text
    assert spoilt.lost("uai", text) is None


@pytest.mark.parametrize("text", ["5,21937E+13", "4.88123E+13", "7E+8", "1.22819550000000E+15"])
def test_it_says_that_a_number_was_rounded(text):
    assert text in str(spoilt.lost("siret", text))
    assert "rounded" in str(spoilt.lost("siret", text))


@pytest.mark.parametrize(
    ("scheme", "short", "whole"),
    [
        ("siren", "5520135", "005520135"),
        ("siret", "552013500012", "00552013500012"),
        ("isni", "121032683", "0000000121032683"),
    ],
)
def test_it_says_which_zeros_were_lost(scheme, short, whole):
    """The check digits are those of ISO/IEC 7812-1 and ISO 7064; ISNI 0000 0001 2103 2683 is Mozart."""
    assert f"`{whole}`" in str(spoilt.lost(scheme, short))


@pytest.mark.parametrize(
    ("scheme", "number"), [("siren", "5520136"), ("siren", "552"), ("uai", "5520135"), ("siren", "005520135")]
)
def test_it_guesses_no_zeros_without_a_check_digit_that_says_so(scheme, number):
    assert spoilt.lost(scheme, number) is None
