"""Enumerations, kinds and towns, a rule at a time."""

from __future__ import annotations

import pytest

from partnerkg.extract import enumerations, kinds, names, towns
from partnerkg.places.france import france


def parts(line: str) -> list[str]:
    return [line[part.start : part.end] for part in enumerations.split(line)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("A, B et C", ["A", "B", "C"]),
        ("Travail et Culture, Salam, OIP", ["Travail et Culture", "Salam", "OIP"]),
        ("Le Verbe et l’Objet (Senlis), Meura", ["Le Verbe et l’Objet (Senlis)", "Meura"]),
        ("Arras (Saint-Vaast et Verlaine), Lens", ["Arras (Saint-Vaast et Verlaine)", "Lens"]),
        (
            "Ministère des Sports, de la jeunesse, de l’éducation populaire, Ville d’Arras",
            ["Ministère des Sports, de la jeunesse, de l’éducation populaire", "Ville d’Arras"],
        ),
        (
            "de la Ville de Reims et de la Fondation pour la lecture",
            ["de la Ville de Reims", "de la Fondation pour la lecture"],
        ),
        ("les lycées Henri Darras et Condorcet", ["les lycées Henri Darras", "Condorcet"]),
        ("PJJ d’Arras et de Liévin, Salam", ["PJJ d’Arras", "de Liévin", "Salam"]),
        ("Ouest-France · L’Orne Hebdo · Radio Campus", ["Ouest-France", "L’Orne Hebdo", "Radio Campus"]),
        (
            "les lycées Darras et Sand accueillent nos lectures. Les villes de Lens et de St. Omer",
            ["les lycées Darras", "Sand", "Les villes de Lens", "de St. Omer"],
        ),
        ("Hill School and Park High School welcome our authors", ["Hill School", "Park High School"]),
    ],
)
def test_an_enumeration_is_split_where_a_name_ends(line: str, read: list[str]) -> None:
    assert parts(line) == read


def test_a_head_word_is_carried_no_farther_than_its_sentence() -> None:
    line = "Les librairies Sorel, Meura et Noé. Les collèges Rodin et Sand. Salam, OIP."
    heads = ["librairies", "librairies", "librairies", "colleges", "colleges", "", ""]
    assert [part.head for part in enumerations.split(line)] == heads


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Médiathèque de Lens", "library"),
        ("la librairie Meura", "bookshop"),
        ("Conseil départemental du Nord", "public-body"),
        ("CNL", "public-body"),
        ("L’Humanité", "media"),
        ("Fondation de France", "foundation"),
        ("Quilombo", ""),
        ("Bande à part", ""),
    ],
)
def test_the_first_word_or_what_is_known_says_the_kind(name: str, kind: str) -> None:
    assert kinds.kind(name) == kind


def test_every_head_word_and_body_has_a_known_kind() -> None:
    assert {*kinds.heads().values(), *kinds.bodies().values()} <= set(kinds.KINDS)


@pytest.mark.parametrize(
    ("name", "town", "code"),
    [
        ("Le Bateau Livre (Lille)", "Lille", "59350"),
        ("Cap Nord, Arras", "Arras", "62041"),
        ("Lycée Alain Savary d’Arras", "Arras", "62041"),
        ("12 rue Kéréon, 29000 Quimper", "Quimper", "29232"),
        ("Collège Paul Verlaine de Saint-Nicolas-lez-Arras", "Saint-Nicolas-lez-Arras", "62764"),
        ("Le Verbe (Senlis)", "Senlis", "60612"),
        ("Librairie du Centre (Paris 11)", "Paris 11", "75111"),
    ],
)
def test_a_town_stands_in_its_slot(name: str, town: str, code: str) -> None:
    found = towns.of(name)
    assert found is not None and found.spot is not None
    assert (found.name, found.spot.code) == (town, code)


@pytest.mark.parametrize("name", ["L’Union", "Muret", "Conseil départemental du Pas-de-Calais", "La Grenade"])
def test_a_word_alone_is_no_town(name: str) -> None:
    assert towns.of(name) is None


@pytest.mark.parametrize(
    "words",
    [
        "En savoir plus",
        "Lorem ipsum dolor",
        "Nom du partenaire",
        "https://x.example",
        "06 11 22 33 44",
        "Site web",
    ],
)
def test_buttons_and_placeholders_are_no_names(words: str) -> None:
    assert not names.is_name(words)


def test_the_places_know_former_communes_and_countries() -> None:
    places = france()
    assert places.at("former-commune", "01015") is not None
    assert [spot.kind for spot in places.find("Belgium")] == ["country"]
    assert [spot.code for spot in places.find("hauts de france")] == ["32"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('Biblioteca Civica "Barrili"', 'Biblioteca Civica "Barrili"'),
        ("Café “Le Zinc”", "Café “Le Zinc”"),
        ("Librairie Meura »", "Librairie Meura"),
        ("ANNEAU DU WEB (WEBRING) <<", "ANNEAU DU WEB (WEBRING)"),
        ('"Librairie Meura', "Librairie Meura"),
        ("Elm Community Foundation’s Small Grants", "Elm Community Foundation"),
        ("King’s College London", "King’s College London"),
    ],
)
def test_a_name_keeps_the_quotation_that_it_closes_and_no_other_mark(line: str, name: str) -> None:
    assert line[slice(*names.cut(line))] == name
