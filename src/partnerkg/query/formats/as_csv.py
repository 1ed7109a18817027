"""CSV as SPARQL 1.1 Query Results CSV says, lines ending in a line feed: IRIs in full, labels beside them."""

from __future__ import annotations

import csv

from partnerkg.query.formats.labelled import labelled
from partnerkg.query.results import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.results import Solutions


class _Line:
    """What csv writes to: it keeps the last line."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def lines(solutions: Solutions, look: Look) -> Iterator[str]:
    """Yield a line of headings and a line for each row; what is unbound is empty."""
    solutions = labelled(solutions, look)
    line = _Line()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(look.headings(solutions))
    yield line.text
    for row in solutions:
        writer.writerow([text(term) for term in row])
        yield line.text
