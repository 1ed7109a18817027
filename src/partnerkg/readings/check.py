"""What a reading must agree with: the vocabulary, the places, the other readings, the text of the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.errors import (
    N_,
    Message,
    MissingFile,
    PartnerkgError,
    Suggestion,
    UnreadableFile,
    WrongReading,
)
from partnerkg.model.claim import Claim, Count, Fact, Listed, Number, Partnership, Reading, Thing
from partnerkg.model.document import Passage
from partnerkg.model.facts import FACTS
from partnerkg.places.gazetteer import Gazetteer


@dataclass(frozen=True)
class _Where:
    """A line of a reading, to say what is wrong there."""

    reading: Reading
    line: int

    def wrong(self, template: str, **details: object) -> WrongReading:
        return WrongReading(path=self.reading.path, line=self.line, problem=Message(template, **details))


def check(readings: Iterable[Reading], gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
    """Raise WrongReading for the first line that names something unknown or says one thing twice.

    Unknown: a class, a concept, a town, a thing that no reading describes. Twice: an entry or a claim in one
    page, one organisation under two names, one place of a page with two surroundings. And a list
    that is called open or complete by words that its quote does not have, or is called both.
    """
    readings = list(readings)
    described = {claim.subject for reading in readings for claim in reading.claims}
    names: dict[Thing, str] = {}
    for reading in readings:
        _once(reading)
        _same_surroundings(reading)
        _lists(reading)
        for claim in reading.claims:
            for fact in claim.facts:
                where = _Where(reading, fact.line)
                _known(fact, where, vocabulary)
                _places(fact, where, gazetteer)
                _described(fact, where, described)
                _one_name(claim, fact, where, names)


def check_text(reading: Reading, path: str) -> int:
    """Return how many passages were compared with the captured text; WrongReading at the first that differs.

    The text is read exactly as stored (UTF-8, no change of line ends); its hash must be that of the capture.
    """
    try:
        data = Path(path).read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        raise MissingFile(path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path=path, reason=str(error)) from None
    assert reading.capture is not None
    if hashlib.sha256(data).hexdigest() != reading.capture.sha256 or len(text) != reading.capture.characters:
        raise _Where(reading, 1).wrong(
            N_("{path} is not the text that was captured: its hash or length differs."), path=path
        )
    compared = 0
    for claim in reading.claims:
        for passage in _passages(claim):
            compared += 1
            if text[passage.start : passage.end] != passage.exact:
                raise _misplaced(_Where(reading, claim.line), passage, text)
            around = (text[max(0, passage.start - len(passage.before)) : passage.start], text[passage.end :])
            if around[0] != passage.before or not around[1].startswith(passage.after):
                raise _Where(reading, claim.line).wrong(
                    N_("`between` is not what surrounds `{quote}`; it is {right}."),
                    quote=passage.exact,
                    right=[
                        text[max(0, passage.start - 20) : passage.start],
                        text[passage.end : passage.end + 20],
                    ],
                )
    return compared


def _misplaced(where: _Where, passage: Passage, text: str) -> WrongReading:
    at = text.find(passage.exact)
    if at < 0:
        return where.wrong(
            N_("`{quote}` does not stand in the page; quote its exact words."), quote=passage.exact
        )
    return where.wrong(
        N_("`{quote}` does not stand at [{start}, {end}]; it stands first at [{at}, {to}]."),
        quote=passage.exact,
        start=passage.start,
        end=passage.end,
        at=at,
        to=at + len(passage.exact),
    )


def _passages(claim: Claim) -> Iterator[Passage]:
    for evidence in claim.evidence:
        yield from (*evidence.passages, *evidence.headings, *evidence.mentions)


def _once(reading: Reading) -> None:
    seen: dict[str, int] = {}
    for claim in reading.claims:
        if claim.slug in seen:
            raise _Where(reading, claim.line).wrong(
                N_("`{slug}` stands already on line {line}; merge the two, or give one another slug."),
                slug=claim.slug,
                line=seen[claim.slug],
            )
        seen[claim.slug] = claim.line


def _same_surroundings(reading: Reading) -> None:
    known: dict[tuple[int, int], Passage] = {}
    end = reading.capture.characters if reading.capture else 0
    for claim in reading.claims:
        for passage in _passages(claim):
            where = _Where(reading, claim.line)
            if passage.end > end:
                raise where.wrong(
                    N_("[{start}, {stop}] is beyond the {end} characters of the page; correct `at`."),
                    start=passage.start,
                    stop=passage.end,
                    end=end,
                )
            if known.setdefault((passage.start, passage.end), passage) != passage:
                raise where.wrong(
                    N_("[{start}, {stop}] is quoted differently elsewhere in this file; make the two equal."),
                    start=passage.start,
                    stop=passage.end,
                )


def _lists(reading: Reading) -> None:
    said: dict[tuple[object, ...], str] = {}
    for claim in reading.claims:
        for fact in claim.facts:
            value = fact.value
            if not isinstance(value, Listed) or not value.completeness or not value.words:
                continue
            where = _Where(reading, fact.line)
            for evidence in claim.evidence:
                if not any(value.words in passage.exact for passage in evidence.passages):
                    raise where.wrong(N_("`{words}` does not stand in the quote."), words=value.words)
            other = said.setdefault((claim.subject, value.of, value.section), value.completeness)
            if other != value.completeness:
                raise where.wrong(
                    N_("this list is called {one} here and {other} elsewhere; keep one."),
                    one=value.completeness,
                    other=other,
                )


def _known(fact: Fact, where: _Where, vocabulary: Vocabulary) -> None:
    for scheme, slug in _concepts(fact):
        known = vocabulary.classes if scheme == "class" else vocabulary.concepts.get(scheme, {})
        if slug not in known:
            raise where.wrong(
                N_("`{slug}` is not in the vocabulary `{scheme}`; {near} See ontology/vocabularies/."),
                slug=slug,
                scheme=scheme,
                near=Suggestion(slug, known),
            )


def _concepts(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the (scheme, slug) pairs a fact names; the scheme of classes is `class`."""
    kind, _, scheme = FACTS[fact.name].value.partition(":")
    if kind in ("concept", "class"):
        yield scheme or kind, str(fact.value)
    elif isinstance(fact.value, Count):
        yield "kind", fact.value.counted
    elif isinstance(fact.value, Number):
        yield "identifier-scheme", fact.value.scheme
    elif isinstance(fact.value, Listed):
        value = fact.value
        named = (("list-completeness", value.completeness), ("category", value.category))
        yield from ((scheme, slug) for scheme, slug in named if slug)
    elif isinstance(fact.value, Partnership):
        work = fact.value
        yield from (("activity", activity) for activity in work.activities)
        yield from ((s, c) for s, c in (("category", work.category), ("direction", work.direction)) if c)


def _places(fact: Fact, where: _Where, gazetteer: Gazetteer) -> None:
    for name in _place_names(fact):
        try:
            gazetteer.find(name)
        except PartnerkgError as error:
            raise where.wrong(N_("{reason}"), reason=Message(error.message, **error.details)) from None


def _place_names(fact: Fact) -> Iterator[str]:
    if FACTS[fact.name].value == "place":
        yield str(fact.value)
    elif isinstance(fact.value, dict):
        yield from fact.value
    elif isinstance(fact.value, Partnership) and fact.value.territory:
        yield fact.value.territory


def _described(fact: Fact, where: _Where, described: set[Thing]) -> None:
    for thing in _things(fact):
        if thing not in described:
            raise where.wrong(
                N_("no entry describes {kind}:{slug}; {near} Else add an entry for it."),
                kind=thing.kind,
                slug=thing.slug,
                near=Suggestion(thing.slug, (other.slug for other in described if other.kind == thing.kind)),
            )


def _things(fact: Fact) -> Iterator[Thing]:
    if isinstance(fact.value, Thing):
        yield fact.value
    elif isinstance(fact.value, Partnership):
        yield from fact.value.concerns
        if fact.value.programme:
            yield Thing("programme", fact.value.programme)


def _one_name(claim: Claim, fact: Fact, where: _Where, names: dict[Thing, str]) -> None:
    if fact.name == "name" and names.setdefault(claim.subject, str(fact.value)) != fact.value:
        raise where.wrong(
            N_(
                "{slug} is called `{name}` here and `{other}` elsewhere; keep one name, make the other `alt`."
            ),
            slug=claim.subject.slug,
            name=fact.value,
            other=names[claim.subject],
        )
