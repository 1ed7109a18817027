"""One reading for itself: nothing twice, no place in two ways, no quote beyond the page."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.errors import N_, WrongReading
from partnerkg.model.claim import Claim, Fact, Listed, Reading, Thing
from partnerkg.model.document import Passage
from partnerkg.readings.check.line import Line


def faults(reading: Reading) -> Iterator[WrongReading]:
    """Yield what a reading says twice or in two ways, and the quotes that cannot stand in its page."""
    yield from _once(reading)
    yield from _lists(reading)
    yield from _mentions(reading)
    spans: dict[str | None, dict[tuple[int, int], Passage]] = {}
    for claim in reading.claims:
        line = Line(reading, claim.line)
        for evidence in claim.evidence:
            capture = reading.captured(evidence.capture)
            strange = next(
                (one for one in (evidence.capture, evidence.first) if not _is_capture(one, reading)), None
            )
            if strange:
                yield line.wrong(
                    N_("`{capture}` is no capture of this page; name one of `captures`."), capture=strange
                )
                continue
            for passage in (*evidence.passages, *evidence.headings, *evidence.mentions):
                known = spans.setdefault(evidence.capture, {})
                yield from _passage(passage, known, capture.characters if capture else 0, line)


def _is_capture(name: str | None, reading: Reading) -> bool:
    capture = reading.captured(name)
    return not name or (capture is not None and capture.name == name)


def passages(claim: Claim) -> Iterator[Passage]:
    """Yield every passage of a claim."""
    for evidence in claim.evidence:
        yield from (*evidence.passages, *evidence.headings, *evidence.mentions)


def _once(reading: Reading) -> Iterator[WrongReading]:
    lines: dict[str, int] = {}
    for claim in reading.claims:
        if claim.slug in lines:
            yield Line(reading, claim.line).wrong(
                N_("`{slug}` stands already on line {line}; merge the two, or give one another slug."),
                slug=claim.slug,
                line=lines[claim.slug],
            )
        lines.setdefault(claim.slug, claim.line)


def _passage(
    passage: Passage, spans: dict[tuple[int, int], Passage], end: int, line: Line
) -> Iterator[WrongReading]:
    if passage.end > end:
        yield line.wrong(
            N_("[{start}, {stop}] is beyond the {end} characters of the page; correct `at`."),
            start=passage.start,
            stop=passage.end,
            end=end,
        )
    if spans.setdefault((passage.start, passage.end), passage) != passage:
        yield line.wrong(
            N_("[{start}, {stop}] is quoted differently elsewhere in this file; make the two equal."),
            start=passage.start,
            stop=passage.end,
        )


def _mentions(reading: Reading) -> Iterator[WrongReading]:
    """The same words of the page name one thing."""
    named: dict[tuple[str | None, int, int], Thing] = {}
    for claim in reading.claims:
        for evidence in claim.evidence:
            for words in evidence.mentions:
                other = named.setdefault((evidence.capture, words.start, words.end), claim.subject)
                if other != claim.subject:
                    yield Line(reading, claim.line).wrong(
                        N_("`{words}` [{start}, {end}] names {other} already; the same words name one."),
                        words=words.exact,
                        start=words.start,
                        end=words.end,
                        other=other.slug,
                    )


def _lists(reading: Reading) -> Iterator[WrongReading]:
    said: dict[tuple[object, ...], str] = {}
    for claim in reading.claims:
        for fact in claim.facts:
            value = fact.value
            if isinstance(value, Listed) and value.completeness and value.words:
                yield from _list(claim, fact, value.words, Line(reading, fact.line))
                other = said.setdefault((claim.subject, value.of, value.section), value.completeness)
                if other != value.completeness:
                    yield Line(reading, fact.line).wrong(
                        N_("this list is called {one} here and {other} elsewhere; keep one."),
                        one=value.completeness,
                        other=other,
                    )


def _list(claim: Claim, fact: Fact, words: str, line: Line) -> Iterator[WrongReading]:
    for evidence in claim.evidence:
        if not any(words in passage.exact for passage in evidence.passages):
            yield line.wrong(N_("`{words}` does not stand in the quote."), words=words)
