"""`partnerkg engine-check`: ask a server every question, and say which it answers wrongly."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, UnknownThing, WrongValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.query.comparison import Comparison

DESCRIPTION = N_(
    "Ask a server every question with the values of its example, and compare the rows with those of the "
    "graph here, which the server must hold (see push)."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the server answers every question as the graph here does, else 1.

    A question whose example is not in the graph here is named and left out.
    """
    from partnerkg.query.comparison import compare
    from partnerkg.store import remote

    options = _parser(context).parse_args(arguments)
    context.take(options)
    server, here = remote.read(options.url), context.store()
    server.need()
    here.need()
    wrong = False
    for question in context.catalogue():
        try:
            comparison = compare(question, here, server)
        except (UnknownThing, WrongValue) as error:  # another project need not hold the examples
            context.write([f"{question.name}: {error.text(context.translate)}\n"])
            continue
        context.write(_said(comparison, context))
        wrong = wrong or not comparison.same
    return 1 if wrong else 0


def _said(found: Comparison, context: Context) -> Iterator[str]:
    yield f"{found.question}: {_verdict(found, context)}\n"
    for mark, rows in (("-", found.missing), ("+", found.extra)):
        yield from _example(mark, rows)


def _verdict(found: Comparison, context: Context) -> str:
    if found.error:
        return found.error.text(context.translate)
    if found.reordered:
        return context.say(N_("the {rows} rows come in another order"), rows=found.rows)
    if found.same:
        return context.say(N_("the same {rows} rows"), rows=found.rows)
    return context.say(
        N_("wrong: of {rows} rows {missing} are missing, and {extra} are too many"),
        rows=found.rows,
        missing=found.missing.total(),
        extra=found.extra.total(),
    )


def _example(mark: str, rows: Counter[tuple[str, ...]]) -> Iterator[str]:
    """Yield the first wrong row: one is enough to look into it."""
    for row in sorted(rows)[:1]:
        yield f"  {mark} {' '.join(term or '-' for term in row)}\n"


def _parser(context: Context) -> Parser:
    parser = Parser("partnerkg engine-check", context, DESCRIPTION)
    help_ = context.translate(N_("the SPARQL endpoint of the server"))
    parser.add_argument("url", metavar="URL", help=help_)
    return parser
