"""Words of a page as they stand at the foot of another: those that prove something among the others."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.evidence import Quote


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
