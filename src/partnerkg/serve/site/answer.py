"""An answer as a page shows it: in a sentence, as a table, as a picture; and written as data."""

from __future__ import annotations

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, PartnerkgError
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.rows import written as in_format
from partnerkg.serve.site.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.pipeline.site.question import Answer
    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.view import View

NAMED = 3  # things that the sentence names
# The data of an answer by ending: format and media type.
FORMS = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "json": ("json", "application/json"),
}
_PLAIN = frozenset({"text", "texte", "place", "lieu"})  # headings that say less than the name of the column


def written(question: Question, values: Mapping[str, str], ending: str, view: View) -> Page | None:
    """Return the answer as data, None for an ending that stands for no format."""
    if ending not in FORMS:
        return None
    form, media_type = FORMS[ending]
    try:
        solutions = view.site.ask(question, values)
    except PartnerkgError as wrong:
        return Page(400, "text/plain; charset=utf-8", wrong.text(view.translate).encode())
    output = in_format(solutions, form, view.whole.opened.store, Audience(view.language))
    pieces = (piece.encode() if isinstance(piece, str) else piece for piece in output.pieces)
    return Page(200, media_type, b"".join(pieces))


def sentence(found: Answer, view: View) -> Markup:
    """Return an answer in a sentence: how many rows, and the first things in them."""
    count = len(found.rows)
    if found.solutions.cut:
        return view.rich(
            N_("More than {count} answers: here are the first {count}."), count=view.number(count)
        )
    if not count:
        return view.rich(N_("No answer: the graph says nothing of the kind."))
    first = dict.fromkeys(row.terms[0] for row in found.rows if row.terms and row.terms[0] is not None)
    named = [cell(term, view) for term in list(first)[:NAMED] if isinstance(term, NamedNode)]
    head = view.ngettext("{count} answer", "{count} answers", count)
    if not named:
        return view.rich(N_("{answers}."), answers=head)
    rest = len(first) - len(named)
    names = Markup(", ").join(named)
    if rest:
        others = view.ngettext("and {count} other", "and {count} others", rest)
        return view.rich(N_("{answers}: {names} {others}."), answers=head, names=names, others=others)
    return view.rich(N_("{answers}: {names}."), answers=head, names=names)


def heading(question: Question, column: str, view: View) -> str:
    """Return what stands above a column."""
    named = question.headings.get(view.language, {}).get(column)
    if named:
        return named[:1].upper() + named[1:]
    content = question.columns.get(column, {}).get(view.language, "")
    words = column.replace("_", " ") if not content or content in _PLAIN else content
    return words[:1].upper() + words[1:]


def cell(term: object, view: View) -> Markup:
    """Return a value of a table: a thing with a link to its page, a number as it is printed, words."""
    if isinstance(term, NamedNode):
        page = view.page_of(term)
        if page is None and term.value.startswith(("http://", "https://")) and view.names.found(term) is None:
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(term.value, view.host(term.value))
        return view.link(term)
    if isinstance(term, Literal):
        if term.datatype.value.endswith("#integer") and term.value.lstrip("-").isdecimal():
            return escape(view.number(int(term.value)))
        if term.language and term.language != view.language:
            return Markup('<span lang="{}">{}</span>').format(term.language, view.visible(term.value))
        return escape(view.visible(term.value))
    return Markup() if term is None else escape(str(term))


def picture(found: Answer, view: View) -> Markup | None:
    """Return the picture of an answer, None for one that has neither links nor places."""
    return None
