"""`partnerkg load`: write RDF files into a store on the disk, which is opened at once ever after."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.load import loaded
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the store is whole and has its name."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    count = loaded(context.graph(), options.places, options.output, context.watch(options.output))
    said = Several(
        "{count} statement is in {path}; `partnerkg --project {path}` asks it.",
        "{count} statements are in {path}; `partnerkg --project {path}` asks them.",
        count,
        path=options.output,
    )
    context.write([f"{said.text(context.translate)}\n"])
    return 0


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg load", context, N_("Write RDF files into a store on the disk, to be opened at once.")
    )
    parser.add_argument(
        "places",
        nargs="*",
        metavar=say(N_("PATH")),
        help=say(N_("project folders, RDF files or folders of them (by default the project)")),
    )
    about = N_("where to write the store; one that is there is replaced when the new one is whole")
    output.add_folder(parser, context, about)
    return parser
