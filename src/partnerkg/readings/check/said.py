"""What a fact says, in words that must stand in its quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import STATED, Claim, Count, Fact, Number, Partnership, Reading, Thing
from partnerkg.model.facts import FACTS
from partnerkg.model.words import part
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings.check import headings, things
from partnerkg.readings.check.line import Line
from partnerkg.readings.check.names import Names
from partnerkg.readings.quoted import Quoted

OURS = frozenset({"category", "direction", "identifier-scheme", "list-completeness", "name-status"})
IMPLIED = frozenset({"Organization", "OrganisationGroup", "Programme", "Prize"})
NAMELESS = N_(
    "the name `{value}` does not stand in the words `{quote}`; quote the words that name it, say by "
    "`written` how the page spells it, or give another status."
)
WORDLESS = N_(
    "`{fact}: {value}` does not stand in the words `{quote}`; quote the words that say it, add them by "
    "`with`, or give another status."
)
SUBJECTLESS = N_(
    "the words `{quote}` do not name {slug}; quote more, add the words by `with`, or give another status."
)
SEVERAL = N_(
    "`{fact}: {slug}` rests on the heading `{heading}`, which names several kinds ({kinds}); name the wider "
    "kind, or give another status."
)


@dataclass(frozen=True)
class Said:
    """Looks for what the facts of a reading say in the words of their claims."""

    reading: Reading
    names: Names
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    def faults(self, claim: Claim, said: Quoted) -> Iterator[WrongReading]:
        """Yield what a claim says and this piece of its evidence does not."""
        stands = said.name if claim.status == STATED else said.hold
        if not self._subject(claim, said, stands):
            line = Line(self.reading, claim.line)
            yield line.wrong(SUBJECTLESS, quote=said.quotes[0], slug=claim.subject.slug)
        for fact in claim.facts:
            yield from self._left_open(claim, fact, said)
            for missing in self._missing(claim, fact, said, stands):
                template = NAMELESS if fact.name == "name" else WORDLESS
                yield Line(self.reading, fact.line).wrong(
                    template, fact=fact.name, value=missing, quote=said.quotes[0]
                )

    def _missing(
        self, claim: Claim, fact: Fact, said: Quoted, stands: Callable[[str], bool]
    ) -> Iterator[str]:
        value = fact.value
        for text in _texts(fact):
            if not stands(text) and not _spelt(claim, fact, stands):
                yield text
        for name in things.places(fact):
            place = self.gazetteer.written(name)
            shared = claim.status != STATED and said.hold(place)
            if not shared and not said.name(place, self.gazetteer.around(place)):
                yield place
        yield from (str(number) for number in _numbers(value) if not said.count(number))
        if isinstance(value, Number) and not said.register(value.number):
            yield value.number
        yield from self._unnamed(fact, stands)
        yield from self._uncalled(fact, claim, said)

    def _unnamed(self, fact: Fact, stands: Callable[[str], bool]) -> Iterator[str]:
        """Yield the other things of a fact that no name of theirs stands for; the page is its publisher’s."""
        for thing in things.things(fact):
            if not self._is_publisher(thing) and not any(stands(name) for name in self.names.of(thing)):
                yield thing.slug

    def _uncalled(self, fact: Fact, claim: Claim, said: Quoted) -> Iterator[str]:
        """Yield the concepts and classes of a fact that none of their labels stands for."""
        call = said.call if claim.status == STATED else said.hold
        for scheme, slug in things.concepts(fact):
            if scheme in OURS or (scheme == "class" and slug in IMPLIED):
                continue
            if not any(call(label) for label in self.vocabulary.labels(scheme, slug)):
                yield slug

    def _left_open(self, claim: Claim, fact: Fact, said: Quoted) -> Iterator[WrongReading]:
        """Yield the kinds that rest on nothing but a heading that names several."""
        if fact.name not in ("class", "kinds") or claim.status != STATED:
            return
        for scheme, slug in things.concepts(fact):
            labels, concept = self.vocabulary.labels(scheme, slug), self.vocabulary.find(scheme, slug)
            if concept is None or slug in IMPLIED or any(said.call(label, below=True) for label in labels):
                continue
            for heading in said.headings:
                named = headings.leave_open(heading, concept, self.vocabulary)
                if named:
                    line = Line(self.reading, fact.line)
                    yield line.wrong(
                        SEVERAL, heading=heading, kinds=", ".join(named), slug=slug, fact=fact.name
                    )

    def _subject(self, claim: Claim, said: Quoted, stands: Callable[[str], bool]) -> bool:
        thing = claim.subject
        if self._is_publisher(thing):
            return True
        related = any(isinstance(fact.value, (Thing, Partnership)) for fact in claim.facts)
        whole = related and thing.kind == "organization"
        return any(stands(name) for name in self.names.of(thing, whole=whole))

    def _is_publisher(self, thing: Thing) -> bool:
        return thing == Thing("organization", self.reading.source.publisher or "")


def _spelt(claim: Claim, fact: Fact, stands: Callable[[str], bool]) -> bool:
    """Return whether the claim says how the page spells the name; a part of the name is no spelling of it."""
    written = [str(other.value) for other in claim.facts if other.name == "written"]
    return fact.name == "name" and any(stands(text) and not part(text, str(fact.value)) for text in written)


def _texts(fact: Fact) -> Iterator[str]:
    if FACTS[fact.name].value.partition(":")[0] == "text" or fact.name == "web":
        yield str(fact.value)
    elif isinstance(fact.value, Partnership):
        yield from (text for text in (fact.value.description, fact.value.receiver) if text)


def _numbers(value: object) -> Iterator[int]:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, Count):
        yield from {bound for bound in (value.lower, value.upper) if bound is not None}
    elif isinstance(value, dict):
        yield from value.values()
