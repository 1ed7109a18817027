"""CSV as SPARQL 1.1 Query Results CSV says, lines ending in a line feed: IRIs in full, labels beside them."""

from __future__ import annotations

from partnerkg.files import separated
from partnerkg.query.formats.labelled import labelled
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield a line of headings and a line for each row; what is unbound is empty."""
    solutions = labelled(solutions, look)
    yield from separated.lines([look.headings(solutions)])
    yield from separated.lines(map(text, row) for row in solutions)
