"""The things of a graph, to be found by their words; what they are called is read once."""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache
from itertools import islice

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.model import iris
from partnerkg.model.name import collated
from partnerkg.namespaces import shorten
from partnerkg.query.labels import best
from partnerkg.query.search.entry import CLASSES, PROPERTIES, SOURCE, entries
from partnerkg.query.search.found import Found
from partnerkg.query.search.index import Index
from partnerkg.query.search.words import alike, asked, has, same, spelt, stands, told
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.query.search.entry import Entry
    from partnerkg.store.base import Store

# How well a name fits, the best first.
_SAME, _BEGINS, _HOLDS, _ELSEWHERE = range(4)
_SPELT = 0.75  # of the letters of a name are in their places


class Things:
    """What has a name in a graph: organisations, places, sources, concepts, classes, properties."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _entries(self) -> list[Entry]:
        return entries(self._store)

    @cached_property
    def _by_iri(self) -> dict[str, Entry]:
        return {entry.iri: entry for entry in self._entries}

    @cached_property
    def _index(self) -> Index:
        return Index((_called(entry), entry.others, self._said(entry)) for entry in self._entries)

    def _said(self, entry: Entry) -> list[str]:
        """Return its slug, the names of its kinds, classes and towns, and what its record says in words."""
        near = (self._by_iri.get(one.value) for one in (*entry.kinds, *entry.towns, *entry.classes))
        named = (name for one in near if one for name in _called(one))
        return [iris.slug(entry.iri) or "", *named, *entry.texts]

    def find(self, words: str, language: str, *, some: bool = False) -> Iterator[Found]:
        """Yield what goes by all the words, or by some of them, the best first.

        What has more of the words comes first; what is called so before all else, and what has the words
        before what only begins so (Lille before Lillers); then what begins so before what has the words in a
        name, and this before what is of such a kind or in such a town; things before the vocabulary.
        """
        wanted = asked(words)
        joined = "OR" if some else "AND"
        is_word = bool(self._index.having(wanted, joined, form=spelt))  # else the last may be half written
        whole = set(self._index.having(wanted, joined, form=stands)) if is_word else set()
        of = {word: self._holding(word) for word in wanted} if some else {}
        ranked = []
        for place, number in enumerate(self._index.having(wanted, joined)):
            entry = self._entries[number]
            had = [word for word in wanted if number in of[word]] if some else wanted
            fit, name = min((_fit(name, had), name) for name in (*_called(entry), *entry.others))
            begun = is_word and fit != _SAME and number not in whole
            ranked.append((-len(had), begun, fit, entry.is_vocabulary, place, entry, name))
        for *_, entry, name in sorted(ranked, key=lambda row: row[:5]):
            yield self._found(entry, name, language)

    def _holding(self, word: str) -> set[int]:
        """Return the entries that have a word, else those in which one begins so."""
        return set(self._index.having([word], form=stands) or self._index.having([word]))

    def nearest(self, words: str, language: str, most: int = 3) -> list[Found]:
        """Return the things whose names are spelt most like the words, none if nothing is near."""
        alike = self._index.nearest(asked(words))
        return list(islice(self.find(" ".join(alike), language), most)) or self._spelt(words, language, most)

    def _spelt(self, words: str, language: str, most: int) -> list[Found]:
        """Return the things with a name that differs in few letters, swapped ones counting as one."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        names = [(name, entry) for entry in self._entries for name in (*_called(entry), *entry.others)]
        near = process.extract(
            collated(words),
            [collated(name) for name, _ in names],
            scorer=OSA.normalized_similarity,
            score_cutoff=_SPELT,
            limit=most,
        )
        found = (self._found(names[place][1], names[place][0], language) for *_, place in near)
        return list({one.iri: one for one in found}.values())

    def told(self, thing: NamedNode) -> tuple[list[str], list[str]]:
        """Return the names of a thing as they are looked for, and each word that finds it, with its stems."""
        entry = self._by_iri.get(thing.value)
        if entry is None:  # it has no name
            return [], []
        names = [*_called(entry), *entry.others]
        return [collated(name) for name in names], sorted(set(told([*names, *self._said(entry)]).split()))

    def called(self, words: str) -> list[NamedNode]:
        """Return the things of this name but for accents, case and endings, else those it begins."""
        fits: dict[int, list[NamedNode]] = {}
        for number in self._index.having(asked(words)):
            entry = self._entries[number]
            fit = min(_fit(name, asked(words)) for name in (*_called(entry), *entry.others))
            fits.setdefault(fit, []).append(NamedNode(entry.iri))
        return fits.get(_SAME) or fits.get(_BEGINS) or []

    def kinds(self, things: Iterable[NamedNode]) -> list[str]:
        """Return the names of the kinds and classes of things, in all languages."""
        known = [self._by_iri[thing.value] for thing in things if thing.value in self._by_iri]
        of = dict.fromkeys(one for entry in known for one in (*entry.kinds, *entry.classes))
        near = (self._by_iri.get(one.value) for one in of)
        return [name for entry in near if entry for name in _called(entry)]

    def same(self, words: str) -> list[NamedNode]:
        """Return the things of this name but for accents, case and signs."""
        wanted = collated(words)
        fitting = (self._entries[number] for number in self._index.having(asked(words)))
        return [
            NamedNode(entry.iri)
            for entry in fitting
            if any(collated(name) == wanted for name in (*_called(entry), *entry.others))
        ]

    def is_called(self, found: Found, words: str) -> bool:
        """Return whether a thing, but no word of the vocabulary, is called by some of the words alone."""
        if not found.iri or self._by_iri[found.iri].is_vocabulary:
            return False
        return all(any(alike(one, word) for word in asked(words)) for one in asked(found.matched))

    def alone(self, found: Found) -> bool:
        """Return whether a thing is the only one of its name, by which it goes everywhere."""
        slugs = iris.candidates(found.name, self._store.spaces())
        called = {one for one in (*self.same(found.name), *slugs) if self.knows(one)}
        return {one.value for one in called} == {found.iri}

    def knows(self, thing: NamedNode) -> bool:
        """Return whether a thing has a name."""
        return thing.value in self._by_iri

    def found(self, thing: NamedNode, language: str) -> Found:
        """Return a thing as it is found by its own name; one without a name goes by its short IRI."""
        entry = self._by_iri.get(thing.value)
        if entry is None:
            short = iris.slug(thing.value) or shorten(thing.value)
            return Found(short, short, "", "", short, thing.value)
        return self._found(entry, best(entry.names, language), language)

    def name(self, thing: NamedNode, language: str) -> str:
        """Return what a thing is called."""
        return best(self._by_iri[thing.value].names, language)

    @cached_property
    def _slugs(self) -> Counter[str | None]:
        things = (entry for entry in self._entries if not entry.is_vocabulary)
        return Counter(iris.slug(entry.iri) for entry in things if SOURCE not in entry.classes)

    def _id(self, entry: Entry) -> str:
        """Return the slug of a thing; a prefixed name if it is a word of the vocabulary, or shares its slug.

        The page of an organisation may have its slug: then the slug stands for the organisation.
        """
        slug = None if entry.is_vocabulary else iris.slug(entry.iri)
        alone = self._slugs[slug] == (SOURCE not in entry.classes)
        return slug if slug and alone else shorten(entry.iri)

    def _found(self, entry: Entry, matched: str, language: str) -> Found:
        return Found(
            self._id(entry),
            best(entry.names, language),
            self._kind(entry, language),
            ", ".join(dict.fromkeys(self._label(town, language) for town in entry.towns)),
            matched,
            entry.iri,
        )

    def _kind(self, entry: Entry, language: str) -> str:
        say = translations(language)[0]
        if not CLASSES.isdisjoint(entry.classes):
            return say(N_("class"))
        if not PROPERTIES.isdisjoint(entry.classes):
            return say(N_("property"))
        if not entry.classes:
            return say(N_("term"))
        kinds = entry.kinds or sorted(entry.classes, key=self._often)
        return self._label(kinds[0], language) if kinds else ""

    def _often(self, class_: NamedNode) -> int:
        return sum(class_ in entry.classes for entry in self._entries)

    def _label(self, thing: NamedNode, language: str) -> str:
        entry = self._by_iri.get(thing.value)
        return best(entry.names, language) if entry else ""


@lru_cache(maxsize=2)
def things_of(store: Store) -> Things:
    """Return the things of a store: their names are read and put in order once, whoever asks."""
    return Things(store)


def _called(entry: Entry) -> list[str]:
    return [name.value for name in entry.names]


def _fit(name: str, words: list[str]) -> int:
    if same(name, words):
        return _SAME
    if collated(name).startswith(" ".join(words)) or " ".join(asked(name)).startswith(" ".join(words)):
        return _BEGINS
    return _HOLDS if all(has(name, word) for word in words) else _ELSEWHERE
