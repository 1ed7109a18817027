"""The catalogue: all questions by theme, and a page for each of them."""

from __future__ import annotations

from itertools import product
from math import prod

from partnerkg.errors import N_
from partnerkg.pipeline.questions import fitting
from partnerkg.pipeline.site.question import offers, usual
from partnerkg.serve.site import answer
from partnerkg.serve.site import question as one
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.values import Question
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

# Themes by the first tag of a question that names one; what has none of them stands under the last.
THEMES = (
    ("partnership", N_("Who works with whom"), ("partnership", "comparison", "activity")),
    ("place", N_("Where"), ("place",)),
    ("network", N_("Networks, support, exchange"), ("network", "membership", "support", "exchange")),
    ("programme", N_("Programmes, events and prizes"), ("programme", "event", "prize")),
    ("organization", N_("An organisation, a name"), ("organization", "name", "identifier", "kind")),
    ("evidence", N_("Proofs and pages"), ("evidence", "claim", "source", "provenance")),
    ("graph", N_("The graph itself"), ()),
)
FEW = 40  # choices of a parameter that a folder of files has a page for


def show(view: View, rest: str) -> Page | None:
    """Return the catalogue, or the question below it."""
    if rest:
        return one.show(view, rest)
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
        sentence=lambda question: one.sentence(question, usual(question), view),
    )
    return framed(view, view.ngettext("{count} question", "{count} questions", len(found)), body)


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return the answer to a question as data."""
    if rest not in view.site.opened.questions:
        return None
    question = view.site.opened.questions[rest]
    given = {name: value for name, value in view.parameters.items() if value}
    return answer.written(question, given or usual(question), ending, view)


def theme(question: Question) -> str:
    """Return the theme that a question stands under."""
    for name, _, tags in THEMES:
        if any(tag in tags for tag in question.tags):
            return name
    return THEMES[-1][0]


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the catalogue, each question as it is shown first, and with each of its few choices."""
    yield "questions", {}
    for question in site.opened.questions:
        for values in choices(question, site):
            yield f"questions/{question.name}", values


def choices(question: Question, site: Site) -> Iterator[dict[str, str]]:
    """Yield the values that a folder of files has a page for, those it is shown with first as `{}`."""
    first = usual(question)
    yield {}
    some = {
        name: [choice.written for choice in offers(question, parameter, site.whole, "fr")]
        for name, parameter in question.parameters.items()
        if parameter.choices
    }
    if len(some) < len(question.parameters):
        return
    if prod(map(len, some.values())) <= FEW:
        several = (dict(zip(some, values, strict=True)) for values in product(*some.values()))
    else:  # one choice after the other, the others as they are shown first
        few = {name: written for name, written in some.items() if len(written) <= FEW}
        several = ({**first, name: value} for name, written in few.items() for value in written)
    seen = [first]
    for values in several:
        if values not in seen:
            seen.append(values)
            yield values
