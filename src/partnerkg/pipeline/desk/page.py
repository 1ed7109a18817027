"""The captured text line by line, every mention in it marked with what was decided."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from partnerkg.model.claim import KEEP, REJECT, UNSURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.readings.desk import Desk
    from partnerkg.readings.doubts import Doubt

NOW, TODO, KEPT, REJECTED, APART = "now", "todo", "ok", "no", "apart"
_STATES = {KEEP: KEPT, REJECT: REJECTED, UNSURE: APART}
AROUND = 45  # characters of the page on each side of the words, where the page is not beside


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line; `state` is that of the mention they are, `number` that of its doubt."""

    words: str
    state: str = ""
    number: int | None = None
    first: bool = False  # of what is looked at


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page; whether it is a heading."""

    pieces: tuple[Piece, ...]
    heading: bool = False

    @property
    def whole(self) -> bool:
        """Return whether it is what is looked at and nothing else."""
        return len(self.pieces) == 1 and self.pieces[0].state == NOW


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    state: str
    number: int | None


def lines(text: str, desk: Desk, doubts: Sequence[Doubt], now: Sequence[str]) -> list[Line]:
    """Return the lines of a text; `doubts` have numbers, those with the keys `now` are looked at."""
    numbers = {one.key: at for at, one in enumerate(doubts, 1)}
    spans = [
        _Span(one.at, one.at + len(one.quote), NOW if one.key in now else _STATES.get(one.verdict, TODO), at)
        for one in desk.all()
        if one.at is not None
        for at in [numbers.get(one.key)]
    ]
    spans += [_Span(start, end, _STATES[verdict], None) for start, end, verdict in desk.settled()]
    apart = _apart(text, spans)
    return list(_lines(text, apart, [at for at, _ in desk.headings().values()]))


def _apart(text: str, spans: Sequence[_Span]) -> list[_Span]:
    """Return the spans in order, none over another: what is looked at comes first, then the shorter."""
    taken: list[_Span] = []
    for span in sorted(spans, key=lambda one: (one.state != NOW, one.end - one.start)):
        place = bisect_left(taken, span.start, key=lambda one: one.start)
        free = place == 0 or taken[place - 1].end <= span.start
        if free and span.end <= min(len(text), taken[place].start if place < len(taken) else len(text)):
            taken.insert(place, span)
    return taken


def _lines(text: str, spans: Sequence[_Span], headings: Sequence[int]) -> Iterator[Line]:
    start, left, first = 0, list(spans), next((one.start for one in spans if one.state == NOW), -1)
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        here = [one for one in left if one.start < end]
        left = [one for one in left if one.end > end]
        if line.strip():
            pieces = tuple(_pieces(text, (start, start + len(line.rstrip())), here, first))
            yield Line(pieces, any(start <= at < end for at in headings))
        start = end


def _pieces(text: str, line: tuple[int, int], spans: Sequence[_Span], now: int) -> Iterator[Piece]:
    at, end = line
    for span in spans:
        first, last = max(at, span.start), min(end, span.end)
        if at < first:
            yield Piece(text[at:first])
        if first < last:
            yield Piece(text[first:last], span.state, span.number, span.start == now == first)
        at = max(at, last)
    if at < end:
        yield Piece(text[at:end])


def around(text: str, doubt: Doubt) -> tuple[str, str, str]:
    """Return the words of a doubt with those before and after in its line; alone if they stand nowhere."""
    if doubt.at is None or not text.startswith(doubt.quote, doubt.at):
        return "", doubt.quote, ""
    before, after = beside(text, doubt.at, doubt.at + len(doubt.quote))
    return before, doubt.quote, after


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return a little of the line before and after some words of a text, in whole words."""
    before = text[:start].rpartition("\n")[2]
    after = text[end:].partition("\n")[0]
    cut_before, cut_after = before[-AROUND:], after[:AROUND]
    if len(before) > AROUND:
        cut_before = f"… {cut_before.partition(' ')[2]}"
    if len(after) > AROUND:
        cut_after = f"{cut_after.rpartition(' ')[0]} …"
    return cut_before, cut_after
