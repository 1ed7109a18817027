"""`partnerkg read`: say which organisations a page names."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import mentions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Say which organisations a page names: name, kind, town, relation, and where its words stand. Nothing "
    "enters the graph."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the mentions are written."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    audience = context.audience(options.output)
    form = output.asked(options, lambda: mentions.ENDINGS)
    read = mentions.read(context.graph(), audience, options.pages, form, options.publisher)
    return context.put(read, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg read", context, DESCRIPTION)
    parser.add_argument(
        "pages",
        nargs="+",
        metavar=say(N_("PAGE")),
        help=say(N_("a file with a page: HTML, Markdown or plain text; - for standard input")),
    )
    parser.add_argument(
        "--publisher",
        metavar=say(N_("NAME")),
        default="",
        help=say(N_("who speaks in the page, and is no partner of itself")),
    )
    known = ", ".join(mentions.FORMATS)
    parser.add_argument(
        "--format", help=context.say(N_("one of {known} (jsonl: a line a mention)"), known=known)
    )
    output.add_output(parser, context)
    return parser
