"""`partnerkg validate`: check the graph against its shapes."""

from __future__ import annotations

from partnerkg.cli import completing, limits, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.opened import Opened

PROGRAM = "partnerkg validate"
# known here for the help to come at once
FORMATS = ("text", "json", "csv", "markdown", "html", "turtle", "sarif", "junit")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the graph passes, 1 if it does not."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    from partnerkg.pipeline import check

    _check_parts(options)
    checking = check.Checking(
        options.fail_on,
        tuple(options.shapes or ()),
        options.engine,
        tuple(options.focus),
        options.since,
        options.strict,
        options.verbose,
        output.chosen(options, lambda: check.ENDINGS, "text"),
        limits.seconds(options.timeout, PROGRAM),
        options.base,
        options.rules,
    )
    report = check.checked(_graph(options, context), checking, context.audience(options.output))
    notes, report.notes = report.notes, ()
    code = context.put(report, options.output)
    if options.output:
        verdict, counts = notes
        note = N_("{verdict} {counts} The report is in {path}.")
        context.note(Message(note, verdict=verdict, counts=counts, path=options.output))
    return code


def _graph(options: Namespace, context: Context) -> Opened:
    """Return the graph to check: that of DATA, else of the project or endpoint.

    DATA with shapes of their own are taken alone: the ontology of the shipped project is no part of them.
    """
    if options.data is None:
        return context.graph()
    if context.project or context.endpoint:
        raise WrongUse(
            reason=Message(N_("give DATA, --project or --endpoint, not two of them")), program=PROGRAM
        )
    context.project = options.data
    return context.graph().bare(options.base) if options.shapes else context.graph()


def _check_parts(options: Namespace) -> None:
    if options.base is not None and not (options.data and options.shapes):
        raise WrongUse(reason=Message(N_("--base is for DATA with --shapes")), program=PROGRAM)
    if options.rules and not options.shapes:
        raise WrongUse(reason=Message(N_("--rules is for shapes of your own (--shapes)")), program=PROGRAM)
    if options.focus and options.since:
        raise WrongUse(reason=Message(N_("give --focus or --since, not both")), program=PROGRAM)
    if options.strict and (options.focus or options.since):
        reason = Message(N_("--strict is for the whole graph: few shapes concern one thing"))
        raise WrongUse(reason=reason, program=PROGRAM)


def _parser(context: Context) -> Parser:
    parser = Parser(PROGRAM, context, N_("Check the graph against its shapes."))
    _add_data(parser, context)
    _add_parts(parser, context)
    _add_verdict(parser, context)
    output.add_output(parser, context)
    return parser


def _add_data(parser: Parser, context: Context) -> None:
    say = context.translate
    about = N_("an RDF file or folder to check, instead of the graph that comes with it")
    parser.add_argument("data", nargs="?", metavar=say(N_("DATA")), help=say(about))
    about = N_(
        "check against the SHACL shapes of this file or folder alone; "
        "DATA are then taken without the ontology (may be repeated)"
    )
    parser.add_argument("--shapes", action="append", metavar=say(N_("PATH")), help=say(about))
    about = N_("the IRI against which relative ones are resolved (by default the address of each file)")
    parser.add_argument("--base", metavar="IRI", help=say(about))
    about = N_("compile the shapes to SPARQL, ask pySHACL, or take what is right for the shapes (auto)")
    engines = ("auto", "sparql", "pyshacl")
    parser.add_argument("--engine", choices=engines, default="auto", help=say(about))
    about = N_(
        "look also at what the rules of the shapes (sh:rule) add: each run once, or repeatedly until nothing "
        "is new (by default once if the shapes say sh:entailment sh:Rules, else not)"
    )
    parser.add_argument("--rules", choices=("once", "repeatedly"), help=say(about))


def _add_parts(parser: Parser, context: Context) -> None:
    say = context.translate
    about = N_("look only at this thing and what exists for it alone (may be repeated)")
    focus = parser.add_argument(
        "--focus", action="append", default=[], metavar=say(N_("NAME")), help=say(about)
    )
    completing.of_graph(focus, context, _things)
    about = N_("look only at what changed since this release, graph or dump, and what leads to it")
    parser.add_argument("--since", metavar=say(N_("PATH")), help=say(about))


def _things(graph: Opened) -> Mapping[str, str]:
    from partnerkg.pipeline.offers import things

    return things(graph)


def _add_verdict(parser: Parser, context: Context) -> None:
    say = context.translate
    about = N_("one of {known} (by default what the ending of -o FILE asks for, else text)")
    output.add_format(parser, context, about, FORMATS)
    parser.add_argument(
        "--fail-on",
        choices=("violation", "warning", "info"),
        default="violation",
        help=say(N_("the mildest severity that makes the graph fail")),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=say(N_("fail if a shape meets no node or something was left out")),
    )
    parser.add_argument(
        "--verbose", action="store_true", help=say(N_("show what every shape was asked about"))
    )
    about = N_(
        "give up when there is no report after this time (with --shapes 300 seconds by default, and 2048 MB "
        "of memory, or as many as PARTNERKG_MEMORY says)"
    )
    parser.add_argument("--timeout", metavar=say(N_("SECONDS")), help=say(about))
