"""The catalogue: all questions by theme, and a page for each of them."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.pipeline.questions import fitting
from partnerkg.pipeline.site.choosing import usual, wanting
from partnerkg.serve.site import answer, counted
from partnerkg.serve.site import question as one
from partnerkg.serve.site.filing import choices
from partnerkg.serve.site.form import sentence
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered
from partnerkg.serve.site.themes import THEMES, theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

HEADINGS = {"name": N_("Name"), "question": N_("Question"), "parameters": N_("Values to give")}
# Themes by the first tag of a question that names one; what has none of them stands under the last.


def show(view: View, rest: str) -> Page | None:
    """Return the catalogue, or the question below it."""
    name, _, column = rest.partition("/")
    if rest:
        return counted.show(view, name, column) if column else one.show(view, rest)
    words = view.parameters.get("q", "").strip()
    found = [one.question for one in fitting(view.site.opened, words)]
    themes = [
        (name, view.translate(title), [question for question in found if theme(question) == name])
        for name, title, _ in THEMES
    ]
    body = rendered(
        "questions",
        view,
        themes=[(name, title, some) for name, title, some in themes if some],
        count=len(found),
        words=words,
        sentence=lambda question: sentence(question, usual(question, view.whole), view),
    )
    return framed(
        view,
        view.ngettext("{count} question", "{count} questions", len(found)),
        body,
        alternates=of_table(view, things=False),
    )


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return the catalogue as data, or the answer to the question below it."""
    if not rest:
        found = (one.question for one in fitting(view.site.opened, view.parameters.get("q", "").strip()))
        rows = [(one.name, view.in_language(one.summary), " ".join(one.parameters)) for one in found]
        return taken(HEADINGS, rows, ending, view)
    name, _, column = rest.partition("/")
    if column:
        return counted.written(view, name, column, ending)
    if rest not in view.site.opened.questions:
        return None
    question = view.site.opened.questions[rest]
    given = {name: value for name, value in view.parameters.items() if value}
    if view.site.ending and not given and wanting(question, view.whole):
        return None  # a folder of files has no data that there are not
    return answer.written(question, given or usual(question, view.whole), ending, view)


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the catalogue, each question as it is shown first, and with each of its few choices."""
    yield "questions", {}
    for question in site.opened.questions:
        for values in choices(question, site):
            yield f"questions/{question.name}", values
        for column in counted.paths(question, site):
            yield f"questions/{question.name}/{column}", {}
