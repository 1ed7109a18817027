"""What a reading must agree with: itself, the vocabulary, the places, the other readings, its own quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import WrongReading
from partnerkg.model.claim import Reading
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings.check import page, proof, things
from partnerkg.readings.check.names import Names


def faults(
    readings: Iterable[Reading], gazetteer: Gazetteer, vocabulary: Vocabulary, *, whole: bool = True
) -> Iterator[WrongReading]:
    """Yield what does not agree in the readings of a project, each with its file, line and remedy.

    `whole` says whether these are all of its readings: only then is a thing that none of them describes a
    fault.
    """
    readings = list(readings)
    described = {claim.subject for reading in readings for claim in reading.claims} if whole else None
    names = Names(readings)
    yield from names.faults()
    for reading in readings:
        yield from page.faults(reading)
        yield from things.faults(reading, gazetteer, vocabulary, described)
        yield from proof.faults(reading, names, gazetteer, vocabulary)
