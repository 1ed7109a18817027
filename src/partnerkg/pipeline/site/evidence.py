"""The words behind a claim, in the page that they stand in as far as the graph knows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.terms import DCT, OA, PK, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.pipeline.site.index import Index
    from partnerkg.query.proof import Proof

AROUND = 70  # characters of the page around its words
_PART = re.compile(r"^\S*\s+|\s+\S*$")


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a page, `[start, end)` in the characters of the page as it was captured."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One place of one page that proves a claim: its passages under their headings.

    `claim` is what it was asked for, or one place of words. `source` is the page; one that was only seen has
    no passages and no text. `status` says how it was read, None for words that only name something; `first`
    on which day before, if the words are older than the capture that they are shown in.
    """

    claim: NamedNode
    status: NamedNode | None
    source: NamedNode
    date: str | None
    passages: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    text: Text | None
    first: str | None = None

    @property
    def order(self) -> tuple[str, Passage, str]:
        """Return what sorts quotes: by page and place in it."""
        return (
            self.source.value,
            min(self.passages, default=Passage(0, 0, "")),
            self.claim.value,
        )


class Text:
    """What the graph knows of the text of a captured page: the characters that its passages hold."""

    def __init__(self, capture: NamedNode, source: NamedNode, index: Index) -> None:
        self.capture = capture
        self.source = source
        self.date = index.text(capture, DCT.date)
        self.length = int(index.text(capture, PK.characterCount) or 0)
        self._index = index

    @cached_property
    def passages(self) -> dict[NamedNode, Passage]:
        """Return the passages of the page, in its order."""
        found = {}
        for node in self._index.leading(self.capture, OA.hasSource):
            passage = passage_of(node, self._index)
            if passage:
                found[node] = passage
        return dict(sorted(found.items(), key=lambda item: (item[1], item[0].value)))

    @cached_property
    def _characters(self) -> dict[int, str]:
        known: dict[int, str] = {}
        for node, passage in self.passages.items():
            for selector in self._index.links(node, OA.hasSelector):
                before = self._index.text(selector, OA.prefix) or ""
                after = self._index.text(selector, OA.suffix) or ""
                known.update(zip(range(passage.start - len(before), passage.start), before, strict=True))
                known.update(zip(range(passage.end, passage.end + len(after)), after, strict=True))
            known.update(zip(range(passage.start, passage.end), passage.words, strict=False))
        return known

    def between(self, start: int, end: int) -> str:
        """Return the characters there, `…` for those that no passage holds."""
        text = "".join(self._characters.get(place, "\0") for place in range(start, end))
        return re.sub("\0+", "…", text)

    def before(self, start: int) -> str:
        """Return what stands before a place in its line, `…` first if that is not all of it."""
        place, characters = start, self._characters
        while place > start - AROUND and characters.get(place - 1, "\n") != "\n":
            place -= 1
        words = "".join(characters[at] for at in range(place, start))
        whole = characters.get(place - 1) == "\n" or place == 0
        return words if whole or not words else "… " + _PART.sub("", words, count=1).lstrip()

    def after(self, end: int) -> str:
        """Return what stands behind a place in its line, `…` last if that is not all of it."""
        place, characters = end, self._characters
        while place < end + AROUND and characters.get(place, "\n") != "\n":
            place += 1
        words = "".join(characters[at] for at in range(end, place))
        if characters.get(place) == "\n" or place >= self.length or not words:
            return words
        cut = words.rsplit(None, 1)
        return (cut[0] if len(cut) > 1 or words[-1:].isspace() else "") + " …"


def passage_of(node: NamedNode, index: Index) -> Passage | None:
    """Return the place and words of a passage, None if they are not all there."""
    selectors = index.links(node, OA.hasSelector)
    starts = [index.text(selector, OA.start) for selector in selectors]
    ends = [index.text(selector, OA.end) for selector in selectors]
    words = [index.text(selector, OA.exact) for selector in selectors]
    start, end, exact = (
        next((one for one in some if one is not None), None) for some in (starts, ends, words)
    )
    if start is None or end is None or exact is None:
        return None
    return Passage(int(start), int(end), exact)


class Evidence:
    """The words behind every claim."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._texts: dict[NamedNode, Text] = {}
        self._quotes: dict[NamedNode, list[Quote]] = {}

    def quotes(self, thing: NamedNode) -> list[Quote]:
        """Return what a claim rests on, in the order of the pages; or the words of one place."""
        if thing not in self._quotes:
            self._quotes[thing] = sorted(self._found(thing), key=lambda quote: quote.order)
        return self._quotes[thing]

    def shown(self, proofs: Iterable[Proof]) -> list[NamedNode]:
        """Return that whose quotes are these proofs: claims, places of those that are not shown whole."""
        some = list(proofs)
        places = {proof.place for proof in some}
        found: dict[NamedNode, None] = {}
        for proof in some:
            claim = NamedNode(proof.claim) if proof.claim else None
            whole = claim and all(one.value in places for one in self._index.links(claim, PK.evidence))
            found[claim if claim and whole else NamedNode(proof.place or "")] = None
        return list(found)

    def text(self, capture: NamedNode) -> Text | None:
        """Return the text of a capture, None if it is not said of which page it is."""
        if capture not in self._texts:
            sources = self._index.links(capture, PK.captureOf)
            if not sources:
                return None
            self._texts[capture] = Text(capture, sources[0], self._index)
        return self._texts[capture]

    def texts(self, source: NamedNode) -> list[Text]:
        """Return the captures of a page, the oldest first."""
        found = [self.text(capture) for capture in self._index.leading(source, PK.captureOf)]
        return sorted(filter(None, found), key=lambda text: (text.date or "", text.capture.value))

    def _found(self, thing: NamedNode) -> Iterator[Quote]:
        index = self._index
        claims = [(thing, node) for node in index.links(thing, PK.evidence)]
        claims += [(claim, thing) for claim in index.leading(thing, PK.evidence)]
        for claim, node in claims:
            for status in index.links(claim, PK.claimStatus):
                yield from self._proving(thing, status, node)
        for node in (*index.links(thing, OA.hasTarget), thing):
            words, texts = passage_of(node, index), map(self.text, index.links(node, OA.hasSource))
            for text in texts:
                if words and text:
                    yield Quote(thing, None, text.source, text.date, (words,), (), text)

    def _proving(self, thing: NamedNode, status: NamedNode, node: NamedNode) -> Iterator[Quote]:
        for source in self._index.links(node, PK.seenOn):
            yield Quote(thing, status, source, self._index.text(node, DCT.date), (), (), None)
        words, headings = (self._passages(node, part) for part in (PK.passage, PK.headingPassage))
        text = self._text_of(node)
        if words and text:
            first = self._first(node, text)
            yield Quote(thing, status, text.source, text.date, words, headings, text, first)

    def _first(self, node: NamedNode, text: Text) -> str | None:
        """Return the day on which words were read first, if it is not that of the capture they stand in."""
        days = [self._index.text(one, DCT.date) for one in self._index.links(node, PK.firstSeenIn)]
        return min((day for day in days if day and day != text.date), default=None)

    def _passages(self, node: NamedNode, part: NamedNode) -> tuple[Passage, ...]:
        found = (passage_of(passage, self._index) for passage in self._index.links(node, part))
        return tuple(sorted(passage for passage in found if passage))

    def _text_of(self, node: NamedNode) -> Text | None:
        captures = [
            capture
            for passage in self._index.links(node, PK.passage)
            for capture in self._index.links(passage, OA.hasSource)
        ]
        return self.text(captures[0]) if captures else None

    def address(self, source: NamedNode) -> str:
        """Return the address of a page on the web, its IRI if it has none."""
        links = self._index.links(source, SCHEMA.url)
        return links[0].value if links else self._index.text(source, SCHEMA.url) or source.value
