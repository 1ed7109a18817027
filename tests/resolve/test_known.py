"""Which organisation a mention means: the same, a new one, or unsure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from partnerkg.model.judgement import NEW, SAME, UNSURE
from partnerkg.resolve.known import Known, resolved

LILLE, ARRAS, MONTAUBAN = "59350", "62041", "82121"
ROWS = [
    ("lille", "Le Bateau Livre", LILLE),
    ("aidaa", "Association pour l’insertion des artistes d’Arras", ARRAS),
    ("verlaine", "Médiathèque Verlaine", ARRAS),
    ("vaast", "Bibliothèque Saint-Vaast", ARRAS),
    ("salam", "Salam", ""),
    ("centre-1", "Centre social n° 1", ARRAS),
    ("plume", "Librairie La Plume d’oie", ARRAS),
    ("gambetta", "Collège Gambetta", ARRAS),
    ("a0", "Atelier Zéphyrin A0L", ARRAS),
    ("ecole", "École A", ARRAS),
    ("ar2l", "Agence régionale du livre (AR2L)", ARRAS),
    ("mjc", "Maison des jeunes et de la culture Rosa Parks", ARRAS),
]


@pytest.mark.parametrize(
    ("name", "code", "verdict", "iri"),
    [
        ("le bateau livre", LILLE, SAME, "lille"),
        ("BATEAU-LIVRE", LILLE, SAME, "lille"),
        ("Le Bateau-Livres", LILLE, SAME, "lille"),
        ("Le Bateau Livre", MONTAUBAN, NEW, None),
        ("Le Bateau Livre", "", UNSURE, None),
        ("AIAA", ARRAS, SAME, "aidaa"),
        ("Bibliothèque Verlaine", ARRAS, SAME, "verlaine"),
        ("Médiathèque St-Vaast", ARRAS, SAME, "vaast"),
        ("Médiathèque Rimbaud", ARRAS, NEW, None),
        ("Centre social n° 2", ARRAS, UNSURE, None),
        ("Atelier Zéphyrin A1L", ARRAS, UNSURE, None),
        ("Atelier Zephirin A0L", ARRAS, SAME, "a0"),
        ("École B", ARRAS, UNSURE, None),
        ("École", ARRAS, UNSURE, None),
        ("Salam", ARRAS, UNSURE, None),
        ("Quilombo", "", NEW, None),
        ("La Plume d’oie", ARRAS, UNSURE, None),  # of another kind it may be another
        ("La Plume d’oie", "", UNSURE, None),
        ("La Plume d’oie", LILLE, NEW, None),
        ("Librairie Le Bateau Livre", "", UNSURE, None),
        ("Librairie Le Bateau Livre", LILLE, UNSURE, None),
        ("Lycée Gambetta", ARRAS, NEW, None),
        ("MJC Rosa-Parks", ARRAS, SAME, "mjc"),
        ("Assocaition pour l’insertion des artistes d’Arras", ARRAS, SAME, "aidaa"),
        ("Biblothèque Verlaine", ARRAS, SAME, "verlaine"),
        ("Colège Gambetta", ARRAS, SAME, "gambetta"),
        ("Atelier éphyrin A0L", ARRAS, SAME, "a0"),
        ("AR2L", ARRAS, SAME, "ar2l"),
        ("Agence régionale du livre", ARRAS, SAME, "ar2l"),
        ("Agence du livre (AR2L)", ARRAS, SAME, "ar2l"),
    ],
)
def test_it_says_which_one_is_meant(name: str, code: str, verdict: str, iri: str | None) -> None:
    judged = Known(ROWS).of(name, code)
    assert (judged.verdict, judged.iri) == (verdict, iri)
    assert judged.reason


def test_two_of_one_name_in_a_town_are_unsure() -> None:
    judged = Known([*ROWS, ("other", "Le Bateau Livre", LILLE)]).of("Le Bateau Livre", LILLE)
    assert (judged.verdict, judged.candidates) == (UNSURE, ("lille", "other"))


def test_what_is_unsure_is_one_with_its_like_in_its_town_only() -> None:
    names = [("Lycée La Plume d’oie", ARRAS), ("La Plume d’oie", ARRAS), ("LA PLUME D’OIE", ARRAS)]
    found = list(resolved([*names, ("La Plume d’oie", ""), ("La Plume d’oie", "")], ROWS))
    assert [entity for entity, _ in found] == ["#1", "#2", "#2", "#4", "#5"]
    assert {judged.verdict for _, judged in found[1:]} == {UNSURE}


@given(some.text(max_size=40), some.sampled_from(["", ARRAS]))
@settings(max_examples=200, deadline=None)
def test_no_name_is_merged_without_a_town(name: str, code: str) -> None:
    judged = Known([*ROWS, ("itself", name, code)]).of(name, code)
    assert judged.verdict != SAME or code
