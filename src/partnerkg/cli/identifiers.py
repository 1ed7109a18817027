"""`partnerkg identifiers`: a sheet of the identifiers that are missing, and what comes back from it."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline import identifiers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg identifiers"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the sheet is written or taken back; 1 if something in it is wrong."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    graph, audience = context.graph(), context.audience(options.output)
    if options.sheet is not None:
        return context.put(identifiers.taken(graph, options.sheet, audience, check=options.check))
    if options.check:
        raise WrongUse(reason=Message("--check is for --import"), program=PROGRAM)
    name = output.chosen(options, lambda: identifiers.ENDINGS, "csv")
    if options.excel and name != "csv":
        reason = Message(N_("--excel is for CSV; leave it out, Excel opens .xlsx as it is"))
        raise WrongUse(reason=reason, program=PROGRAM)
    sheet = identifiers.sheet(graph, audience, format="excel" if options.excel else name)
    return context.put(sheet, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        PROGRAM, context, N_("Write a sheet of the identifiers that are missing, or take it back filled in.")
    )
    parser.add_argument(
        "--excel", action="store_true", help=say(N_("write it with semicolons and a mark that Excel knows"))
    )
    parser.add_argument(
        "--import",
        dest="sheet",
        metavar=say(N_("FILE")),
        help=say(N_("take the identifiers of a filled sheet into the enrichment, all of them or none")),
    )
    parser.add_argument(
        "--check", action="store_true", help=say(N_("with --import: only say what is wrong, write nothing"))
    )
    output.add_output(parser, context)
    return parser
