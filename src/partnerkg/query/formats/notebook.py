"""A table in a notebook, which has style of its own: labels instead of IRIs, with links."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.pages import text
from partnerkg.query.formats.concise import without_repeats
from partnerkg.query.labels import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the table with one row a line, then the note; everything is escaped, only addresses are links."""
    known = look.labels(solutions)
    solutions = without_repeats(solutions, known, look.language)
    names = "".join(f'<th scope="col">{text(column)}</th>' for column in look.headings(solutions))
    yield f'<table class="partnerkg">\n<thead><tr>{names}</tr></thead>\n<tbody>\n'
    for row in solutions:
        yield f"<tr>{''.join(_cell(term, known) for term in row)}</tr>\n"
    yield "</tbody>\n</table>\n"
    if look.note:
        yield f'<p class="partnerkg">{text(look.note)}</p>\n'


def _cell(term: Term | None, known: dict[str, str]) -> str:
    words = text(shown(term, known))
    if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
        return f'<td><a href="{text(term.value)}">{words}</a></td>'
    if isinstance(term, Literal) and term.language:
        return f'<td lang="{text(term.language)}">{words}</td>'
    return f"<td>{words}</td>"
