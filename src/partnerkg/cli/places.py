"""`partnerkg places`: write the places of the graph from the official geographical code (COG)."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0, or with `--check` 1 if the places are not what the COG gives."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(read.places(context.graph(), context.audience(), options.folder, check=options.check))


def _parser(context: Context) -> Parser:
    say = context.translate
    description = N_("Write the places that communes.yaml lists as the official geographical code has them.")
    parser = Parser("partnerkg places", context, description)
    parser.add_argument(
        "folder",
        metavar=say(N_("FOLDER")),
        help=say(N_("folder with communes.json, departements.json and regions.json")),
    )
    parser.add_argument(
        "--check", action="store_true", help=say(N_("write nothing; exit 1 if the places would change"))
    )
    return parser
