"""What the numbers of a column count, all on one page: in a folder of files, where they are many."""

from __future__ import annotations

from markupsafe import Markup

from partnerkg.errors import N_
from partnerkg.pipeline.site.question import ROWS, listed
from partnerkg.serve.site import answer
from partnerkg.serve.site.filing import FEW, leads
from partnerkg.serve.site.form import sentence
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.ground import Ground
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.view import View

    Row = Sequence[object]

SHOWN = 30  # rows of a list that the page shows; the data beside it have them all
HEADINGS = {"question": N_("Question"), "item": N_("Item"), "beside": N_("What stands beside it")}


def show(view: View, name: str, column: str) -> Page | None:
    """Return what the numbers of a column count, a list a number; None where each has a page of its own."""
    if not _is_here(view, name, column):
        return None
    question = view.site.opened.questions[name]
    lists = [
        (f"n{place}", title, [_line(row, view) for row in rows[:SHOWN]], max(len(rows) - SHOWN, 0))
        for place, (title, rows) in enumerate(_lists(view, question, column))
    ]
    heading = answer.heading(question, column, view)
    body = rendered("counted", view, question=question, heading=heading, lists=lists, most=ROWS)
    summary = view.in_language(question.summary)
    return framed(view, f"{summary} {heading}", body)


def written(view: View, name: str, column: str, ending: str) -> Page | None:
    """Return all these lists as one table, as CSV."""
    if ending != "csv" or not _is_here(view, name, column):
        return None
    question = view.site.opened.questions[name]
    rows = [
        (title.striptags(), row[0] if row else None, ", ".join(_words(row[1:], view)))
        for title, some in _lists(view, question, column)
        for row in some
    ]
    return taken(HEADINGS, rows, ending, view)


def paths(question: Question, site: Ground) -> Iterator[str]:
    """Yield the paths of such pages below that of a question."""
    if site.ending:
        yield from (column for column in question.counts if len(leads(question, column, site)) > FEW)


def _is_here(view: View, name: str, column: str) -> bool:
    questions = view.site.opened.questions
    return name in questions and column in paths(questions[name], view.site)


def _lists(view: View, question: Question, column: str) -> Iterator[tuple[Markup, list[Row]]]:
    for name, values in leads(question, column, view.site):
        led = view.site.opened.questions[name]
        rows = listed(led, dict(values), view.whole, view.language)
        yield sentence(led, dict(values), view), list(rows)


def _line(row: Row, view: View) -> Markup:
    return Markup(", ").join(answer.cell(term, view) for term in row if term is not None)


def _words(terms: Row, view: View) -> list[str]:
    return [answer.cell(term, view).striptags() for term in terms if term is not None]
