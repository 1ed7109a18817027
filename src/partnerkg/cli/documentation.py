"""`partnerkg documentation`: write the pages of the ontology."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.documentation import documented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the pages stand in the folder, whose files are listed."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(documented(context.graph(), options.output))


def _parser(context: Context) -> Parser:
    parser = Parser(
        "partnerkg documentation",
        context,
        N_("Write the pages of the ontology, in French and English: every term, rule and count."),
    )
    output.add_folder(parser, context, N_("the folder for the pages"))
    return parser
