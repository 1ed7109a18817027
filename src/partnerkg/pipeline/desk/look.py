"""What a person sees of a doubt: why it is one, who it may be, the sentence that keeping it writes."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.errors import Message
from partnerkg.model import french
from partnerkg.model.judgement import NEW, SAME, UNSURE
from partnerkg.model.name import fold
from partnerkg.pipeline.desk.quote import Said, quote
from partnerkg.pipeline.desk.sentence import Sentence, sentence
from partnerkg.pipeline.known import Organizations, Who
from partnerkg.readings.doubts import ACTIVITY
from partnerkg.readings.standing import reason
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.doubts import Doubt
    from partnerkg.readings.standing import Standing
    from partnerkg.store.base import Store

NEIGHBOUR = "neighbour"
_CLASSES = "SELECT DISTINCT ?class { ?class rdfs:subClassOf* org:Organization }"
KEY_SAME, KEY_NEIGHBOUR, KEY_NEW, KEY_UNSURE = "1", "2", "3", "4"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who an entry may be: the key that chooses it, what it is (same, neighbour, new, unsure), who.

    `who` is None for a new organisation, and where nobody knows; `chosen` is what is taken unless another is.
    """

    key: str
    what: str
    who: Who | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Why a doubt is one, who it may be, and what keeping it writes."""

    why: Message | str
    choices: tuple[Choice, ...]
    sentence: Sentence


class Looks:
    """What is to be seen of the doubts of a reading, against all that its project knows."""

    def __init__(self, opened: Opened, standing: Standing, name: str, publisher: str) -> None:
        """Take a project as it stands, the name of the reading, and what its publisher is called."""
        self._known = Organizations(opened, standing.reference)
        others = (one for path, group in standing.groups.items() if path.stem != name for one in group)
        self._known.take(others)
        self._vocabulary = standing.reference.vocabulary
        self._language = opened.language
        self.publisher = publisher

    def look(self, doubt: Doubt, key: str = "", said: Mapping[str, str] | None = None) -> Look:
        """Return what is to be seen of a doubt, with a choice and corrections that are not written yet."""
        choices = self.choices(doubt, said)
        taken = next((one for one in choices if one.key == key), None)
        fields = {**doubt.fields, **(said or {})}
        if taken and taken.who:
            fields |= _fields(taken.who)
        if taken:
            choices = tuple(Choice(one.key, one.what, one.who, one is taken) for one in choices)
        return Look(reason(doubt.doubt), choices, self.sentence(fields))

    def sentence(self, fields: Mapping[str, str]) -> Sentence:
        """Return what is written of an entry with these fields."""
        kind = self._known.kind(fields.get("class", ""))
        if ACTIVITY in fields:
            fields = {**fields, ACTIVITY: self.doing(fields[ACTIVITY])}
        return sentence(self.publisher, fields, kind, translations(self._language)[0], self._language)

    def choices(self, doubt: Doubt, said: Mapping[str, str] | None = None) -> tuple[Choice, ...]:
        """Return who an entry may be: the likeliest that is known, a neighbour, a new one, or not known.

        `said` is what is corrected of it, and not written yet.
        """
        is_known = self.is_known(doubt)
        fields = {**doubt.fields, **(said or {})}
        perhaps = [*([doubt.slug] if is_known else []), *doubt.perhaps]
        meant = {one.iri: one for one in map(self._known.who, perhaps)}
        near = {
            one.iri: one for one in self._known.alike(fields.get("name", doubt.name), fields.get("town", ""))
        }
        others = [*list(meant.values())[1:], *(one for iri, one in near.items() if iri not in meant)]
        same = [Choice(KEY_SAME, SAME, one, is_known) for one in list(meant.values())[:1]]
        neighbour = [Choice(KEY_NEIGHBOUR, NEIGHBOUR, one) for one in others[:1]]
        return (*same, *neighbour, Choice(KEY_NEW, NEW, chosen=not is_known), Choice(KEY_UNSURE, UNSURE))

    def is_known(self, doubt: Doubt) -> bool:
        """Return whether an entry is about an organisation that is known already."""
        return bool(doubt.fields.get("same")) or self._known.described(doubt.slug)

    @property
    def stores(self) -> Sequence[Store]:
        """Return the graphs that are known, the project’s own first."""
        return self._known.stores

    def taken(self, slug: str) -> bool:
        """Return whether an organisation of the project has this slug already."""
        return self._known.taken(slug)

    def kind(self, class_: str) -> str:
        """Return what a class is called, "" for any organisation."""
        return self._known.kind(class_)

    def class_name(self, class_: str) -> str:
        """Return the name of a class that is given by its name or a label."""
        return self._vocabulary.called_so("class", class_) or class_

    def classes(self) -> list[tuple[str, str, str]]:
        """Return the classes that an organisation may be of: name, label, and the article before that."""
        from partnerkg.query.labels import labels

        found = {iri for (iri,) in self._known.stores[0].select(_CLASSES) if isinstance(iri, NamedNode)}
        called = labels(found, self._known.stores[0], self._language)
        names = {iri.value: name for name, iri in self._vocabulary.classes.items() if iri in found}
        listed = [
            (name, called.get(iri, name), self._article(called.get(iri, name))) for iri, name in names.items()
        ]
        return sorted(listed, key=lambda one: fold(one[1]))

    def activities(self) -> dict[str, str]:
        """Return what the known activities are called, by slug, in the order of their names."""
        from partnerkg.query.labels import labels

        known = self._vocabulary.concepts.get("activity", {})
        called = labels(set(known.values()), self._known.stores[0], self._language)
        named = {slug: called.get(iri.value, slug) for slug, iri in known.items()}
        return dict(sorted(named.items(), key=lambda one: fold(one[1])))

    def doing(self, activity: str) -> str:
        """Return what is done together as people call it; `activity` are slugs, or words."""
        called = self.activities()
        return ", ".join(called.get(one, one) for one in activity.split(", "))

    def _article(self, label: str) -> str:
        return french.article(label) if self._language == "fr" else "the "

    def quote(self, who: Who) -> Said | None:
        """Return words of a page that name an organisation, None if it is in no graph yet."""
        return quote(who.iri, self._known.stores)


def _fields(who: Who) -> dict[str, str]:
    known = {"name": who.name, "class": who.class_, "town": who.town}
    return {key: value for key, value in known.items() if value}
