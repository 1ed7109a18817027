"""`partnerkg validate`: check the graph against its shapes."""

from __future__ import annotations

from partnerkg.cli import validated
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, UnknownFormat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

FORMATS = ("text", "json", "turtle")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 if the graph conforms, 1 if it does not."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    if options.format not in FORMATS:
        raise UnknownFormat(name=options.format, known=", ".join(FORMATS))
    graph = validated.graph(options, context)
    report = graph.validate(options.fail_on, shapes=validated.shapes(options), engine=options.engine)
    text = {
        "text": lambda: report.text(context.language, context.translate),
        "json": report.to_json,
        "turtle": report.to_turtle,
    }[options.format]()
    context.write([text if text.endswith("\n") else text + "\n"], options.output)
    return 0 if report.conforms else 1


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg validate", context, N_("Check the graph against its shapes."))
    parser.add_argument(
        "--format", default="text", help=context.say(N_("one of {known}"), known=", ".join(FORMATS))
    )
    parser.add_argument(
        "--fail-on",
        choices=("violation", "warning", "info"),
        default="violation",
        help=say(N_("the mildest severity that makes the graph fail")),
    )
    validated.add_options(parser, context)
    add_output(parser, context)
    return parser
