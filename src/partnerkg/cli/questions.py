"""`partnerkg questions`: list and search the questions that can be asked."""

from __future__ import annotations

from partnerkg.cli import listing
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.questions import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the questions are written."""
    parser = Parser(
        "partnerkg questions",
        context,
        N_("List the questions, or those of which these words speak, the best first."),
    )
    words = N_("word or part of one, in either language, or a name in the graph")
    listing.add_options(parser, context, needed=False, words=words)
    return listing.run(listed, parser, arguments, context)
