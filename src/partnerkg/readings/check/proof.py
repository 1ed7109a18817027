"""Whether the words carry the claim: what a claim states must stand in the words that it quotes.

In a *stated* claim one quote, heading or given word names each thing, place and year, as a whole; in a
*distributed* one the words that are shared do so together. What has another status is not the words' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import DISTRIBUTED, STATED, Claim, Reading
from partnerkg.places.gazetteer import Gazetteer
from partnerkg.readings.check.line import Line
from partnerkg.readings.check.names import Names
from partnerkg.readings.check.said import Said
from partnerkg.readings.quoted import Quoted

SHORTEST = 2  # letters or digits of a quote that can name something


def faults(
    reading: Reading, names: Names, gazetteer: Gazetteer, vocabulary: Vocabulary
) -> Iterator[WrongReading]:
    """Yield the facts that their words do not carry, and the quotes that can carry nothing."""
    headings = {
        (heading.start, heading.end)
        for claim in reading.claims
        for evidence in claim.evidence
        for heading in evidence.headings
    }
    said = Said(reading, names, gazetteer, vocabulary)
    for claim in reading.claims:
        yield from _quotes(claim, headings, Line(reading, claim.line))
        if claim.status in (STATED, DISTRIBUTED):
            for evidence in claim.evidence:
                if evidence.passages:
                    yield from said.faults(claim, Quoted(evidence))


def _quotes(claim: Claim, headings: set[tuple[int, int]], line: Line) -> Iterator[WrongReading]:
    for evidence in claim.evidence:
        for passage in evidence.passages:
            if sum(letter.isalnum() for letter in passage.exact) < SHORTEST:
                yield line.wrong(
                    N_("the quote `{quote}` is too short to say anything; quote more."), quote=passage.exact
                )
            elif _cut(passage.before[-1:], passage.exact[0]) or _cut(passage.exact[-1], passage.after[:1]):
                yield line.wrong(
                    N_("the quote `{quote}` begins or ends inside a word; quote whole words."),
                    quote=passage.exact,
                )
        if claim.status == STATED and any((p.start, p.end) in headings for p in evidence.passages[:1]):
            yield line.wrong(
                N_("`{quote}` is a heading; quote the words under it, or give another status."),
                quote=evidence.passages[0].exact,
            )


def _cut(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()
