"""A table for Markdown pages (GitHub Flavored Markdown §4.10): labels instead of IRIs, with links."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.query.formats.concise import without_repeats
from partnerkg.query.labels import shown
from partnerkg.visible import in_markdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the column names, a rule, the rows and a note; what could be read as markup is escaped."""
    known = look.labels(solutions)
    solutions = without_repeats(solutions, known, look.language)
    yield _line([in_markdown(heading) for heading in look.headings(solutions)])
    yield _line(["---"] * len(solutions.columns))
    for row in solutions:
        yield _line([_cell(term, known) for term in row])
    if look.note:
        yield f"\n{in_markdown(look.note)}\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(term: Term | None, known: dict[str, str]) -> str:
    words = in_markdown(shown(term, known))
    if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
        return f"[{words}](<{term.value}>)"
    return words
