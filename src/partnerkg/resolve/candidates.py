"""Organisations that a name, and perhaps a town, may stand for: the likest first, and whether one is it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from partnerkg.model.name import fold
from partnerkg.resolve.likeness import is_same, likeness, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LOOKED_AT = 50  # that share most letters with a name
LEAST = 0.4  # below this nobody would look at one


@dataclass(frozen=True)
class Entry:
    """An organisation that is known: its names, its towns (names and codes), its kinds in words."""

    iri: str
    names: tuple[str, ...]
    towns: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def spare(self) -> frozenset[str]:
        """Return the words that may be missing from its name, or added to it."""
        return frozenset(word for text in (*self.towns, *self.kinds) for word in words(text))


@dataclass(frozen=True)
class Candidate:
    """An organisation that may be meant; `town` is whether it is in the town that was said, None if none was.

    `likeness` is from 0 to 1; `same` says that its name is the one said, in this spelling or another.
    """

    entry: Entry
    likeness: float
    same: bool
    town: bool | None


class Candidates:
    """The organisations of a graph, found by parts of their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        self._having: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            for part in {part for name in entry.names for part in _parts(name)}:
                self._having[part].append(place)

    def find(self, name: str, town: str | None = None) -> list[Candidate]:
        """Return who may be meant, the likest first; those in the town that was said come before others."""
        shared: Counter[int] = Counter()
        for part in _parts(name):
            for place in self._having.get(part, ()):
                shared[place] += 1
        found = [
            _judged(self.entries[place], words(name), town) for place, _ in shared.most_common(LOOKED_AT)
        ]
        likely = [one for one in found if one.likeness >= LEAST]
        return sorted(likely, key=lambda one: (one.town is False, -one.likeness, one.entry.iri))

    def match(self, found: Sequence[Candidate]) -> Candidate | None:
        """Return the one of those found that is surely meant: the same name in the same town, and no other.

        Without a town nobody is sure: there is a Le Bateau Livre in Lille and one in Montauban.
        """
        sure = [one for one in found if one.same and one.town]
        return sure[0] if len(sure) == 1 else None


def _judged(entry: Entry, said: Sequence[str], town: str | None) -> Candidate:
    spare = entry.spare()
    likest = max((words(name) for name in entry.names), key=lambda name: likeness(said, name, spare))
    is_there = None if town is None else _is_in(entry, town)
    same = any(is_same(said, words(name), spare) for name in entry.names)
    return Candidate(entry, likeness(said, likest, spare), same, is_there)


def _is_in(entry: Entry, town: str) -> bool:
    said = words(town)
    return any(fold(town) == fold(one) or is_same(said, words(one)) for one in entry.towns)


def _parts(name: str) -> set[str]:
    """Return the threes of letters of the words of a name."""
    return {
        padded[n : n + 3] for word in words(name) for padded in (f" {word} ",) for n in range(len(padded) - 2)
    }
