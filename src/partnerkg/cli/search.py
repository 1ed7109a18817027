"""`partnerkg search`: find what goes by some words, and the questions that speak of them."""

from __future__ import annotations

from partnerkg.cli import listing
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline.search import searched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once what was found is written."""
    parser = Parser("partnerkg search", context, N_("Find what goes by these words, the best first."))
    words = N_("word or part of one, in any spelling, with or without accents")
    listing.add_options(parser, context, needed=True, words=words)
    return listing.run(searched, parser, arguments, context)
