"""`partnerkg mcp`: offer the graph to assistants over the Model Context Protocol."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, MissingExtra

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the client has ended; MissingExtra if the SDK is not installed."""
    parser = Parser(
        "partnerkg mcp", context, N_("Offer the graph to assistants over standard input and output.")
    )
    context.take(parser.parse_args(arguments))
    try:
        import anyio

        from partnerkg.pipeline.graph import KnowledgeGraph
        from partnerkg.serve import mcp
    except ModuleNotFoundError:
        raise MissingExtra(name="mcp") from None
    anyio.run(mcp.run, KnowledgeGraph(context.place(), context.language, context.endpoint))
    return 0
