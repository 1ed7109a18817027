"""What the words of a piece of evidence name, hold and count."""

from __future__ import annotations

import pytest

from partnerkg.model.claim import Evidence
from partnerkg.model.document import Passage
from partnerkg.readings.quoted import Quoted


def quoted(*texts: str, heading: str | None = None) -> Quoted:
    headings = (Passage(0, len(heading), heading),) if heading else ()
    return Quoted(Evidence(tuple(Passage(0, len(text), text) for text in texts), headings))


@pytest.mark.parametrize(
    "text", ["more than 10,000 members", "10 000 membres", "10.000", "10000", "10\u202f000"]
)
def test_it_counts_a_number_however_its_thousands_are_parted(text):
    assert quoted(text).count(10_000)


@pytest.mark.parametrize("text", ["110,000", "10,0001", "10", "about ten thousand"])
def test_it_counts_no_part_of_another_number(text):
    assert not quoted(text).count(10_000)


@pytest.mark.parametrize("text", ["SIRET 362 521 879 00034", "36252187900034", "362.521.879-00034."])
def test_it_finds_the_number_of_a_register_however_it_is_parted(text):
    assert quoted(text).register("36252187900034")


def test_it_finds_no_other_number_of_a_register():
    assert not quoted("SIRET 362 521 879 00042").register("36252187900034")


def test_a_name_stands_in_one_quote_and_not_over_two():
    assert quoted("Cap Nord").name("cap nord")
    assert not quoted("Cap", "Nord").name("Cap Nord")
    assert quoted("Cap", "Nord").hold("Cap Nord")


def test_no_words_stand_nowhere():
    assert not quoted("Cap Nord").name("–")
    assert not quoted("Cap Nord").hold("–")
    assert not quoted("Cap Nord").call("–")


def test_what_the_heading_says_is_told_from_what_the_words_say():
    words = quoted("Cap Nord", heading="LES LIBRAIRIES")
    assert words.call("librairie")
    assert not words.call("librairie", below=True)
