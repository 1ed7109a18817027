"""The questions of a catalogue, to be found by any word and by the values that they take."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from partnerkg.query.search.index import Index
from partnerkg.query.search.words import asked
from partnerkg.query.things import offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.query.catalogue import Catalogue, Question
    from partnerkg.query.search.things import Things
    from partnerkg.store.base import Store

_MOST = 8  # words that are looked at together
_VALUES = 20  # things of one name


@dataclass
class Fitting:
    """A question with the words that speak of it, and the things that it can be told."""

    question: Question
    values: dict[str, NamedNode] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)

    @property
    def weight(self) -> float:
        """Return how many of the words speak of it; one that names what it is about counts half."""
        return len(self.said) + len(self.near - self.said) / 2


class Questions:
    """The questions with their words, read once."""

    def __init__(self, catalogue: Catalogue, store: Store, things: Things) -> None:
        self._catalogue = catalogue
        self._store = store
        self._things = things

    @cached_property
    def _all(self) -> list[Question]:
        return list(self._catalogue)

    @cached_property
    def _index(self) -> Index:
        return Index(map(_words, self._all))

    def find(self, words: str) -> list[Fitting]:
        """Return the questions of which one word at least speaks, those of which most speak first.

        A word speaks of a question if it stands in its name, summary, description, tags, columns or
        parameters, in either language, if it is the name of a value that it takes, or, for half as much, of
        a thing of a kind that its name or summary speaks of.
        """
        wanted = asked(words)
        fitting = [Fitting(question) for question in self._all]
        for word in wanted:
            for number in self._index.having([word]):
                fitting[number].said.add(word)
        for phrase, things in self._phrases(wanted):
            kinds = asked(" ".join(self._things.kinds(things)))
            for number in self._index.having(kinds, "OR", "names"):
                fitting[number].near.update(phrase)
            for one in fitting:
                self._tell(one, phrase, things)
        order = self._index.having(wanted, "OR")
        places = {self._all[number].name: place for place, number in enumerate(order)}
        found = [(one, places.get(one.question.name, len(order))) for one in fitting if one.weight]
        found.sort(key=lambda pair: (-pair[0].weight, pair[1], pair[0].question.name))
        return [one for one, _ in found]

    def _phrases(self, words: list[str]) -> Iterator[tuple[list[str], list[NamedNode]]]:
        """Yield the words that name things together, the longest first, each word once."""
        words, length = words[:_MOST], len(words[:_MOST])
        spent: set[int] = set()
        for size in range(length, 0, -1):
            for start in range(length - size + 1):
                places = set(range(start, start + size))
                if spent & places:
                    continue
                things = self._things.called(" ".join(words[start : start + size]))[:_VALUES]
                if things:
                    spent |= places
                    yield words[start : start + size], things

    def _tell(self, one: Fitting, phrase: list[str], things: list[NamedNode]) -> None:
        for name, parameter in one.question.parameters.items():
            if parameter.choices is None or name in one.values or not parameter.type.takes_things:
                continue
            values = offered(things, name, parameter.choices, self._store)
            if values:
                one.values[name] = values[0]
                one.said.update(phrase)


def _words(question: Question) -> tuple[list[str], list[str], list[str]]:
    parameters = question.parameters.values()
    return (
        [question.name, *question.summary.values()],
        [*question.tags, *question.columns, *question.parameters, *question.words.values()],
        [
            *question.description.values(),
            *(text for content in question.columns.values() for text in content.values()),
            *(text for parameter in parameters for text in parameter.description.values()),
        ],
    )
