"""The numbers that lead from a fact to its words: one a claim, in the order of the page."""

from __future__ import annotations

from secrets import token_hex

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site.evidence import AROUND
from partnerkg.serve.site.block import Block, Piece
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.evidence import Passage, Quote, Text
    from partnerkg.serve.site.view import View

MANY = 60  # claims of a page whose words do not unfold beside each fact
_NUMBER, _MORE = token_hex(16), token_hex(16)  # what stands where these will; no page has them
REMEMBERED = 20_000  # claims whose words are kept as they are shown


class Marks:
    """The numbers of the claims of a page, and at its foot all their words, page by page.

    Where there are MANY, a number leads to the words at the foot; else they unfold beside the fact.
    """

    def __init__(self, claims: Iterable[NamedNode], view: View) -> None:
        self._view = view
        self.numbers = {claim: number for number, claim in enumerate(claims, start=1)}
        self._far = len(self.numbers) > MANY
        self._at: set[int] = set()

    def mark(self, claim: NamedNode, most: int = 3) -> Markup:
        """Return the number of a claim with the words that say so, those of the first pages."""
        number = self.number(claim)
        view, quotes = self._view, self._view.quotes(claim)
        if self._far and quotes:
            words = view.say(N_("Quote {number}"), number=number)
            return Markup('<a class="p" href="#w{0}" aria-label="{1}">«{0}»</a>').format(number, words)
        more = Markup()
        if len(quotes) > most:
            one, many = "{count} more place says the same", "{count} more places say the same"
            said = view.ngettext(one, many, len(quotes) - most)
            more = Markup('<p class="small"><a href="{}">{}</a></p>').format(view.page_of(claim), said)
        words = self._folded(claim, most).replace(_NUMBER, str(number)).replace(_MORE, more)
        return Markup(words)  # noqa: S704 - a template has made it

    def _folded(self, claim: NamedNode, most: int) -> str:
        """Return the words of a claim, folded: the same on every page of a folder but for its number."""
        known = self._view.site.folded
        key = claim, self._view.folder, self._view.language, most
        if key not in known:
            if len(known) >= REMEMBERED:
                known.clear()
            known[key] = rendered(
                "mark", self._view, quotes=self._view.quotes(claim)[:most], number=_NUMBER, more=_MORE
            ).strip()
        return known[key]

    def place(self, number: int) -> Markup:
        """Return where the words of a number are, for the first time that they stand at the foot."""
        new = number not in self._at
        self._at.add(number)
        return Markup(' id="w{}"').format(number) if new else Markup()

    def number(self, claim: NamedNode) -> int:
        """Return the number of a claim; one that is met for the first time has the next."""
        return self.numbers.setdefault(claim, len(self.numbers) + 1)

    def blocks(self) -> list[Block]:
        """Return the words behind all claims in the order of the pages, those that are near in one block."""
        groups: list[list[tuple[Passage, Quote]]] = []
        for passage, quote in self._passages():
            if groups and _goes_on(groups[-1], passage, quote):
                groups[-1].append((passage, quote))
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
        spans = [(passage.start, passage.end) for passage, _ in group]
        return Block(
            quote,
            start,
            end,
            tuple(_pieces(text, spans, ends)),
            text.before(start),
            text.after(end),
            tuple(headings),
        )


def _goes_on(group: list[tuple[Passage, Quote]], passage: Passage, quote: Quote) -> bool:
    """Return whether words stand in the passage before them, or so near that it shows them anyway."""
    first, end = group[0][1], max(one.end for one, _ in group)
    if first.text is not quote.text:
        return False
    if passage.start <= end:
        return True
    if quote.text is None or passage.start > end + AROUND:
        return False
    between = quote.text.between(end, passage.start)
    same = (first.status, first.headings) == (quote.status, quote.headings)
    return same and "…" not in between and "\n" not in between


def _pieces(text: Text, spans: Sequence[tuple[int, int]], ends: dict[int, list[int]]) -> Iterator[Piece]:
    """Yield the words from the first to the last of some spans, and the numbers where they end."""
    cuts = sorted({place for span in spans for place in span})
    start = cuts[0]
    for place, cut in enumerate(cuts[1:], start=1):
        exact = any(low <= cuts[place - 1] and cut <= high for low, high in spans)
        after = place + 1 < len(cuts) and any(low <= cut and cuts[place + 1] <= high for low, high in spans)
        if exact == after and cut not in ends and place + 1 < len(cuts):
            continue
        yield Piece(text.between(start, cut), exact)
        for number in sorted(ends.get(cut, ())):
            yield Piece("", exact=False, number=number)
        start = cut
