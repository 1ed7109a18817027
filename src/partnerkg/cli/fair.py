"""`partnerkg fair`: score how FAIR a release is."""

from __future__ import annotations

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline.fair import ENDINGS, FORMATS, scored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0, or with `--at-least` 1 if the mean of the scores is below it."""
    parser = _parser(context)
    options = parser.parse_args(arguments)
    context.take(options)
    found = scored(
        options.folder,
        context.audience(options.output),
        format=output.chosen(options, lambda: ENDINGS, "text"),
        at_least=_percent(options.at_least, parser.prog),
    )
    return context.put(found, options.output)


def _percent(text: str, program: str) -> float:
    try:
        percent = float(text)
    except ValueError:
        percent = -1
    if not 0 <= percent <= 100:
        reason = Message(N_("--at-least takes a percentage from 0 to 100, not `{text}`"), text=text)
        raise WrongUse(reason=reason, program=program)
    return percent


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg fair",
        context,
        N_("Score a release folder by the checks of FOOPS!, F-UJI and the data.europa.eu MQA, offline."),
    )
    parser.add_argument("folder", metavar=say(N_("FOLDER")), help=say(N_("what `partnerkg release` wrote")))
    output.add_format(parser, context, N_("one of {known}"), FORMATS)
    parser.add_argument(
        "--at-least",
        default="0",
        metavar=say(N_("NUMBER")),
        help=say(N_("exit 1 if all three together give less than this percentage")),
    )
    output.add_output(parser, context)
    return parser
