"""An answer as a page shows it: in a sentence, as a table, as a picture; and written as data."""

from __future__ import annotations

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_
from partnerkg.pipeline.audience import Audience
from partnerkg.pipeline.rows import written as in_format
from partnerkg.pipeline.site import atlas, neighbours
from partnerkg.pipeline.site import question as asking
from partnerkg.pipeline.site.data import RDF, of_rows
from partnerkg.pipeline.site.terms import PK
from partnerkg.serve.site.page import SHEET, TYPES, Page
from partnerkg.serve.site.pictures import around, columns
from partnerkg.serve.site.pictures import map as maps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from partnerkg.pipeline.site.atlas import Atlas
    from partnerkg.pipeline.site.neighbours import Link
    from partnerkg.pipeline.site.question import Answer
    from partnerkg.pipeline.site.whole import Whole
    from partnerkg.pipeline.values import Question, Solutions
    from partnerkg.serve.site.view import View

SEVERAL = 3  # towns whose map says more than who is linked with whom
SHEET_ROWS = 5000  # of a spreadsheet in a folder of files; the CSV has more
NAMED = 3  # things that the sentence names
# The data of an answer by ending: format and media type.
FORMS = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "json": ("json", "application/json"),
    "xlsx": ("xlsx", SHEET),
}
_PLAIN = frozenset({"text", "texte", "place", "lieu"})  # headings that say less than the name of the column


def written(question: Question, values: Mapping[str, str], ending: str, view: View) -> Page | None:
    """Return the answer as data, None for an ending that stands for no format.

    It has every row, also where the page shows the first ones.
    """
    if ending not in (*FORMS, *RDF):
        return None
    solutions = view.site.ask(question, values)
    if ending == "xlsx" and not has_sheet(solutions, question, values, view):
        return None
    if solutions.cut:
        solutions = asking.everything(question, values, view.whole)
    return as_data(solutions, ending, view)


def has_sheet(solutions: Solutions, question: Question, values: Mapping[str, str], view: View) -> bool:
    """Return whether there is a spreadsheet of an answer: a folder of files has none of a very long one."""
    if not view.site.has_sheets or not (view.site.ending and solutions.cut):
        return view.site.has_sheets
    return len(asking.everything(question, values, view.whole)) <= SHEET_ROWS


def as_data(solutions: Solutions, ending: str, view: View) -> Page | None:
    """Return rows in the format of an ending, None if it stands for none; MissingExtra, UnwritableValue.

    RDF says what is known of the things in them; in a folder of files each has its own.
    """
    if ending in RDF and not view.site.ending and names_things(solutions):
        return statements((term for row in solutions for term in row), ending, view)
    if ending not in FORMS:
        return None
    form, media_type = FORMS[ending]
    output = in_format(solutions, form, view.whole.opened.store, Audience(view.language), labelled=True)
    pieces = (piece.encode() if isinstance(piece, str) else piece for piece in output.pieces)
    return Page(200, media_type, b"".join(pieces))


def names_things(solutions: Solutions) -> bool:
    """Return whether a table names anything of which something may be said."""
    return any(isinstance(term, NamedNode) for row in solutions for term in row)


def statements(terms: Iterable[object], ending: str, view: View) -> Page:
    """Return what is said of the things among some terms."""
    things = dict.fromkeys(term for term in terms if isinstance(term, NamedNode))
    return Page(200, TYPES[ending], of_rows(things, ending, view.whole))


def sentence(found: Answer, view: View) -> Markup:
    """Return an answer in a sentence: how many rows, and the first things in them."""
    count = len(found.rows)
    if found.solutions.cut:
        return view.rich(
            N_("More than {count} answers: here are the first {count}."), count=view.number(count)
        )
    if not count:
        nothing = found.solutions.nothing
        return escape(nothing.text(view.translate) if nothing else view.say(N_("No answer.")))
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
        return view.text(view.names.of(term))
    return Markup() if term is None else escape(str(term))


def picture(found: Answer, view: View) -> Markup | None:
    """Return the pictures of an answer: of its links, of its places; None for one that has neither."""
    parts = []
    places = atlas.of_answer(found.rows, view.whole, view.language)
    shown = maps.drawn(places, maps.ASIDE, view, " small") if places.towns else None
    if shown:
        parts.append((view.say(N_("Where")), shown + _off(places, view)))
    links = [link for link in found.links if not (shown and _is_placed(link, view.whole))]
    if links:
        star = neighbours.of_links(links, view.whole)
        drawn = around.drawn(star, view) if star else columns.drawn(links, view)
        first = 0 if len(places.towns) < SEVERAL else len(parts)
        parts.insert(first, (view.say(N_("Who with whom")), drawn))
    sections = (Markup("<section><h2>{}</h2>{}</section>").format(title, svg) for title, svg in parts)
    return Markup().join(sections) or None


def _is_placed(link: Link, whole: Whole) -> bool:
    """Return whether a link leads to a place, which a map shows better."""
    return PK.Place in whole.classes(link[1])


def _off(places: Atlas, view: View) -> Markup:
    """Return the towns that the map does not show, in words."""
    if not places.off:
        return Markup()
    names = Markup(", ").join(view.link(town.thing) for town in places.off)
    return Markup('<p class="small">{} {}.</p>').format(view.say(N_("Off the map:")), names)
