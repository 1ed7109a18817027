"""What `france.tsv.gz` holds, written from the official geographical code: `python -m partnerkg.places.pack`.

The COG as npm's `@etalab/decoupage-administratif` gives it (data under Licence Ouverte 2.0), and the names of
countries of Unicode's CLDR as Babel gives them (Unicode License v3).
"""

from __future__ import annotations

import json
import os
import sys

from partnerkg.files import write_atomically
from partnerkg.files.packed import packed
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
_FORMS = {"CC": "Communauté de communes", "CA": "Communauté d’agglomération", "CU": "Communauté urbaine"}


def lines(folder: str) -> Iterator[str]:
    """Yield a line a place: kind, code, parent, inhabitants, name, all names folded.

    `folder` is that of the JSON files of the COG.
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
        yield _line(france.REGION, row["code"], "", 0, typeset(row["nom"]))
    yield from _countries()


def _rows(folder: str, name: str) -> list[dict[str, Any]]:
    with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows


def _line(kind: str, code: str, parent: str, inhabitants: int, *names: str) -> str:
    return (
        "\t".join([kind, code, parent, str(inhabitants), names[0], *dict.fromkeys(map(fold, names))]) + "\n"
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
    bare = [] if rest.startswith(("de ", "du ", "des ", "d’")) else [rest]
    return [f"{_FORMS[letters]} {rest}", *bare, f"{letters} {rest}"]


def _countries() -> Iterator[str]:
    from babel import Locale

    french, english = Locale("fr").territories, Locale("en").territories
    for code, name in sorted(french.items()):
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
            names = dict.fromkeys([typeset(name), typeset(english.get(code, name))])
            yield _line(france.COUNTRY, code, "", 0, *names)


def main() -> None:
    """Write the file from the folder that is named."""
    data = map(str.encode, lines(sys.argv[1]))
    place = os.path.join(os.path.dirname(__file__), "france.tsv.gz")
    write_atomically(place, packed(data))


if __name__ == "__main__":
    main()
