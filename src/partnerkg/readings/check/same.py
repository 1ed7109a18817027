"""What is the same as a thing of another graph: one address a thing, one thing an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnerkg.encode.space import SAME
from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import Reading, Thing
from partnerkg.readings.check.line import Line


def faults(readings: Iterable[Reading]) -> Iterator[WrongReading]:
    """Yield the lines that give a thing a second address, or the address of a thing to another."""
    addresses: dict[Thing, str] = {}
    things: dict[str, Thing] = {}
    for reading in readings:
        for claim in reading.claims:
            for fact in claim.facts:
                if fact.name != SAME:
                    continue
                thing, address, line = claim.subject, str(fact.value), Line(reading, fact.line)
                known = addresses.setdefault(thing, address)
                other = things.setdefault(address, thing)
                if known != address:
                    said = N_("{slug} is the same as {address} elsewhere; keep one `same`.")
                    yield line.wrong(said, slug=thing.slug, address=known)
                elif other != thing:
                    said = N_("{slug} and {other} are both {address}; give both one slug.")
                    yield line.wrong(said, slug=thing.slug, other=other.slug, address=address)
