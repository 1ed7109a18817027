"""What a field of the desk offers while somebody types: organisations that are known, places of France."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.model.name import fold
from partnerkg.pipeline.known import candidates
from partnerkg.places.france import (
    ARRONDISSEMENT,
    COMMUNE,
    DEPARTEMENT,
    FORMER,
    INTERCOMMUNALITY,
    REGION,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.store.base import Store

MOST = 12
FIELDS = {  # the places that a field takes
    "town": (COMMUNE, FORMER, ARRONDISSEMENT),
    "territory": (COMMUNE, INTERCOMMUNALITY, DEPARTEMENT, REGION),
}
LEAST = 2  # letters before anything is offered


def names(stores: Sequence[Store], words: str) -> list[tuple[str, str]]:
    """Return the names of organisations in which words begin so, each with its kind and town."""
    wanted = fold(words)
    if len(wanted) < LEAST:
        return []
    found: dict[str, str] = {}
    for store in stores:
        for entry in candidates(store)[0].entries:
            for name in entry.names:
                if f" {wanted}" in f" {fold(name)}":
                    town = next((one for one in entry.towns if not one.isdigit()), "")
                    told = ", ".join(filter(None, (next(iter(entry.kinds), ""), town)))
                    found.setdefault(name, told)
    ranked = sorted(found.items(), key=lambda one: (not fold(one[0]).startswith(wanted), fold(one[0])))
    return ranked[:MOST]


def places(field: str, words: str) -> list[tuple[str, str]]:
    """Return the places of a field whose names begin so, the largest first, each with its official code."""
    kinds = FIELDS.get(field, ())
    wanted = fold(words)
    if len(wanted) < LEAST:
        return []
    spots = {
        (spot.kind, spot.code): spot
        for name in _by_letters().get(wanted[:LEAST], ())
        if name.startswith(wanted)
        for spot in france().find(name)
        if spot.kind in kinds
    }
    largest = sorted(spots.values(), key=lambda spot: -spot.inhabitants)[:MOST]
    return [(spot.name, spot.code) for spot in largest]


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in france().names():
        found.setdefault(name[:LEAST], []).append(name)
    return found
