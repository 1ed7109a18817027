"""Of what was withdrawn nothing more is said, and nothing leads to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import Reading, Thing
from partnerkg.model.facts import ENDS
from partnerkg.readings.check.line import Line
from partnerkg.readings.check.things import things


def faults(reading: Reading, ended: Collection[Thing]) -> Iterator[WrongReading]:
    """Yield the lines that speak of a thing which some reading says was withdrawn or replaced."""
    for claim in reading.claims:
        end = any(fact.name in ENDS for fact in claim.facts)
        if claim.subject in ended and not end:
            yield _withdrawn(Line(reading, claim.line), claim.subject)
        for fact in claim.facts:
            for thing in things(fact):
                if thing in ended:
                    yield _withdrawn(Line(reading, fact.line), thing)
                if fact.name == "replaced_by" and thing.kind != claim.subject.kind:
                    yield Line(reading, fact.line).wrong(
                        N_(
                            "{slug} cannot take the place of something of another kind; name one of the same."
                        ),
                        slug=thing.slug,
                    )


def _withdrawn(line: Line, thing: Thing) -> WrongReading:
    return line.wrong(N_("{slug} was withdrawn or replaced; speak of what took its place."), slug=thing.slug)
