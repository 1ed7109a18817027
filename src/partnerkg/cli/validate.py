"""`partnerkg validate`: check the graph against its shapes."""

from __future__ import annotations

from partnerkg.cli import validated
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, Message, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from partnerkg.cli.context import Context
    from partnerkg.store.base import Store
    from partnerkg.validate import Report
    from partnerkg.validate.formats import Look

PROGRAM = "partnerkg validate"
FORMATS = "text, json, csv, markdown, html, turtle, sarif, junit"  # known here for the help to come at once


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the graph passes, 1 if it does not."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    from partnerkg.validate import formats, sentences

    name = _format(options)
    _check_parts(options)
    graph = validated.graph(options, context)
    report = graph.validate(
        options.fail_on,
        shapes=validated.shapes(options),
        engine=options.engine,
        focus=_focus(options.focus, graph.store),
        since=options.since,
    )
    context.write(
        formats.lines(report, name, _look(name, report, graph.store, options, context)), options.output
    )
    if options.output:
        verdict, counts = sentences.verdict(report), sentences.counts(report)
        note = N_("{verdict} {counts} The report is in {path}.")
        context.note(note, verdict=verdict, counts=counts, path=options.output)
    return 0 if report.passes(options.strict) else 1


def _check_parts(options: Namespace) -> None:
    if options.focus and options.since:
        reason = Message(N_("give --focus or --since, not both"))
        raise WrongUse(reason=reason, program=PROGRAM)
    if options.strict and (options.focus or options.since):
        reason = Message(N_("--strict is for the whole graph: few shapes concern one thing"))
        raise WrongUse(reason=reason, program=PROGRAM)


def _format(options: Namespace) -> str:
    """Return the format asked for, else that of the ending of the file, else text; UnknownFormat."""
    from partnerkg.validate import formats

    name: str = options.format or (options.output and formats.guessed(options.output)) or "text"
    formats.check(name)
    return name


def _focus(names: Sequence[str], store: Store) -> list[NamedNode] | None:
    """Return the things named and what exists only for them, None for all; UnknownThing if one is none."""
    if not names:
        return None
    from partnerkg.query import things
    from partnerkg.query.belonging import belonging

    found = [things.find(name, store, parameter="focus") for name in names]
    return [*found, *belonging(found, store)]


def _look(name: str, report: Report, store: Store, options: Namespace, context: Context) -> Look:
    from partnerkg import __version__
    from partnerkg.query.subject import subject
    from partnerkg.validate import formats

    place = options.data or context.project or context.endpoint or ""
    return formats.Look(
        context.language,
        context.translate,
        _labels(report, store, context.language),
        strict=options.strict,
        verbose=options.verbose,
        version=__version__,
        subject=tuple(subject(store, place, context.language)) if name == "html" else (),
    )


def _labels(report: Report, store: Store, language: str) -> dict[str, str]:
    """Return what the things of a report are called, by IRI; nothing is read if it names none."""
    from pyoxigraph import NamedNode

    found = [term for result in report.results for term in (result.focus_node, result.value)]
    named = {term for term in found if isinstance(term, NamedNode)} | set(map(NamedNode, report.focus))
    if not named:
        return {}
    from partnerkg.query.labels import labels

    return labels(named, store, language)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, N_("Check the graph against its shapes."))
    parser.add_argument(
        "--format",
        help=context.say(
            N_("one of {known} (by default what the ending of -o FILE asks for, else text)"), known=FORMATS
        ),
    )
    parser.add_argument(
        "--fail-on",
        choices=("violation", "warning", "info"),
        default="violation",
        help=say(N_("the mildest severity that makes the graph fail")),
    )
    parser.add_argument("--strict", action="store_true", help=say(N_("fail if a shape meets no node")))
    parser.add_argument(
        "--focus",
        action="append",
        default=[],
        metavar=say(N_("SLUG")),
        help=say(N_("look only at this thing and what exists for it alone (may be repeated)")),
    )
    parser.add_argument(
        "--since",
        metavar=say(N_("PATH")),
        help=say(N_("look only at what changed since this release, graph or dump, and what leads to it")),
    )
    parser.add_argument(
        "--verbose", action="store_true", help=say(N_("show what every shape was asked about"))
    )
    validated.add_options(parser, context)
    add_output(parser, context)
    return parser
