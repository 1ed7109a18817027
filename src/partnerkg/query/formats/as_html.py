"""An answer as one page of HTML: what was asked, whether the answer is whole, and its rows by name."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg import pages
from partnerkg.errors import N_
from partnerkg.pages import Column, Page, text
from partnerkg.query.formats.concise import without_repeats
from partnerkg.query.labels import shown
from partnerkg.query.values import XSD
from partnerkg.translation import Several, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.terms import Row, Term
    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

ANSWER = N_("Answer")
_TRUTHS = {"true": N_("yes"), "1": N_("yes"), "false": N_("no"), "0": N_("no")}


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield the page; everything is escaped, and a thing that has a name here is no link that leads away."""
    known = look.labels(solutions)
    shorter = without_repeats(solutions, known, look.language)
    page = Page(look.title or look.say(ANSWER), look.language, look.translate)
    columns = [
        Column(heading, numeric=_is_numeric(row[place] for row in shorter))
        for place, heading in enumerate(look.headings(shorter))
    ]
    yield from pages.opening(page)
    yield f"<h1>{text(page.title)}</h1>\n"
    count = Several("{count} row", "{count} rows", len(shorter))
    yield f'<p class="sub">{text(count.text(look.translate))}</p>\n'
    if look.note:
        yield f'<p class="lead">{text(look.note)}</p>\n'
    yield from pages.table(page.title, columns, (_row(row, columns, known, look) for row in shorter))
    yield from pages.closing()


def _is_numeric(terms: Iterator[Term | None]) -> bool:
    there = [term for term in terms if term is not None]
    return bool(there) and all(isinstance(term, Literal) and _is_number(term) for term in there)


def _is_number(term: Literal) -> bool:
    return term.datatype.value in (XSD + "integer", XSD + "decimal", XSD + "double")


def _row(row: Row, columns: Sequence[Column], known: dict[str, str], look: Look) -> str:
    """Return a row, named by its first cell unless that is a number, which names nothing."""
    inside = [_inside(term, known, look) for term in row]
    cells = [column.cell(words) for column, words in zip(columns, inside, strict=True)]
    if columns[0].numeric:
        return f'<tr role="row">{"".join(cells)}</tr>\n'
    return pages.row(inside[0], cells[1:])


def _inside(term: Term | None, known: dict[str, str], look: Look) -> str:
    words = text(shown(term, known))
    if isinstance(term, NamedNode):
        leads = term.value not in known and term.value.startswith(("http://", "https://"))
        return f'<a href="{text(term.value)}">{words}</a>' if leads else words
    if isinstance(term, Literal):
        if term.datatype.value == XSD + "boolean":
            return text(look.say(_TRUTHS.get(term.value, term.value)))
        if term.datatype.value == XSD + "integer" and term.value.lstrip("-").isdecimal():
            return text(number(int(term.value), look.language))
        language = pages.spoken(term.language, look.language)
        return f"<span{language}>{words}</span>" if language else words
    return words
