"""An answer, found and written as the options say."""

from __future__ import annotations

from partnerkg.cli.context import terminal_links, terminal_width
from partnerkg.errors import N_, Message, UnknownFormat, WrongUse
from partnerkg.query import formats
from partnerkg.query.formats import Look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Triple

    from partnerkg.cli.context import Context
    from partnerkg.model.terms import Term
    from partnerkg.query.catalogue import Question
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Outcome, Task
    from partnerkg.store.base import Store

PROGRAM = "partnerkg query"


def answer(query: Question | str, values: Mapping[str, str], options: Namespace, context: Context) -> int:
    """Return 0 once the answer to a question or SPARQL text is written; OutOfTime if it takes too long."""
    from partnerkg.query.results import Solutions
    from partnerkg.query.run import Task

    limit, seconds = bounds(options)
    store = context.store()
    outcome = _outcome(Task(query, values, limit), seconds, store, context)
    found = outcome.answer
    if isinstance(found, Solutions):
        write(found, options, store, context, outcome.given)
    elif options.why:
        raise WrongUse(reason=Message("--why is for a question or a SELECT query"), program=PROGRAM)
    elif isinstance(found, bool):
        _write_truth(found, options, context)
    else:
        _write_triples(found, options, context)
    if outcome.cut:
        context.note(N_("There is more than the {limit} that --limit asks for."), limit=limit)
    return 0


def _outcome(task: Task, seconds: float | None, store: Store, context: Context) -> Outcome:
    from partnerkg.query.run import perform, perform_apart

    if seconds is None:
        return perform(task, store)
    return perform_apart(task, context.project, context.endpoint, seconds=seconds)


def bounds(options: Namespace) -> tuple[int | None, float | None]:
    """Return how many rows are wanted and how many seconds they may take, None where nothing was said.

    WrongUse if the options say it wrongly.
    """
    if options.limit is None and options.timeout is None:
        return None, None
    from partnerkg.cli import limits

    return limits.rows(options.limit, PROGRAM), limits.seconds(options.timeout, PROGRAM)


def chosen(options: Namespace) -> str:
    """Return the format asked for, else what suits a terminal, or a program that reads the answer.

    UnknownFormat or NoQuotes if --why is given and the format has no place for quotes.
    """
    terminal = not options.output and terminal_width() is not None
    name: str = options.format or ("table" if terminal else "json" if options.why else "csv")
    if options.why:
        formats.check_reasons(name)
    return name


def write(
    solutions: Solutions,
    options: Namespace,
    store: Store,
    context: Context,
    given: Iterable[Term] = (),
) -> None:
    """Write rows as the options say; `given` are the values that the question was told."""
    width = None if options.output else terminal_width()
    links = width is not None and terminal_links()
    look = Look(store, context.language, width, links, translate=context.translate)
    if options.why:
        from partnerkg.query.why import reasons

        look.reasons = reasons(solutions, store, given)
    name = chosen(options)
    if name in formats.BINARY and width is not None:
        raise WrongUse(
            reason=Message("{name} is no text for a terminal: add -o FILE", name=name), program=PROGRAM
        )
    said = solutions.completeness.message() if solutions.completeness else None
    if said and name in formats.WITH_NOTE:
        look.note = said.text(context.translate)
    context.write(formats.lines(solutions, name, look), options.output)
    if said and not look.note:
        context.note(said.template, **said.details)


def _write_truth(truth: bool, options: Namespace, context: Context) -> None:
    yes, no = context.translate(N_("yes")), context.translate(N_("no"))
    document = formats.truth(truth, options.format) if options.format else None
    context.write([document or f"{yes if truth else no}\n"], options.output)


def _write_triples(triples: list[Triple], options: Namespace, context: Context) -> None:
    from partnerkg.rdf import writer

    if options.format == "svg":
        from partnerkg.query.statements import Statements

        look = Look(context.store(), context.language, translate=context.translate)
        context.write(formats.lines(Statements(triples).solutions(), "svg", look), options.output)
        return
    if options.format not in (None, "turtle"):
        raise UnknownFormat(name=options.format, known="turtle, svg")
    context.write(writer.turtle(triples), options.output)
