"""`partnerkg infer`: write what follows from the graph, which is never stored with it."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import infer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg infer"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the inferred graph is written, or with --rules the list of rules."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    if options.base is not None and not options.shapes:
        raise WrongUse(reason=Message(N_("--base is for the files of --shapes")), program=PROGRAM)
    if options.rules and options.shapes:
        raise WrongUse(
            reason=Message(N_("--rules lists the rules of the ontology; leave --shapes out")), program=PROGRAM
        )
    if options.rules:
        output.asked(options, lambda: {".txt": "text"})
        return context.put(infer.listed(context.graph(), context.audience(options.output)), options.output)
    form = output.chosen(options, infer.endings, "trig")
    return context.put(
        infer.written(context.graph(), form, tuple(options.shapes), options.base), options.output
    )


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        PROGRAM, context, N_("Write what follows from the graph by the rules of the ontology, or of shapes.")
    )
    output.add_format(parser, context, N_("one of {known}"), infer.formats())
    parser.add_argument(
        "--rules",
        action="store_true",
        help=say(N_("list the rules instead, with how many triples each gives and on what it rests")),
    )
    about = N_("take the rules (sh:rule) of the SHACL shapes of this file or folder alone (may be repeated)")
    parser.add_argument("--shapes", action="append", default=[], metavar=say(N_("PATH")), help=say(about))
    about = N_("the IRI against which relative ones of the shapes are resolved")
    parser.add_argument("--base", metavar="IRI", help=say(about))
    output.add_output(parser, context)
    return parser
