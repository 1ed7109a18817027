"""`partnerkg format`: write Turtle and TriG files in their canonical form."""

from __future__ import annotations

import os

from partnerkg import resources
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, MissingFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0, or with `--check` 1 if a file is not in its canonical form."""
    from partnerkg import files
    from partnerkg.rdf import source
    from partnerkg.rdf.format import formatted

    options = _parser(context).parse_args(arguments)
    context.take(options)
    found = []
    for path in _paths(options.paths or _rooms(context)):
        form = formatted(path, drop_comments=options.drop_comments)
        if form == source.text(path):
            continue
        found.append(f"{path}\n")
        if not options.check:
            files.write_atomically(path, [form])
    context.write(found)
    return 1 if found and options.check else 0


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


def _rooms(context: Context) -> list[str]:
    root = context.folder()
    return [place for room in ("ontology", "graph") if os.path.exists(place := os.path.join(root, room))]


def _paths(places: Sequence[str]) -> Iterator[str]:
    for place in places:
        if os.path.isdir(place):
            yield from resources.files(place, ".ttl", ".trig")
        elif os.path.exists(place):
            yield place
        else:
            raise MissingFile(path=place)
