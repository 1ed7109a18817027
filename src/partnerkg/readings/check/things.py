"""What facts name must be known: concepts and classes, places, things that some reading describes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import N_, Message, NoTown, PartnerkgError, Suggestion, WrongReading
from partnerkg.model.claim import Count, Fact, Listed, Number, Partnership, Reading, Thing
from partnerkg.model.facts import FACTS
from partnerkg.model.place import TOWNS
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings.check.line import Line

SITES = ("town", "towns", "site_since")  # the facts that say where a thing has its sites


def faults(
    reading: Reading, gazetteer: Gazetteer, vocabulary: Vocabulary, described: Collection[Thing] | None
) -> Iterator[WrongReading]:
    """Yield what a reading names and nobody knows; without `described` every thing counts as described."""
    for claim in reading.claims:
        for fact in claim.facts:
            line = Line(reading, fact.line)
            yield from _concepts(fact, line, vocabulary)
            yield from _places(fact, line, gazetteer)
            if described is not None:
                yield from _things(fact, line, described)


def _concepts(fact: Fact, line: Line, vocabulary: Vocabulary) -> Iterator[WrongReading]:
    for scheme, slug in concepts(fact):
        known = vocabulary.classes if scheme == "class" else vocabulary.concepts.get(scheme, {})
        if slug not in known:
            yield line.wrong(
                N_("`{slug}` is not in the vocabulary `{scheme}`; {near} See ontology/vocabularies/."),
                slug=slug,
                scheme=scheme,
                near=Suggestion(slug, known),
            )


def concepts(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the (scheme, slug) pairs a fact names; the scheme of classes is `class`."""
    kind, _, scheme = FACTS[fact.name].value.partition(":")
    value = fact.value
    if kind in ("concept", "class"):
        yield scheme or kind, str(value)
    elif isinstance(value, Count):
        yield "kind", value.counted
    elif isinstance(value, Number):
        yield "identifier-scheme", value.scheme
    elif isinstance(value, Listed):
        named = (("list-completeness", value.completeness), ("category", value.category))
        yield from ((scheme, slug) for scheme, slug in named if slug)
    elif isinstance(value, Partnership):
        yield from (("activity", activity) for activity in value.activities)
        named = (("category", value.category), ("direction", value.direction))
        yield from ((scheme, slug) for scheme, slug in named if slug)


def _places(fact: Fact, line: Line, gazetteer: Gazetteer) -> Iterator[WrongReading]:
    for name in places(fact):
        try:
            check(name, gazetteer, town=fact.name in SITES)
        except PartnerkgError as error:
            yield line.wrong(N_("{reason}"), reason=Message(error.message, **error.details))


def check(name: str, gazetteer: Gazetteer, *, town: bool) -> None:
    """Raise UnknownPlace or AmbiguousPlace; NoTown for what is a territory where a town is wanted."""
    if not gazetteer.find(name).startswith(TOWNS) and town:
        raise NoTown(name=name)


def places(fact: Fact) -> Iterator[str]:
    """Yield the names of places in a fact, as the reading writes them."""
    if FACTS[fact.name].value == "place":
        yield str(fact.value)
    elif isinstance(fact.value, dict):
        yield from fact.value
    elif isinstance(fact.value, Partnership) and fact.value.territory:
        yield fact.value.territory


def _things(fact: Fact, line: Line, described: Collection[Thing]) -> Iterator[WrongReading]:
    for thing in things(fact):
        if thing not in described:
            near = Suggestion(thing.slug, (other.slug for other in described if other.kind == thing.kind))
            yield line.wrong(
                N_("no entry describes {kind}:{slug}; {near} Else add an entry for it."),
                kind=thing.kind,
                slug=thing.slug,
                near=near,
            )


def things(fact: Fact) -> Iterator[Thing]:
    """Yield the things that a fact names beside its subject."""
    if isinstance(fact.value, Thing):
        yield fact.value
    elif isinstance(fact.value, Partnership):
        yield from fact.value.concerns
        if fact.value.programme:
            yield Thing("programme", fact.value.programme)
