"""A table for people: labels instead of IRIs, fitted to the terminal if there is one."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_
from partnerkg.query.formats import fitting, quotes
from partnerkg.query.formats.concise import without_repeats
from partnerkg.query.labels import apart, shown
from partnerkg.query.values import XSD
from partnerkg.translation import in_language
from partnerkg.visible import folded, on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.model.terms import Term
    from partnerkg.query.formats import Look
    from partnerkg.query.formats.fitting import Texts
    from partnerkg.query.table import Table

GAP = "  "
INDENT = "    "
_TRUTHS = ("true", "1", "false", "0")


def lines(solutions: Table, look: Look) -> Iterator[str]:
    """Yield column names, a rule, the rows, a note; on a terminal all is fitted to its width."""
    known = look.labels(solutions)
    columns, headings = solutions.columns, look.headings(solutions)
    solutions = without_repeats(solutions, known, look.language)
    truths = {text: look.say(N_("yes") if text in ("true", "1") else N_("no")) for text in _TRUTHS}
    told = apart(known, (term for row in solutions for term in row))
    rows = [[on_one_line(_seen(term, told, truths, look)) for term in row] for row in solutions]
    notes: list[list[str]] = [[] for _ in rows]
    called: quotes.Headings = dict(zip(columns, headings, strict=True))
    common = quotes.common(look.proofs or (), look, called)
    if look.proofs is not None:
        below = [quotes.below(proven, look, known, called) for proven in look.proofs]
        notes = [[on_one_line(line) for line in lines] for lines in _said_once(below, common)]
    ends = [*common, *([look.note] if look.note else [])]
    if look.width is None:
        return _plain(look.headings(solutions), rows, notes, ends)
    return _fitted(solutions, rows, notes, look, known=known, ends=ends)


def _said_once(below: Texts, common: list[str]) -> Iterator[list[str]]:
    """Yield the lines below each row, without those of all rows, and without commands of the row above."""
    above: list[str] = []
    for lines in below:
        yield [line for line in lines if line not in common and line not in above]
        above = [line for line in lines if line.startswith(fitting.LEADS)]


def _fitted(
    solutions: Table, rows: Texts, notes: Texts, look: Look, *, known: dict[str, str], ends: list[str]
) -> Iterator[str]:
    """Yield rows as a table if a terminal has room for it, else each as lines; what goes is said below."""
    assert look.width is not None
    headings = look.headings(solutions)
    left_out: list[int] = []
    once: list[int] = []
    if look.concise:
        left_out, once = fitting.addresses(solutions, known), fitting.repeated(rows)
    if look.concise and not fitting.fits(headings, rows, look.width):
        left_out = fitting.unreadable(solutions, left_out)
    if not fitting.tells_apart(rows, left_out):
        left_out = []
    once = [place for place in once if place not in left_out]
    kept = [place for place in range(len(headings)) if place not in (*left_out, *once)]
    end = [*fitting.said(look, headings, rows, left_out, once), *ends]
    heads, cells = [headings[place] for place in kept], [[row[place] for place in kept] for row in rows]
    if not fitting.fits(heads, cells, look.width):
        below = (line for note in end for line in folded(note, look.width))
        return (f"{line}\n" for line in [*fitting.records(heads, cells, notes, look.width), *below])
    from partnerkg.query.formats import folded as table

    links = [[_address(row[place]) if look.links else None for place in kept] for row in solutions]
    seen = [list(zip(*pair, strict=True)) for pair in zip(cells, links, strict=True)]
    return table.lines(heads, seen, notes, look.width, "\n".join(end) or None)


def _seen(term: Term | None, known: dict[str, str], truths: dict[str, str], look: Look) -> str:
    """Return what a person sees; words of pages in another language say so, French names are known to all."""
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return truths.get(term.value, term.value)
    if isinstance(term, Literal) and term.language not in (None, "fr", look.language):
        return f"{term.value} ({in_language(term.language, look.translate)})"
    return shown(term, known)


def _address(term: Term | None) -> str | None:
    web = isinstance(term, NamedNode) and term.value.startswith(("http://", "https://"))
    return str(term)[1:-1] if web else None


def _plain(columns: Sequence[str], rows: Texts, notes: Texts, ends: list[str]) -> Iterator[str]:
    table = [list(columns), *rows]
    widths = [max(_width(row[place]) for row in table) for place in range(len(columns))]
    table.insert(1, ["-" * width for width in widths])
    for row, below in zip(table, [[], [], *notes], strict=True):
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip() + "\n"
        yield from (f"{INDENT}{note}\n" for note in below)
    if ends:
        yield "\n" + "".join(f"{on_one_line(end)}\n" for end in ends)


def _width(cell: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if cell.isascii():
        return len(cell)
    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in cell)
