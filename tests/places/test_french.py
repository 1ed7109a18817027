"""The places of France by name, and what a reading writes for one so that it is found again."""

from __future__ import annotations

import pytest

from partnerkg.model.place import SLUGS
from partnerkg.places.france import COMMUNE, DEPARTEMENT, REGION, france
from partnerkg.places.french import CLASSES, French, bare, named, slug

OVERSEAS = 3  # digits of the code of a collectivity that is département and region in one


def territories() -> list[tuple[str, str, str]]:
    spots = [spot for name in france().names() for spot in france().find(name, (DEPARTEMENT, REGION))]
    return sorted({(spot.kind, spot.code, spot.name) for spot in spots})


def test_what_is_written_for_a_territory_finds_it_again():
    found = territories()
    assert len(found) > 100
    for kind, code, name in found:
        if not (kind == REGION and len(code) == OVERSEAS):
            assert French().find(named(code, name)) == f"{SLUGS[CLASSES[kind]]}-{code}"


@pytest.mark.parametrize(
    ("code", "name", "written", "place"),
    [
        ("53", "Bretagne", "Bretagne (région)", "region-53"),  # two communes have that name, too
        ("53", "Mayenne", "Mayenne (département)", "departement-53"),
        ("53147", "Mayenne", "Mayenne", "commune-53147"),
        ("80225", "Creuse", "Creuse", "commune-80225"),
        ("23", "Creuse", "Creuse (département)", "departement-23"),
        ("32", "Hauts-de-France", "Hauts-de-France", "region-32"),
        ("32", "Gers", "Gers", "departement-32"),
        ("93066", "Saint-Denis", "Saint-Denis (93)", "commune-93066"),
    ],
)
def test_a_place_is_told_from_those_of_its_name_or_code(code, name, written, place):
    assert named(code, name) == written
    assert French().find(written) == place


def test_a_name_that_does_not_go_with_a_code_of_several_places_is_none():
    assert named("53", "Lille") is None


@pytest.mark.parametrize("written", ["Bretagne (région)", "Bretagne (region)", "Bretagne (Région)"])
def test_a_level_is_understood_however_it_is_written(written):
    assert French().find(written) == "region-53"
    assert bare(written) == "Bretagne"


def test_brackets_that_name_no_level_belong_to_the_name():
    assert bare("Val (supérieur)") == "Val (supérieur)"


def test_of_one_name_the_smallest_is_meant():
    (spot,) = france().find("Mayenne", (COMMUNE,))
    assert French().find("Mayenne") == slug(spot)
