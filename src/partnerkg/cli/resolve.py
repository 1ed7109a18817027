"""`partnerkg resolve`: say which mentions of many pages mean the same organisation."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

DESCRIPTION = N_(
    "Say whom each mention means: an organisation of the graph, one that a line before named, or a new one. "
    "Homonyms of other towns are never taken for one, and what is not sure is said to be in doubt."
)


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the lines are written."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    watch = context.watch(options.output)
    done = resolve.resolve(context.graph(), options.lines, options.known, options.matcher, watch)
    return context.put(done, options.output)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg resolve", context, DESCRIPTION)
    about = N_("lines of mentions, as `partnerkg read --format jsonl` writes them; - for standard input")
    parser.add_argument("lines", nargs="*", metavar=say(N_("FILE")), default=["-"], help=say(about))
    about = N_("who compares the names: rules (own), or probabilities (splink, needs the extra scale)")
    parser.add_argument("--matcher", choices=resolve.MATCHERS, default=resolve.OWN, help=say(about))
    about = N_("another graph whose organisations are known: a project, an RDF file; may be given again")
    parser.add_argument("--known", metavar=say(N_("PATH")), action="append", default=[], help=say(about))
    output.add_output(parser, context)
    return parser
