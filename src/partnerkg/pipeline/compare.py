"""Asking a server every question, and comparing its rows with those of the graph here."""

from __future__ import annotations

from partnerkg.errors import N_, UnknownThing, WrongValue
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator, Sequence

    from partnerkg.errors import Message
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.query.comparison import Comparison

    Counted = Callable[[int], Message]


def _rows(count: int) -> Message:
    return Several("{count} row", "{count} rows", count)


def _findings(count: int) -> Message:
    return Several("{count} finding", "{count} findings", count)


def compared(opened: Opened, url: str, audience: Audience, shapes: Sequence[str] = ()) -> Iterator[Output]:
    """Yield for each question how the server answers the values of its example; findings where it is wrong.

    With files of `shapes`, for each of their rules, and for all together, how what they find there differs
    from what they find here. A question whose example is not in the graph here is named and left out. The
    errors of an endpoint.
    """
    if shapes:
        yield from _of_shapes(opened, url, audience, shapes)
        return
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


def _of_shapes(opened: Opened, url: str, audience: Audience, shapes: Sequence[str]) -> Iterator[Output]:
    from partnerkg.pipeline import compare_shapes
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output

    for comparison in compare_shapes.compared(opened.bare(), Opened(endpoint=url), shapes):
        yield Output(_lines(comparison, audience, _findings), findings=not comparison.same)


def _lines(comparison: Comparison, audience: Audience, counted: Counted = _rows) -> Iterator[str]:
    yield f"{comparison.question}: {_verdict(comparison, audience, counted(comparison.rows))}\n"
    for mark, rows in (("-", comparison.missing), ("+", comparison.extra)):
        yield from _example(mark, rows)


def _verdict(comparison: Comparison, audience: Audience, counted: Message) -> str:
    if comparison.error:
        return comparison.error.text(audience.translate)
    if comparison.reordered:
        return audience.say(N_("the {rows} come in another order"), rows=counted)
    if comparison.same:
        return audience.say(N_("the same {rows}"), rows=counted)
    return audience.say(
        N_("wrong: of {rows}, {missing}, and {extra}"),
        rows=counted,
        missing=Several("{count} is missing", "{count} are missing", comparison.missing.total()),
        extra=Several("{count} is too many", "{count} are too many", comparison.extra.total()),
    )


def _example(mark: str, rows: Counter[tuple[str, ...]]) -> Iterator[str]:
    """Yield the first wrong row: one is enough to look into it."""
    for row in sorted(rows)[:1]:
        yield f"  {mark} {' '.join(term or '-' for term in row)}\n"
