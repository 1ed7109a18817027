"""What a claim rests on, as a person reads it: words, heading, page, day, and how they were read."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal

from partnerkg.query.batches import rows
from partnerkg.query.labels import best
from partnerkg.query.values import plain
from partnerkg.visible import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from partnerkg.query.values import Plain
    from partnerkg.store.base import Store

_PASSAGE = """?%s oa:hasSource ?capture ; oa:hasSelector ?position , ?words .
        ?capture pk:captureOf ?source .
        ?position oa:start ?start ; oa:end ?end .
        ?words oa:exact ?quote .
        OPTIONAL { ?capture dct:date ?date }"""
# Each branch begins at the claims: an engine that joins a union by hash would read the passages of all pages.
_EVIDENCE = """SELECT DISTINCT ?claim ?evidence ?status ?part ?start ?end ?quote ?source ?date {
    {
        VALUES ?claim { %(values)s }
        ?claim pk:claimStatus ?status ; pk:evidence ?evidence .
        ?evidence ?part ?passage .
        FILTER(?part IN (pk:passage, pk:headingPassage))
        {passage}
    }
    UNION
    {
        VALUES ?claim { %(values)s }
        ?claim pk:claimStatus ?status ; pk:evidence ?evidence .
        ?evidence pk:seenOn ?source .
        OPTIONAL { ?evidence dct:date ?date }
    }
}""".replace("{passage}", _PASSAGE % "passage")
# Words that no claim rests on, but a row does: where a page names something, and a passage alone.
_WORDS = """SELECT DISTINCT ?place ?start ?end ?quote ?source ?date {
    {
        VALUES ?place { %(values)s }
        ?place oa:hasTarget ?passage .
        {passage}
    }
    UNION
    {
        VALUES ?place { %(values)s }
        {place}
    }
}""".replace("{passage}", _PASSAGE % "passage").replace("{place}", _PASSAGE % "place")
_OWNERS = "SELECT DISTINCT ?claim { VALUES ?evidence { %(values)s } ?claim pk:evidence ?evidence }"
_PAGES = """SELECT DISTINCT ?source ?page ?title {
    VALUES ?source { %(values)s }
    ?source schema:url ?page
    OPTIONAL { ?source dct:title ?title }
}"""


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Passage:
    """Words of a page, `[start, end)` in the characters of the page as it was captured."""

    start: int
    end: int
    quote: str

    def __repr__(self) -> str:
        return f"<Passage: {self.start}–{self.end} {brief(self.quote)}>"

    def record(self) -> dict[str, Plain]:
        """Return it as plain Python."""
        return {"quote": self.quote, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, repr=False)
class Proof:
    """One place of one page that proves a claim: all its passages together, under their headings.

    `status` is an IRI; `date` the day the page was read, None where nobody wrote it down. A page that was
    only seen has no passages. `place` is the IRI of the evidence; where a page names something, and no claim
    is needed, that of the mention or passage, without claim and status. `title` is the English title of the
    page, else the first by code of another language, `titles` are all by language.
    """

    claim: str | None
    status: str | None
    page: str
    title: str | None
    date: str | None
    passages: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    place: str | None = None
    titles: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"<Proof: {brief(self.quote or self.title or self.page)}>"

    @property
    def quote(self) -> str | None:
        """Return the words in the order of the page, None where the page was only seen."""
        return " … ".join(passage.quote for passage in self.passages) or None

    @property
    def heading(self) -> str | None:
        """Return the headings above the words, None if they do not belong to the proof."""
        return " / ".join(passage.quote for passage in self.headings) or None

    @property
    def order(self) -> tuple[bool, str, tuple[Passage, ...], str, str]:
        """Return what sorts proofs: by page and place in it, behind all words what was only seen."""
        return not self.passages, self.page, self.passages, self.claim or "", self.place or ""

    def titled(self, language: str) -> str | None:
        """Return the title of the page in a language, else in another."""
        return dict(self.titles).get(language, self.title)

    def record(self, language: str = "en") -> dict[str, object]:
        """Return it as plain Python, its title in a language."""
        return {
            "claim": self.claim,
            "evidence": self.place,
            "status": self.status,
            "quote": self.quote,
            "heading": self.heading,
            "page": self.page,
            "title": self.titled(language),
            "date": self.date,
            "passages": [passage.record() for passage in self.passages],
            "headings": [passage.record() for passage in self.headings],
        }


def proofs(claims: Iterable[str], store: Store) -> dict[str, list[Proof]]:
    """Return what each claim rests on, in the order of the pages; independent repetitions one by one."""
    grouped: dict[tuple[str, ...], list[tuple[Plain, ...]]] = {}
    for row in rows(_EVIDENCE, claims, store):
        claim, evidence, status, part, start, end, quote, source, date = map(plain, row)
        key = (str(claim), str(status), str(evidence), str(source))
        grouped.setdefault(key, []).append((part, start, end, quote, date))
    known: dict[str, list[Proof]] = {}
    for key, passages in _on_pages(grouped, store):
        known.setdefault(key[0], []).append(_proof(key, passages))
    return {claim: sorted(some, key=lambda proof: proof.order) for claim, some in known.items()}


def words(places: Iterable[str], store: Store) -> dict[str, list[Proof]]:
    """Return the words of mentions and passages; nothing for what is neither."""
    grouped: dict[tuple[str, ...], list[tuple[Plain, ...]]] = {}
    for row in rows(_WORDS, places, store):
        place, start, end, quote, source, date = map(plain, row)
        grouped.setdefault((str(place), str(source)), []).append(("passage", start, end, quote, date))
    known: dict[str, list[Proof]] = {}
    for key, passages in _on_pages(grouped, store):
        known.setdefault(key[0], []).append(_proof((None, None, *key), passages))
    return known


def owners(places: Iterable[str], store: Store) -> set[str]:
    """Return the claims whose evidence is among these places."""
    return {str(plain(claim)) for (claim,) in rows(_OWNERS, places, store)}


def _proof(key: tuple[Any, ...], passages: list[tuple[Plain, ...]]) -> Proof:
    claim, status, place, page, named = key
    words: set[Passage] = set()
    headings: set[Passage] = set()
    for part, start, end, quote, _ in passages:
        if part is not None:
            passage = Passage(int(start or 0), int(end or 0), str(quote))
            (headings if str(part).endswith("headingPassage") else words).add(passage)
    date = next((str(day) for *_, day in passages if day is not None), None)
    title = best(named, "en") if named else None
    titles = tuple(sorted((literal.language or "", literal.value) for literal in named))
    return Proof(
        claim, status, page, title, date, tuple(sorted(words)), tuple(sorted(headings)), place, titles
    )


def _on_pages(
    grouped: Mapping[tuple[str, ...], list[tuple[Plain, ...]]], store: Store
) -> Iterator[tuple[tuple[Any, ...], list[tuple[Plain, ...]]]]:
    """Yield groups whose key ends in a source with the address and titles of its pages instead."""
    pages = _pages({source for *_, source in grouped}, store)
    for (*key, source), passages in grouped.items():
        for page, titles in pages.get(source, [(source, [])]):
            yield (*key, page, titles), passages


def _pages(sources: Iterable[str], store: Store) -> dict[str, list[tuple[str, list[Literal]]]]:
    known: dict[str, dict[str, list[Literal]]] = {}
    for source, page, title in rows(_PAGES, sources, store):
        titles = known.setdefault(str(plain(source)), {}).setdefault(str(plain(page)), [])
        if isinstance(title, Literal):
            titles.append(title)
    return {source: list(pages.items()) for source, pages in known.items()}
