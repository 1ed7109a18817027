"""`partnerkg format`: write Turtle and TriG files in their canonical form."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.format import formatting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0, or with `--check` 1 if a file is not in its canonical form."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    changed = formatting(
        context.graph(), options.paths, drop_comments=options.drop_comments, check=options.check
    )
    context.write(f"{path}\n" for path in changed)
    return 1 if changed and options.check else 0


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg format",
        context,
        N_("Write Turtle and TriG files in their canonical form and list the changed."),
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar=say(N_("PATH")),
        help=say(N_("files or folders (by default ontology and graph of the project)")),
    )
    parser.add_argument(
        "--check", action="store_true", help=say(N_("write nothing; exit 1 if a file would change"))
    )
    parser.add_argument(
        "--drop-comments", action="store_true", help=say(N_("let comments go, which have no place"))
    )
    return parser
