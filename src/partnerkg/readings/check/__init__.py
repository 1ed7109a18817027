"""What a reading must agree with: itself, the vocabulary, the places, the other readings, its own quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import WrongReading
from partnerkg.model.claim import Reading
from partnerkg.model.facts import ENDS
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings.check import ends, page, proof, same, things
from partnerkg.readings.check.names import Names


def faults(
    readings: Iterable[Reading], gazetteer: Gazetteer, vocabulary: Vocabulary, *, whole: bool = True
) -> Iterator[WrongReading]:
    """Yield what does not agree in the readings of a project, each with its file, line and remedy.

    `whole` says whether these are all of its readings: only then is a thing that none of them describes a
    fault.
    """
    readings = list(readings)
    claims = [claim for reading in readings for claim in reading.claims]
    described = {claim.subject for claim in claims} if whole else None
    ended = {claim.subject for claim in claims if any(fact.name in ENDS for fact in claim.facts)}
    names = Names(readings)
    yield from names.faults()
    yield from same.faults(readings)
    for reading in readings:
        yield from page.faults(reading)
        yield from things.faults(reading, gazetteer, vocabulary, described)
        yield from ends.faults(reading, ended)
        yield from proof.faults(reading, names, gazetteer, vocabulary)
