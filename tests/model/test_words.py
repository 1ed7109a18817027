"""Words are compared without capitals, accents, signs and endings."""

from __future__ import annotations

import pytest

from partnerkg.model.words import part, phrase, stem, stems, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Collège d’Arras, Cœur", ["college", "d", "arras", "coeur"]),
        ("10,000 inhabitants", ["10", "000", "inhabitants"]),
        ("Βιβλιοπωλείο Αθήνα", ["βιβλιοπωλειο", "αθηνα"]),
        ("L_x – !", ["l", "x"]),
        ("", []),
    ],
)
def test_it_finds_the_words_of_a_text(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("librairie", "librairies"),
        ("library", "libraries"),
        ("journal", "journaux"),
        ("social", "sociaux"),
        ("lieu", "lieux"),
        ("bookstore", "bookstores"),
    ],
)
def test_a_word_and_its_plural_have_one_stem(one, many):
    assert stem(one) == stem(many)


@pytest.mark.parametrize("word", ["as", "os", "bus", "ies"])
def test_a_short_word_keeps_its_ending(word):
    assert stem(word) == word


def test_a_phrase_is_found_as_whole_words_only():
    assert phrase(["cap", "nord"]) in phrase(["le", "cap", "nord"])
    assert phrase(["cap"]) not in phrase(["capitale"])
    assert phrase([]) == ""


def test_stems_are_compared_in_their_order():
    assert stems("librairie indépendante") in stems("LES LIBRAIRIES INDÉPENDANTES")
    assert stems("indépendante librairie") not in stems("LES LIBRAIRIES INDÉPENDANTES")


def test_a_part_has_some_words_but_not_all():
    assert part("Gambetta", "Collège Gambetta")
    assert not part("collège gambetta", "Collège Gambetta")
    assert not part("Hauts de France", "Conseil Hauts-de-Seine")
