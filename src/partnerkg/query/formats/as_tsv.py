"""TSV as SPARQL 1.1 Query Results TSV says: terms as Turtle writes them, so that types and languages stay."""

from __future__ import annotations

from partnerkg.query.formats.labelled import labelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield a line of variables and a line for each row; what is unbound is empty."""
    solutions = labelled(solutions, look)
    yield "\t".join(f"?{column}" for column in solutions.columns) + "\n"
    for row in solutions:
        # A term as text has its tabs and line ends escaped (N-Triples §7).
        yield "\t".join("" if term is None else str(term) for term in row) + "\n"
