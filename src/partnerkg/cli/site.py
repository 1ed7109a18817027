"""`partnerkg site`: write the graph as a web site of plain files."""

from __future__ import annotations

import os

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DONE = N_("{files} in {path}; open {first} in a browser.")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the folder is there, with the file to open first."""
    from partnerkg.serve import twin

    options = _parser(context).parse_args(arguments)
    context.take(options)
    count = twin.written(context.graph(), options.output, context.watch(options.output), options.base_url)
    first = os.path.join(options.output, context.language, "index.html")
    files = Several("{count} file", "{count} files", count)
    context.write([context.say(DONE, files=files, path=options.output, first=first) + "\n"])
    return 0


def _parser(context: Context) -> Parser:
    parser = Parser(
        "partnerkg site",
        context,
        N_("Write the graph as a web site: pages in French and English that open without a server."),
    )
    output.add_folder(parser, context, N_("the folder for the site; an earlier site there is replaced"))
    about = N_("the address that the site will have, for its sitemap")
    parser.add_argument("--base-url", metavar="URL", default="", help=context.translate(about))
    return parser
