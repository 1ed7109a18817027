"""Which organisation a name and a town stand for."""

from __future__ import annotations

import pytest

from partnerkg.resolve.candidates import Candidates, Entry
from partnerkg.resolve.likeness import is_same, likeness, words

ENTRIES = (
    Entry("o:college", ("Collège Diderot",), ("Lens", "62498"), ("collège",)),
    Entry("o:lycee", ("Lycée Diderot",), ("Lens", "62498"), ("lycée",)),
    Entry("o:lille", ("Le Bateau Livre",), ("Lille",), ("librairie",)),
    Entry("o:montauban", ("Le Bateau Livre",), ("Montauban",), ("librairie",)),
    Entry("o:library", ("Médiathèque de Lens", "La Tour"), ("Lens",), ("médiathèque",)),
    Entry("o:both", ("Les Lisières",), ("Roubaix", "Croix"), ("librairie",)),
    Entry("o:twin-1", ("La Plume",), ("Arras",)),
    Entry("o:twin-2", ("La Plume",), ("Arras",)),
)
KNOWN = Candidates(ENTRIES)


def match(name, town=None):
    found = KNOWN.match(KNOWN.find(name, town))
    return found and found.entry.iri


@pytest.mark.parametrize(
    ("name", "town", "iri"),
    [
        ("Collège Diderot", "Lens", "o:college"),
        ("college diderto", "LENS", "o:college"),
        ("Lycée Diderot", "62498", "o:lycee"),
        ("Diderot", "Lens", None),  # a college and a lycée
        ("École Diderot", "Lens", None),
        ("Le Bateau Livre", "Lille", "o:lille"),
        ("Librairie Le Bateau Livre", "Lille", "o:lille"),
        ("Le Bateau Livre de Lille", "Lille", "o:lille"),
        ("Le Bateau Livre", "Montauban", "o:montauban"),
        ("Le Bateau Livre", "Arras", None),
        ("Le Bateau Livre", None, None),
        ("Le Bateau Ivre", "Lille", None),
        ("Médiathèque", "Lens", "o:library"),
        ("La Tour", "Lens", "o:library"),
        ("Lisiere", "Croix", "o:both"),
        ("Les Lisières", "Roubais", "o:both"),
        ("La Plume", "Arras", None),  # two of them
        ("", "Lens", None),
        ("‘’", "Lens", None),
    ],
)
def test_it_is_sure_of_the_same_name_in_the_same_town_and_of_no_other(name, town, iri):
    assert match(name, town) == iri


def test_it_puts_the_likest_first_and_those_of_other_towns_last():
    found = [one.entry.iri for one in KNOWN.find("Le Bateau Livre", "Montauban")]
    assert found[:2] == ["o:montauban", "o:lille"]


def test_it_offers_nobody_whose_name_is_quite_another():
    assert KNOWN.find("Zzyzx", "Lens") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("L’Escapade", "lescapade", True),
        ("Médiathèque Jean-Moulin", "mediatheque jean moulin", True),
        ("Médiathèque Jean Moulin", "Médiathèque Jean Martin", False),
        ("École 12", "École 13", False),
        ("Paul Verlaine", "Pauline Verlaine", False),
        ("Théâtre d’Arras", "Theatre Arras", True),
    ],
)
def test_two_names_are_one_in_two_spellings_word_by_word(one, other, same):
    assert is_same(words(one), words(other)) is same
    assert is_same(words(other), words(one)) is same


def test_likeness_is_a_share():
    assert likeness(words("Le Vélin"), words("Velin")) == 1
    assert likeness(words("Le Vélin"), words("La Plume")) == 0
    assert 0.8 < likeness(words("Collège Diderot"), words("College Didreot")) < 1
