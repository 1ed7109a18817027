from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnerkg.errors import BrokenFile, MissingFile, UnknownCode, WrongSiren
from partnerkg.model.place import Wanted
from partnerkg.places.cog import Cog, listing

SOURCE = "source: {slug: cog, title: {fr: COG}, rights: {fr: Libre}, url: 'https://a.example/', license: 'https://b.example/'}\n"
OWN = SOURCE.replace("source:", "own:").replace("slug: cog", "slug: ours")
COMMUNE = {
    "code": "98001",
    "nom": "L'Orme-aux-Vents",
    "typeLiaison": 5,
    "type": "commune-actuelle",
    "departement": "98",
    "region": "97",
    "siren": "216200410",
    "codesPostaux": ["98100", "98110"],
    "population": 1234,
}
DISTRICT = {
    "code": "98901",
    "nom": "Premier",
    "typeLiaison": 0,
    "type": "arrondissement-municipal",
    "commune": "98001",
    "departement": "98",
    "region": "97",
}
FORMER = {"code": "98001", "nom": "Vieil-Orme", "type": "commune-deleguee", "chefLieu": "98001"}


def a_cog(folder: Path, **changes: object) -> Path:
    parts = {
        "communes": [COMMUNE | changes, DISTRICT, FORMER],
        "departements": [{"code": "98", "nom": "Vents", "typeLiaison": 4, "region": "97"}],
        "regions": [{"code": "97", "nom": "Hautes-Terres", "typeLiaison": 4}],
    }
    for name, rows in parts.items():
        (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def a_list(folder: Path, text: str) -> Path:
    path = folder / "communes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_finds_a_commune_by_code_and_name(tmp_path: Path) -> None:
    place = Cog(a_cog(tmp_path)).find(Wanted("98001", "L’Orme-aux-Vents"))
    assert (place.slug, place.parent, place.postal_codes) == (
        "commune-98001",
        "departement-98",
        ("98100", "98110"),
    )
    assert (place.population, place.linked_name) == (1234, "de L’Orme-aux-Vents")


def test_it_puts_a_municipal_arrondissement_below_its_commune(tmp_path: Path) -> None:
    cog = Cog(a_cog(tmp_path))
    above = [place.slug for place in cog.above(cog.find(Wanted("98901", "Premier")))]
    assert above == ["commune-98001", "departement-98", "region-97"]


@pytest.mark.parametrize(("code", "name"), [("98999", "Nulle-Part"), ("98001", "Vieil-Orme")])
def test_it_refuses_a_code_that_does_not_go_with_the_name(tmp_path: Path, code: str, name: str) -> None:
    with pytest.raises(UnknownCode, match=f"`{code}` named `{name}`"):
        Cog(a_cog(tmp_path)).find(Wanted(code, name))


def test_it_refuses_a_siren_with_a_wrong_check_digit(tmp_path: Path) -> None:
    with pytest.raises(WrongSiren, match="216200411, the SIREN of L'Orme-aux-Vents"):
        Cog(a_cog(tmp_path, siren="216200411")).find(Wanted("98001", "L’Orme-aux-Vents"))


def test_it_says_which_file_of_the_cog_is_missing(tmp_path: Path) -> None:
    (a_cog(tmp_path) / "regions.json").unlink()
    with pytest.raises(MissingFile, match=r"regions\.json"):
        Cog(tmp_path)


def test_it_says_where_a_file_of_the_cog_is_broken(tmp_path: Path) -> None:
    (a_cog(tmp_path) / "regions.json").write_text("[\n{]", encoding="utf-8")
    with pytest.raises(BrokenFile, match=r"regions\.json, line 2"):
        Cog(tmp_path)


def test_it_reads_the_list_of_places_wanted(tmp_path: Path) -> None:
    text = (
        SOURCE
        + OWN
        + 'places:\n- {code: "98001", name: Orme, aliases: [Ormeau], town_hall_in_readings: true}\n'
    )
    origin, own, wanted, positions = listing(a_list(tmp_path, text))
    assert (positions, own.slug) == (None, "ours")
    assert (origin.slug, origin.title) == ("cog", {"fr": "COG"})
    assert wanted == (Wanted("98001", "Orme", aliases=("Ormeau",), town_hall_in_readings=True),)


def test_it_reads_where_the_positions_come_from(tmp_path: Path) -> None:
    text = (
        SOURCE
        + OWN
        + SOURCE.replace("source:", "positions:").replace("slug: cog", "slug: map")
        + "places: []\n"
    )
    found = listing(a_list(tmp_path, text)).positions
    assert found is not None and found.slug == "map"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{code: 98001, name: Orme}", "`code` must be text, in quotes"),
        ('{code: "98001"}', "`name` is missing"),
        ('{code: "98001", name: Orme, alias: Ormeau}', "`alias` is not one of"),
        ('{code: "98001", name: Orme, aliases: Ormeau}', "`aliases` must be a list"),
        ('{code: "98001", name: Orme, aliases: [1]}', "`aliases` must be a list of texts"),
        ('{code: "98001", name: Orme, note: {en: 1}}', "`note` must be a text for each language"),
        ("Orme", "`key: value`"),
    ],
)
def test_it_says_which_entry_is_wrong(tmp_path: Path, entry: str, reason: str) -> None:
    text = SOURCE + OWN + f'places:\n- {{code: "98901", name: Premier}}\n- {entry}\n'
    with pytest.raises(BrokenFile, match=f"line 5: .*{reason}"):
        listing(a_list(tmp_path, text))


@pytest.mark.parametrize(
    "text", ["", "places: []", SOURCE, SOURCE + "places: []", SOURCE + OWN + "places: none", "- 1"]
)
def test_it_refuses_a_list_of_another_form(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenFile, match="it needs `source`, `own` and a list `places`"):
        listing(a_list(tmp_path, text))


@pytest.mark.parametrize(
    "text", ["source: {}\nplaces: ]\n", "places: []\nsource: !tag {slug: cog}\nown: {}\n"]
)
def test_it_says_where_the_yaml_is_broken(tmp_path: Path, text: str) -> None:
    with pytest.raises(BrokenFile, match="line 2"):
        listing(a_list(tmp_path, text))


def test_it_says_that_the_list_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"none\.yaml"):
        listing(tmp_path / "none.yaml")
