"""Words and choices → the organisations that fit, the nearest first, and how many a further choice leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site.listing import FACETS, entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.entry import Entry
    from partnerkg.pipeline.site.whole import Whole

LONGEST = 200  # characters of words looked for
NEAR = 4  # names that are proposed where nothing fits


@dataclass(frozen=True, slots=True)
class Search:
    """Words, and at most one choice a facet, as addresses write it."""

    words: str = ""
    choices: Mapping[str, str] = ()  # type: ignore[assignment]

    def without(self, facet: str) -> Search:
        """Return the search without one of its choices."""
        return Search(self.words, {name: value for name, value in self.choices.items() if name != facet})

    def having(self, facet: str, value: str) -> Search:
        """Return the search with one more choice."""
        return Search(self.words, {**self.choices, facet: value})

    def parameters(self) -> dict[str, str]:
        """Return the parameters of its address, in one order."""
        words = {"q": self.words} if self.words else {}
        return {**words, **{name: self.choices[name] for name in FACETS if name in self.choices}}


def asked(parameters: Mapping[str, str]) -> Search:
    """Return the search of an address."""
    choices = {name: parameters[name] for name in FACETS if parameters.get(name)}
    return Search(" ".join(parameters.get("q", "").split())[:LONGEST], choices)


def found(search: Search, whole: Whole) -> list[Entry]:
    """Return the organisations that fit, the nearest names first, else by name."""
    wanted = fold(search.words).split()
    if search.words and not wanted:
        return []
    chosen = [entry for entry in entries(whole) if all(_has(entry, item) for item in search.choices.items())]
    if not wanted:
        return chosen
    ranked = ((rank, entry) for entry in chosen if (rank := _rank(entry, wanted)) is not None)
    return [entry for _, entry in sorted(ranked, key=lambda item: item[0])]


def _has(entry: Entry, item: tuple[str, str]) -> bool:
    facet, value = item
    return any(written(one) == value for one in entry.choices[facet])


def _rank(entry: Entry, wanted: Sequence[str]) -> tuple[int, int] | None:
    """Return how near an organisation is to words, None if it does not have them all."""
    text = " ".join(wanted)
    names = [name for name in entry.words if all(word in name for word in wanted)]
    if names:
        begins = any(name.startswith(text) or f" {text}" in name for name in names)
        return (0 if begins else 1), min(map(len, names))
    everything = " ".join((*entry.words, *entry.about))
    return (2, len(everything)) if all(word in everything for word in wanted) else None


def written(choice: str) -> str:
    """Return a choice as an address writes it: the last part of an IRI."""
    return choice.rstrip("/").rpartition("#" if "#" in choice else "/")[2]


def counts(search: Search, whole: Whole, facet: str) -> list[tuple[str, int]]:
    """Return the choices of a facet with how many organisations each leaves, without its own choice."""
    counter = Counter(
        choice for entry in found(search.without(facet), whole) for choice in entry.choices[facet]
    )
    if facet == "completeness":
        return sorted(counter.items(), key=lambda item: int(item[0]))
    names = whole.names("fr")
    return sorted(
        counter.items(), key=lambda item: (-item[1], fold(names[NamedNode(item[0])].words), item[0])
    )


def near(words: str, whole: Whole) -> list[NamedNode]:
    """Return the organisations and towns whose names are nearest to words that nothing fits."""
    spelt: dict[str, NamedNode] = {}
    for entry in entries(whole):
        for name in entry.words:
            spelt.setdefault(name, entry.thing)
    return list(dict.fromkeys(spelt[name] for name in get_close_matches(fold(words), spelt, NEAR, 0.6)))
