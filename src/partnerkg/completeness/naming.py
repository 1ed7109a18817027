"""The names that classes and properties are found by: IRIs, short and local names, labels."""

from __future__ import annotations

from partnerkg.errors import Suggestion
from partnerkg.namespaces import shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from partnerkg.completeness.wanted import Wanted


def property_words(one: Wanted) -> list[str]:
    """Return what a property may be called, the nearest names first."""
    last = one.path
    while last.parts:
        last = last.parts[-1]
    local = one.shape.rpartition("-")[2]
    words = [one.shape, *local_names(one.shape), one.key, local, *one.names.values()]
    return [*words, one.path.text(), last.iri, *local_names(last.iri)]


def local_names(iri: str) -> list[str]:
    """Return the short name of an IRI and its last part."""
    return [shorten(iri), iri.rstrip("/#").rpartition("#" if "#" in iri else "/")[2]]


def named(name: str, known: Mapping[str, Collection[str]]) -> str | None:
    """Return the key whose words hold the name, the first one for whom it is an earlier word."""
    wanted_ = name.strip().casefold()
    places = [
        ([word.casefold() for word in words].index(wanted_), place, key)
        for place, (key, words) in enumerate(known.items())
        if wanted_ in (word.casefold() for word in words)
    ]
    return min(places)[2] if places else None


def nearest(name: str, known: Mapping[str, Collection[str]]) -> Suggestion:
    """Return the suggestion of the name that is most like one that is not known."""
    said = {word.casefold(): shorten(key) for key, words in known.items() for word in words}
    return Suggestion(name.casefold(), said, said)
