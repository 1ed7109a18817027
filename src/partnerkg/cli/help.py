"""`partnerkg help`: show a page of the documentation."""

from __future__ import annotations

from partnerkg.cli import completing
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import topics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the page is shown."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    return context.put(topics.page(context.audience(), options.topic))


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg help", context, N_("Show a page of the documentation, or what pages there are.")
    )
    about = N_("one of the pages that `partnerkg help` lists, such as project")
    topic = parser.add_argument("topic", nargs="?", metavar=say(N_("TOPIC")), help=say(about))
    completing.of_graph(topic, context, lambda _: topics.titles(context.language))
    return parser
