"""Searching: words → what goes by them, the nearest first, and the questions that speak of them."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pipeline import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Row
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output

COLUMNS = ("name", "command")


def searched(
    opened: Opened,
    words: str,
    audience: Audience,
    *,
    limit: int | None = None,
    format: str | None = None,  # noqa: A002
) -> Output:
    """Return what goes by the words as rows, each with the command that shows it; at most `limit`.

    Accents, case and hyphens do not count, and a part of a word will do.
    """
    from partnerkg.query.results import Solutions

    name = rows.chosen(format, audience)
    table = Solutions(COLUMNS, [*_things(words, opened), *_questions(words, opened, audience)])
    nothing = Message(N_("Nothing goes by all these words; try fewer, or parts of them."))
    return rows.first(table, name, opened.store, audience, limit=limit, nothing=nothing)


def _things(words: str, opened: Opened) -> Iterator[Row]:
    from pyoxigraph import Literal

    from partnerkg.query.search import search

    for thing in search(words, opened.store, limit=1_000_000):
        yield Literal(thing.name), Literal(f"partnerkg show {thing.slug}")


def _questions(words: str, opened: Opened, audience: Audience) -> Iterator[Row]:
    from pyoxigraph import Literal

    for question in opened.questions.search(words) if words.strip() else ():
        summary = question.summary[audience.language]
        yield Literal(summary), Literal(f"partnerkg query {question.name}")
