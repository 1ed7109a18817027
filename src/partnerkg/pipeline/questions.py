"""The questions of the catalogue: a list of them, and the values that the graph offers for one."""

from __future__ import annotations

from shlex import quote

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pipeline import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.errors import Translate
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.query.catalogue import Question
    from partnerkg.query.choices import Offer
    from partnerkg.query.results import Solutions
    from partnerkg.query.search.questions import Fitting

# What the questions that come with partnerkg are about, for people who read another language.
TAGS = (
    N_("activity"),
    N_("bookshop"),
    N_("category"),
    N_("comparison"),
    N_("event"),
    N_("evidence"),
    N_("export"),
    N_("group"),
    N_("identifier"),
    N_("inference"),
    N_("institution"),
    N_("library"),
    N_("licence"),
    N_("membership"),
    N_("name"),
    N_("network"),
    N_("organisation"),
    N_("partnership"),
    N_("place"),
    N_("prize"),
    N_("programme"),
    N_("quality"),
    N_("release"),
    N_("support"),
    N_("value"),
    N_("vocabulary"),
)
PATIENCE = 5.0  # seconds that help waits for an endpoint to name values


def listed(
    opened: Opened,
    words: str,
    audience: Audience,
    *,
    limit: int | None = None,
    format: str | None = None,  # noqa: A002
) -> Output:
    """Return the questions of which one of the words speaks, the best first, else all; at most `limit`.

    The values that the words name stand with the parameters that take them.
    """
    name = rows.chosen(format, audience)
    found = fitting(opened, words)
    table = _rows(found, opened, audience.language)
    nothing = Message(N_("No question speaks of any of these words; `partnerkg questions` lists all."))
    title = audience.translate(N_("Questions"))
    return rows.first(table, name, opened.store, audience, limit=limit, nothing=nothing, title=title)


def tags(question: Question, translate: Translate) -> str:
    """Return what a question is about, in a language; what nobody translated as it is written."""
    return ", ".join(translate(tag) for tag in question.tags)


def fitting(opened: Opened, words: str) -> list[Fitting]:
    """Return the questions that go by the words, the best first; all of them without words."""
    from partnerkg.query.search.questions import Fitting

    if not words.strip():
        return [Fitting(question) for question in opened.questions]
    return opened.finder.questions.find(words)


def _rows(fitting: Iterable[Fitting], opened: Opened, language: str) -> Solutions:
    from pyoxigraph import Literal

    from partnerkg.query.headings import table

    return table(
        ("name", "summary", "parameters"),
        [
            (
                Literal(one.question.name),
                Literal(one.question.summary[language]),
                Literal(" ".join(_parameter(name, one, opened) for name in one.question.parameters)),
            )
            for one in fitting
        ],
        language,
    )


def _parameter(name: str, fitting: Fitting, opened: Opened) -> str:
    if name not in fitting.values:
        return f"--{name}"
    value = opened.finder.things.name(fitting.values[name], opened.language)
    return f"--{name} {quote(value)}"


def offers(opened: Opened, question: Question) -> dict[str, Offer]:
    """Return what the graph has for each parameter with choices, as people call it.

    Nothing if the graph cannot be asked: help is given without one too.
    """
    from partnerkg.query.choices import offer
    from partnerkg.store import opening

    found = {}
    try:
        for name, parameter in question.parameters.items():
            if parameter.choices is not None:
                graph = opening.read(opened.project, opened.endpoint, PATIENCE)
                found[name] = offer(question, name, graph, opened.language)
    except PartnerkgError:
        return {}
    return found
