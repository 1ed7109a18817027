"""`partnerkg init`: make a project of one's own."""

from __future__ import annotations

from partnerkg.cli import language
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import init

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the folder is a project."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    made = init.made(
        context.audience(),
        options.folder,
        title=options.title,
        publisher=options.publisher,
        base=options.base,
        licence=options.licence,
        language=options.language or context.language,
    )
    return context.put(made)


def _parser(context: Context) -> Parser:
    say = context.translate
    about = N_("Make a project of your own: a folder that holds readings of your pages and their graph.")
    parser = Parser("partnerkg init", context, about)
    parser.add_argument("folder", metavar=say(N_("FOLDER")), help=say(N_("where; . is the current folder")))
    parser.add_argument(
        "--title",
        metavar=say(N_("TEXT")),
        default="",
        help=say(N_("its title (by default the folder’s name)")),
    )
    parser.add_argument(
        "--publisher", metavar=say(N_("NAME")), default="", help=say(N_("who will publish the graph"))
    )
    about = N_("what the addresses of its own things begin with (by default those of partnerkg)")
    parser.add_argument("--base", metavar="URL", default="", help=say(about))
    about = N_("the licence of the graph: a name such as CC-BY-4.0 (the default), or its address")
    parser.add_argument("--licence", metavar=say(N_("NAME")), default=init.LICENCE, help=say(about))
    parser.add_argument(
        "--language",
        choices=language.KNOWN,
        default="",
        help=say(N_("the language of its title and, unless they say otherwise, its pages")),
    )
    return parser
