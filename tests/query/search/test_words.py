"""Words without accents, case and endings."""

from __future__ import annotations

import pytest

from partnerkg.query.search.words import asked, has, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Médiathèques", "mediatheque"),
        ("journaux", "JOURNAL"),
        ("bookshops", "bookshop"),
        ("libraries", "Library"),
        ("Œuvres", "oeuvre"),
        ("l’Est", "L'est"),
        ("Berlencourt-le-Cauroy", "berlencourt le cauroy"),
    ],
)
def test_names_are_alike_but_for_accents_case_signs_and_endings(one, other):
    assert same(one, asked(other))


def test_names_of_other_words_are_not_alike():
    assert not same("Cap Nord", ["cap", "sud"])
    assert not same("Cap Nord", ["nord", "cap"])
    assert not same("Cap Nord", ["cap"])


def test_small_words_are_not_looked_for_unless_there_are_no_others():
    assert asked("les librairies d’Arras, les") == ["librairies", "arras"]
    assert asked("la") == ["la"]


def test_a_text_has_the_beginning_of_a_word_and_a_word_with_another_ending():
    assert has("Festival Tiot Loupiot", "loup") and has("le journal", "journaux")
    assert not has("Festival Tiot Loupiot", "piot")
