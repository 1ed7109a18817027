"""The numbers that lead from a fact to its words: one a claim, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.evidence import Passage, Quote, Text
    from partnerkg.serve.site.view import View


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage: those that prove something, and the number that stands behind them."""

    words: str
    exact: bool
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Overlapping quotes of one page, shown once: their words, the page, the numbers."""

    quote: Quote
    start: int
    end: int
    pieces: tuple[Piece, ...]
    before: str
    after: str
    headings: tuple[str, ...]


class Marks:
    """The numbers of the claims of a page, and at its foot all their words, page by page."""

    def __init__(self, claims: Iterable[NamedNode], view: View) -> None:
        self._view = view
        self.numbers = {claim: number for number, claim in enumerate(claims, start=1)}

    def number(self, claim: NamedNode) -> int:
        """Return the number of a claim; one that is met for the first time has the next."""
        return self.numbers.setdefault(claim, len(self.numbers) + 1)

    def blocks(self) -> list[Block]:
        """Return the words behind all claims in the order of the pages, overlapping ones in one block."""
        groups: list[list[tuple[Passage, Quote]]] = []
        for passage, quote in self._passages():
            last = groups[-1] if groups else None
            same = last is not None and last[0][1].text is quote.text
            if last is not None and same and passage.start <= max(one.end for one, _ in last):
                last.append((passage, quote))
            else:
                groups.append([(passage, quote)])
        return [self._block(group) for group in groups]

    def elsewhere(self) -> list[tuple[int, Quote]]:
        """Return the pages that were only seen, with the number of what they say."""
        return [
            (number, quote)
            for claim, number in self.numbers.items()
            for quote in self._view.quotes(claim)
            if not quote.passages
        ]

    def _passages(self) -> list[tuple[Passage, Quote]]:
        found = [
            (passage, quote)
            for claim in self.numbers
            for quote in self._view.quotes(claim)
            for passage in quote.passages
        ]
        return sorted(
            found, key=lambda one: (one[1].source.value, one[0].start, one[0].end, one[1].claim.value)
        )

    def _block(self, group: list[tuple[Passage, Quote]]) -> Block:
        quote = group[0][1]
        start, end = group[0][0].start, max(passage.end for passage, _ in group)
        text = quote.text
        assert text is not None
        ends: dict[int, list[int]] = {}
        for passage, one in group:
            numbers = ends.setdefault(passage.end, [])
            if self.numbers[one.claim] not in numbers:
                numbers.append(self.numbers[one.claim])
        headings = dict.fromkeys(heading.words for _, one in group for heading in one.headings)
        return Block(
            quote,
            start,
            end,
            tuple(_pieces(text, start, ends)),
            text.before(start),
            text.after(end),
            tuple(headings),
        )


def _pieces(text: Text, start: int, ends: dict[int, list[int]]) -> Iterator[Piece]:
    for end, numbers in sorted(ends.items()):
        yield Piece(text.between(start, end), exact=True)
        for number in sorted(numbers):
            yield Piece("", exact=False, number=number)
        start = end
