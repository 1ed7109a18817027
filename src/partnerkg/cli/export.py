"""`partnerkg export`: write the graph, a part of it or any RDF file in a format."""

from __future__ import annotations

import os
import sys

from partnerkg.cli import completing, output
from partnerkg.cli.parser import Help, Parser, pairs
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import export, offers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg export"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once all is written, to standard output, to a file or to a folder."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    _check(options, context)
    exporting = _exporting(options)
    graph, watch = context.graph(), context.watch(options.output)
    if options.output and (options.output.endswith(os.sep) or os.path.isdir(options.output)):
        export.into_folder(graph, exporting, options.output, watch)
        return 0
    return context.put(export.exported(graph, exporting, watch), options.output)


def _exporting(options: Namespace) -> export.Exporting:
    return export.Exporting(
        output.chosen(options, export.endings, "trig"),
        options.file,
        options.base,
        tuple(options.organization),
        tuple(options.source),
        tuple(options.kind),
        options.query,
        pairs(options.param, PROGRAM),
        bool(options.more),
        tuple(options.without),
        options.unsorted,
    )


def _check(options: Namespace, context: Context) -> None:
    if options.file and (context.project or context.endpoint):
        reason = Message("give a file, --project or --endpoint, only one of them")
        raise WrongUse(reason=reason, program=PROGRAM)
    if options.base is not None and not options.file:
        raise WrongUse(reason=Message("--base is for a file"), program=PROGRAM)
    if options.param and not options.query:
        raise WrongUse(reason=Message("--param is for a question, add --query"), program=PROGRAM)


class _Formats(Help):
    """Help whose last part, the list of formats, keeps its lines."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(self._folded(line, width) for line in text.splitlines())

    def _folded(self, line: str, width: int) -> str:
        from textwrap import fill

        start, tab, rest = line.partition("\t")
        if not tab:
            return line
        return fill(rest, width, initial_indent=f"  {start:16}", subsequent_indent=" " * 18)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, N_("Write the graph, a part of it or any RDF file in a format."))
    parser.formatter_class = _Formats
    parser.add_argument(
        "file",
        nargs="?",
        metavar=say(N_("FILE")),
        help=say(N_("an RDF file to write in another format (by default the graph)")),
    )
    option = parser.add_argument(
        "--format",
        metavar=say(N_("FORMAT")),
        help=say(N_("one of those below (by default what the ending of -o says, else trig)")),
    )
    completing.of_graph(option, context, lambda graph: export.summaries())
    output.add_output(parser, context)
    parser.add_argument(
        "--base", metavar="IRI", help=say(N_("the IRI against which those of the file are resolved"))
    )
    parser.add_argument(
        "--unsorted",
        action="store_true",
        help=say(N_("keep the order of the statements, so that any number of them needs little memory")),
    )
    _add_selection(parser, context)
    parser.epilog = _formats(context)
    return parser


def _add_selection(parser: Parser, context: Context) -> None:
    say = context.translate
    group = parser.add_argument_group(say(N_("a part of it")))
    for name, what, known in (
        ("organization", N_("what is said of this organisation or group, and its relations"), offers.things),
        ("source", N_("what this source says"), offers.sources),
        ("kind", N_("what is said of the organisations of this kind or class"), offers.kinds),
    ):
        part = group.add_argument(
            f"--{name}", metavar=say(N_("NAME")), action="append", default=[], help=say(what)
        )
        completing.of_graph(part, context, known)
    query = group.add_argument(
        "--query",
        metavar=say(N_("QUESTION")),
        help=say(N_("what is said of the things in the answer to this question")),
    )
    completing.of_graph(query, context, offers.questions)
    group.add_argument(
        "--param",
        metavar=say(N_("NAME=VALUE")),
        action="append",
        default=[],
        help=say(N_("a value for the question")),
    )
    group.add_argument(
        "--with",
        dest="more",
        choices=("inferred",),
        action="append",
        default=[],
        help=say(N_("add what follows from the graph by the rules, in a graph of its own")),
    )
    group.add_argument(
        "--without",
        choices=export.PARTS,
        action="append",
        default=[],
        help=say(N_("leave out the quotes and claims, the places of the geographical code, or the ontology")),
    )


def _formats(context: Context) -> str:
    """Return the formats with what they are for, read only when somebody asks for help."""
    if not {"-h", "--help"} & set(sys.argv):
        return ""
    lines = (f"{name}\t{context.translate(about)}" for name, about in export.summaries().items())
    return "\n".join([context.translate(N_("formats:")), *lines]).replace("%", "%%")
