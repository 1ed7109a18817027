"""`partnerkg export`: write the graph in an RDF format."""

from __future__ import annotations

from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the graph is written, to standard output or to a file."""
    from partnerkg import export

    known = ", ".join(export.FORMATS)
    parser = Parser("partnerkg export", context, N_("Write the graph in an RDF format."))
    parser.add_argument("--format", default="trig", help=context.say(N_("one of {known}"), known=known))
    add_output(parser, context)
    options = parser.parse_args(arguments)
    context.take(options)
    context.write(export.write(context.store().quads(), options.format), options.output)
    return 0
