"""`partnerkg show`: an organisation, its relations, and the words that prove them."""

from __future__ import annotations

from partnerkg.cli import completing, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import offers, show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the organisation is written."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    form = output.asked(options, lambda: show.ENDINGS)
    found = show.shown(context.graph(), options.name, context.audience(options.output), form)
    return context.put(found, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg show", context, N_("Show an organisation, its relations and its quotes."))
    about = N_("name, acronym, slug, prefixed name or IRI")
    name = parser.add_argument("name", metavar=say(N_("NAME")), help=say(about))
    completing.of_graph(name, context, offers.things)
    output.add_format(parser, context, N_("one of {known}"), show.FORMATS)
    output.add_output(parser, context)
    return parser
