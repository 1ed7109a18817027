"""`partnerkg identifiers`: a sheet of the identifiers that are missing, and what comes back from it."""

from __future__ import annotations

import os

from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, Message, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.identifiers.filled import Fault

PROGRAM = "partnerkg identifiers"


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the sheet is written or taken back; 1 if something in it is wrong."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    if options.sheet is not None:
        return _take(options, context)
    if options.check:
        raise WrongUse(reason=Message("--check is for --import"), program=PROGRAM)
    from partnerkg.identifiers.missing import QUESTION, missing, sheet

    rows = missing(context.store(), context.catalogue()[QUESTION], context.language)
    context.write([sheet(rows, options.excel)], options.output)
    return 0


def _take(options: Namespace, context: Context) -> int:
    from partnerkg import files
    from partnerkg.identifiers.take import take

    taken = take(context.folder(), options.sheet)
    for fault in taken.faults:
        print(_worded(fault, context))
    if taken.faults:
        return 1
    if not options.check:
        for folder in sorted({str(path.parent) for path in taken.files}):
            files.make_folder(folder)
        files.write_together({str(path): [data] for path, data in taken.files.items()})
    template = N_("would be written: {path}") if options.check else N_("written: {path}")
    for path in sorted(taken.files):
        print(context.say(template, path=os.path.relpath(path)))
    print(context.say(N_("{count} new identifiers; then `partnerkg build`."), count=taken.count))
    return 0


def _worded(fault: Fault, context: Context) -> str:
    said = fault.said
    text = said.text(context.translate) if isinstance(said, Message) else said.get(context.language, "")
    return context.say(N_("line {line}: {text}"), line=fault.line, text=text)


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
    add_output(parser, context)
    return parser
