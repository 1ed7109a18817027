"""Asking a server every question, and comparing its rows with those of the graph here."""

from __future__ import annotations

from partnerkg.errors import N_, UnknownThing, WrongValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.query.comparison import Comparison


def compared(opened: Opened, url: str, audience: Audience) -> Iterator[Output]:
    """Yield for each question how the server answers the values of its example; findings where it is wrong.

    A question whose example is not in the graph here is named and left out. The errors of an endpoint.
    """
    from partnerkg.pipeline.output import Output
    from partnerkg.query.comparison import compare
    from partnerkg.store import remote

    server, here = remote.read(url), opened.store
    server.need()
    here.need()
    for question in opened.questions:
        try:
            comparison = compare(question, here, server)
        except (UnknownThing, WrongValue) as error:  # another project need not hold the examples
            yield Output([f"{question.name}: {error.text(audience.translate)}\n"])
            continue
        yield Output(_lines(comparison, audience), findings=not comparison.same)


def _lines(comparison: Comparison, audience: Audience) -> Iterator[str]:
    yield f"{comparison.question}: {_verdict(comparison, audience)}\n"
    for mark, rows in (("-", comparison.missing), ("+", comparison.extra)):
        yield from _example(mark, rows)


def _verdict(comparison: Comparison, audience: Audience) -> str:
    if comparison.error:
        return comparison.error.text(audience.translate)
    if comparison.reordered:
        return audience.say(N_("the {rows} rows come in another order"), rows=comparison.rows)
    if comparison.same:
        return audience.say(N_("the same {rows} rows"), rows=comparison.rows)
    return audience.say(
        N_("wrong: of {rows} rows {missing} are missing, and {extra} are too many"),
        rows=comparison.rows,
        missing=comparison.missing.total(),
        extra=comparison.extra.total(),
    )


def _example(mark: str, rows: Counter[tuple[str, ...]]) -> Iterator[str]:
    """Yield the first wrong row: one is enough to look into it."""
    for row in sorted(rows)[:1]:
        yield f"  {mark} {' '.join(term or '-' for term in row)}\n"
