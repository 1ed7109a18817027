"""The places of France, countries and larger cities by every name they go by: what a page may mean by one.

Communes with those they took in, municipal arrondissements, intercommunalities, départements and regions of
the official geographical code (COG 2026), the regions of before 2016, countries by their French and English
names, the states of the United States, cities outside France, and landscapes, which have no code. Packed in
`france.tsv.gz` by `partnerkg.places.pack`; read when it is first asked.
"""

from __future__ import annotations

import gzip
import os
from functools import cache, cached_property

from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COMMUNE, FORMER, ARRONDISSEMENT = "commune", "former-commune", "municipal-arrondissement"
INTERCOMMUNALITY, DEPARTEMENT, REGION, COUNTRY = "intercommunality", "departement", "region", "country"
MUCH = 10  # times as many inhabitants: the town that all think of
CITY, STATE, FORMER_REGION = "city", "state", "former-region"
LANDSCAPE = "landscape"  # Béarn, Unterfranken, New England: what pages call a place, and no code is of
TOWNS = (COMMUNE, FORMER, ARRONDISSEMENT, CITY)
_KEYS = 5  # fields of a line before its folded names
_FILE = os.path.join(os.path.dirname(__file__), "france.tsv.gz")


class Spot:
    """A place: its kind, code, name and parent.

    The code is that of the COG, the SIREN of an intercommunality, ISO 3166 of a country or state, GeoNames of
    a city. `parent` is the code of the département of a commune, of the region of a département, of the
    country of a city.
    """

    __slots__ = ("code", "inhabitants", "kind", "name", "parent")

    def __init__(self, kind: str, code: str, name: str, parent: str, inhabitants: int) -> None:
        self.kind, self.code, self.name, self.parent = kind, code, name, parent
        self.inhabitants = inhabitants

    def __repr__(self) -> str:
        """Return the name with the code."""
        return f"<{self.kind} {self.name} {self.code}>"


class France:
    """All places by folded name and by code.

    `lines` is a line a place: kind, code, parent, inhabitants, name, folded names.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = list(lines)
        self._codes: dict[tuple[str, str], int] = {}

    @cached_property
    def _names(self) -> dict[str, int | list[int]]:
        names: dict[str, int | list[int]] = {}
        for number, line in enumerate(self._lines):
            for key in line.rstrip("\n").split("\t")[_KEYS:]:
                known = names.setdefault(key, number)
                if isinstance(known, list):
                    known.append(number)
                elif known != number:
                    names[key] = [known, number]
        return names

    def __contains__(self, key: str) -> bool:
        """Return whether a folded name is that of a place."""
        return key in self._names

    def find(self, name: str, kinds: Sequence[str] = ()) -> list[Spot]:
        """Return the places of these kinds (all, if none is named) that go by a name, in any spelling."""
        known = self._names.get(fold(name), [])
        spots = map(self._spot, known if isinstance(known, list) else (known,))
        return [spot for spot in spots if not kinds or spot.kind in kinds]

    def names(self) -> Iterator[str]:
        """Yield every folded name."""
        return iter(self._names)

    def at(self, kind: str, code: str) -> Spot | None:
        """Return the place with this code, None if there is none."""
        if not self._codes:
            heads = (line.split("\t", 2) for line in self._lines)
            self._codes = {(kind, code): number for number, (kind, code, _) in enumerate(heads)}
        number = self._codes.get((kind, code))
        return None if number is None else self._spot(number)

    def all(self, kind: str) -> Iterator[Spot]:
        """Yield the places of a kind."""
        return (self._spot(number) for number, line in enumerate(self._lines) if line.startswith(f"{kind}\t"))

    def town(self, name: str, near: str = "") -> Spot | None:
        """Return the town a name means, None where nothing tells which of several.

        `near` is the code of a département. Of several the one much larger than the others is meant, and a
        commune of today before one that it took in.
        """
        for kinds in ((COMMUNE, ARRONDISSEMENT), (FORMER,), (CITY,)):
            towns = sorted(self.find(name, kinds), key=lambda spot: -spot.inhabitants)
            close = [spot for spot in towns if near and spot.parent == near]
            if len(close) == 1:
                return close[0]
            if towns:
                return (
                    towns[0]
                    if len(towns) == 1 or towns[0].inhabitants > MUCH * towns[1].inhabitants
                    else None
                )
        return None

    def _spot(self, number: int) -> Spot:
        kind, code, parent, inhabitants, name, *_ = self._lines[number].split("\t", 5)
        return Spot(kind, code, name, parent, int(inhabitants))


@cache
def france() -> France:
    """Return the places, read at the first call (some tenths of a second)."""
    with open(_FILE, "rb") as file:
        return France(gzip.decompress(file.read()).decode().splitlines())
