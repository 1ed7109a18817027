"""`partnerkg read`: read the partners that pages name, into the project at hand or just to look at."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message
from partnerkg.pipeline import drafting, drafts, mentions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.output import Output

DESCRIPTION = N_(
    "Read the partners that pages name. In a project of your own a reading is written, to be looked at and "
    "accepted; with --format or -o, or outside a project, what was found is only shown."
)
NOWHERE = N_("Nothing was kept: this is no project of yours; `partnerkg init FOLDER` makes one.")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the readings or the mentions are written."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    form = output.asked(options, lambda: mentions.ENDINGS)
    nowhere = context.place() is None
    if form is None and options.output is None and not nowhere:
        return context.put(_kept(options, context))
    audience = context.audience(options.output)
    asked = mentions.Asked(form, options.publisher, options.fetch, options.known)
    watch = context.watch(options.output)
    read = mentions.read(context.graph(), audience, options.pages, asked, watch)
    if nowhere and form is None and audience.width is not None:
        read.notes = (*read.notes, Message(NOWHERE))
    return context.put(read, options.output)


def _kept(options: Namespace, context: Context) -> Output:
    page = (options.publisher, options.language, options.address, options.title)
    how = drafting.How(*page, again=options.again, fetch=options.fetch, known=options.known)
    return drafts.read(context.graph(), context.audience(), options.pages, how, context.watch(None))


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg read", context, DESCRIPTION)
    parser.add_argument(
        "pages",
        nargs="+",
        metavar=say(N_("PAGE")),
        help=say(
            N_(
                "a file with a page (HTML, Markdown, plain text, a page saved whole), a table (CSV, XLSX) or "
                "Web Annotations; a folder of such files; an address with --fetch; - for standard input"
            )
        ),
    )
    about = N_("fetch pages that are given by their address: https only, as far as robots.txt allows")
    parser.add_argument("--fetch", action="store_true", help=say(about))
    about = N_(
        "who speaks in the page, and is no partner of itself (by default whom the page says, else the "
        "publisher of the project)"
    )
    parser.add_argument("--publisher", metavar=say(N_("NAME")), default="", help=say(about))
    about = N_("another graph whose organisations are known: a project, an RDF file; may be given again")
    parser.add_argument("--known", metavar=say(N_("PATH")), action="append", default=[], help=say(about))
    _add_page(parser, context)
    output.add_format(parser, context, N_("one of {known} (jsonl: a line a mention)"), mentions.FORMATS)
    output.add_output(parser, context)
    return parser


def _add_page(parser: Parser, context: Context) -> None:
    say = context.translate
    about = N_("the language of the page, such as fr or de (by default the one it seems or says to be in)")
    parser.add_argument("--language", metavar=say(N_("TAG")), default="", help=say(about))
    about = N_("where the page stands on the web, if it does not say so itself")
    parser.add_argument("--address", metavar="URL", default="", help=say(about))
    about = N_("its title, if it is to have another")
    parser.add_argument("--title", metavar=say(N_("TEXT")), default="", help=say(about))
    about = N_("read a page anew that was read before: what was decided is kept, what changed is shown")
    parser.add_argument("--again", action="store_true", help=say(about))
