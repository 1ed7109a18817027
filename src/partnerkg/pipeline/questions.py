"""The questions of the catalogue: a list of them, and the values that the graph offers for one."""

from __future__ import annotations

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.pipeline import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.query.catalogue import Question
    from partnerkg.query.results import Solutions

PATIENCE = 5.0  # seconds that help waits for an endpoint to name values


def listed(
    opened: Opened,
    words: str,
    audience: Audience,
    *,
    limit: int | None = None,
    format: str | None = None,  # noqa: A002
) -> Output:
    """Return the questions with all these words as rows, all of them without words; at most `limit`."""
    name = rows.chosen(format, audience)
    table = _rows(opened.questions.search(words), audience.language)
    nothing = Message(N_("No question has all these words; try fewer, or parts of them."))
    return rows.first(table, name, opened.store, audience, limit=limit, nothing=nothing)


def _rows(questions: Iterable[Question], language: str) -> Solutions:
    from pyoxigraph import Literal

    from partnerkg.query.results import Solutions

    columns = ("name", "summary", "parameters")
    return Solutions(
        columns,
        [
            (
                Literal(question.name),
                Literal(question.summary[language]),
                Literal(" ".join(f"--{name}" for name in question.parameters)),
            )
            for question in questions
        ],
    )


def offers(opened: Opened, question: Question) -> dict[str, list[str]]:
    """Return what the graph has for each parameter with choices, as a person writes it.

    Nothing if the graph cannot be asked: help is given without one too.
    """
    from partnerkg.query.choices import written
    from partnerkg.store import opening

    found = {}
    try:
        for name, parameter in question.parameters.items():
            if parameter.choices is not None:
                graph = opening.read(opened.project, opened.endpoint, PATIENCE)
                found[name] = written(question, name, graph, opened.language)
    except PartnerkgError:
        return {}
    return found
