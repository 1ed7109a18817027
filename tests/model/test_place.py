from __future__ import annotations

import pytest

from partnerkg.model.place import Place, is_siren, linked


@pytest.mark.parametrize(
    ("name", "link", "after_its_preposition"),
    [
        ("Lens", 0, "de Lens"),
        ("Hénin-Beaumont", 1, "d’Hénin-Beaumont"),
        ("Le Portel", 2, "du Portel"),
        ("La Bassée", 3, "de La Bassée"),
        ("Les Attaques", 4, "des Attaques"),
        ("L’Écluse", 5, "de L’Écluse"),
    ],
)
def test_it_joins_a_name_to_its_preposition(name: str, link: int, after_its_preposition: str) -> None:
    assert linked(name, link) == after_its_preposition


def test_it_accepts_a_siren_with_a_right_check_digit() -> None:
    assert is_siren("216200410")


@pytest.mark.parametrize(
    "number", ["216200411", "216204010", "21620041", "2162004100", "21620041a", "²16200410", ""]
)
def test_it_refuses_what_is_no_siren(number: str) -> None:
    assert not is_siren(number)


@pytest.mark.parametrize(
    ("kind", "code", "expected"),
    [
        ("Commune", "62041", "commune-62041"),
        ("ArrondissementMunicipal", "75111", "arrondissement-municipal-75111"),
        ("Departement", "62", "departement-62"),
        ("Region", "32", "region-32"),
    ],
)
def test_it_names_a_place_by_kind_and_code(kind: str, code: str, expected: str) -> None:
    assert Place(kind, code, "Somewhere", 0).slug == expected
