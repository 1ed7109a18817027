"""A page that was read: every passage in its place, with the facts that it proves."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from partnerkg.pipeline.site import told
from partnerkg.pipeline.site.terms import DCT, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.pipeline.site.evidence import Passage, Text
    from partnerkg.pipeline.site.names import Text as Words
    from partnerkg.pipeline.site.told import Fact
    from partnerkg.pipeline.site.whole import Whole


@dataclass(slots=True)
class Said:
    """A passage with what it proves, where it is said again, and whether it is the heading of others."""

    passage: Passage
    facts: list[Fact] = field(default_factory=list)
    again: list[Passage] = field(default_factory=list)
    heads: bool = False
    named: list[NamedNode] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """A page; `passages` in its order, `facts` those that it proves without its words being kept."""

    thing: NamedNode
    title: Words
    address: str
    language: str
    publishers: Sequence[NamedNode]
    text: Text | None
    date: str | None
    passages: Sequence[Said]
    seen: Sequence[tuple[NamedNode, list[Fact]]]
    quotes: int
    claims: int
    covered: int


def source(thing: NamedNode, whole: Whole, language: str) -> Source:
    """Return a page with its passages; of several captures the newest is shown."""
    names, known = whole.names(language), whole.known
    texts = whole.evidence.texts(thing)
    text = texts[-1] if texts else None
    claims = whole.claims_of.get(thing, [])
    quotes = [
        (claim, quote) for claim in claims for quote in whole.evidence.quotes(claim) if quote.source == thing
    ]
    passages: dict[Passage, Said] = {}
    seen: dict[NamedNode, list[Fact]] = {}
    for claim, quote in quotes:
        facts = list(told.facts(claim, quote.status, whole, names)) if quote.status else []
        for passage in quote.headings:
            passages.setdefault(passage, Said(passage)).heads = True
        for passage in quote.passages:
            said = passages.setdefault(passage, Said(passage))
            said.facts += [fact for fact in facts if fact not in said.facts]
        if not quote.passages:
            seen.setdefault(claim, []).extend(facts)
    if text:  # what is quoted and proves nothing by itself is shown too
        for passage in text.passages.values():
            passages.setdefault(passage, Said(passage))
    covered = len({place for passage in passages for place in range(passage.start, passage.end)})
    return Source(
        thing,
        names[thing],
        whole.evidence.address(thing),
        known.text(thing, DCT.language) or "",
        known.links(thing, DCT.publisher),
        text,
        text.date if text else next((quote.date for _, quote in quotes if quote.date), None),
        _once(sorted(passages.values(), key=lambda said: (said.passage.start, -said.passage.end))),
        list(seen.items()),
        len(text.passages) if text else 0,
        len(claims),
        covered,
    )


def _once(passages: Sequence[Said]) -> list[Said]:
    """Return the passages, words that stand there again only once: where they are said first."""
    first: dict[str, Said] = {}
    for said in passages:
        before = first.setdefault(said.passage.words, said)
        if before is not said:
            before.again.append(said.passage)
            before.facts += [fact for fact in said.facts if fact not in before.facts]
            before.heads = before.heads or said.heads
    return list(first.values())


def pages_read(whole: Whole) -> list[NamedNode]:
    """Return the pages whose words are kept."""
    return [source for source in whole.sources if whole.evidence.texts(source)]


def is_source(thing: NamedNode, whole: Whole) -> bool:
    """Return whether a thing is a page."""
    return PK.Source in whole.classes(thing)
