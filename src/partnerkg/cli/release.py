"""`partnerkg release`: write a folder with the graph in all formats, described, checked and compared."""

from __future__ import annotations

import os
import re

from partnerkg.cli import output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_, Message, WrongUse
from partnerkg.pipeline.release import Order, released
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

PROGRAM = "partnerkg release"
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the folder is there."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    order = Order(
        context.graph().folder(),
        options.version,
        options.output,
        options.previous,
        options.address,
        _day(options.date),
        force=options.force,
    )
    made = released(order)
    sentence = N_("{files}, {size}, in {path}; `sha256sum --check SHA256SUMS` there checks them.")
    size = sum(file.size for file in made)
    said = context.say(
        sentence,
        files=Several("{count} file", "{count} files", len(made)),
        size=Several("{count} byte", "{count} bytes", size),
        path=options.output,
    )
    context.write([f"{said}\n"])
    return 0


def _day(given: str | None) -> str | None:
    """Return the day given, else that of SOURCE_DATE_EPOCH (reproducible-builds.org), else None."""
    from datetime import UTC, date, datetime

    try:
        if given is not None:
            if not _DAY.fullmatch(given):
                raise ValueError(given)
            return date.fromisoformat(given).isoformat()
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else None
    except (ValueError, OverflowError, OSError):
        value = given if given is not None else epoch
        reason = Message("`{value}` is no date; write it as 2026-11-22", value=value)
        raise WrongUse(reason=reason, program=PROGRAM) from None


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, N_("Write a release: a folder that others can use without asking."))
    parser.add_argument(
        "version", metavar=say(N_("VERSION")), help=say(N_("a semantic version, such as 1.0.0"))
    )
    output.add_folder(parser, context, N_("the folder to make, new or empty"))
    parser.add_argument(
        "--previous",
        metavar=say(N_("PATH")),
        help=say(N_("the release before, to say what changed: its folder or a dump of it")),
    )
    parser.add_argument(
        "--address",
        metavar="URL",
        help=say(N_("where the folder will be published (by default below the IRI of the dataset)")),
    )
    parser.add_argument(
        "--date",
        metavar=say(N_("DAY")),
        help=say(N_("the day of issue (by default that of SOURCE_DATE_EPOCH, else none is said)")),
    )
    parser.add_argument(
        "--force", action="store_true", help=say(N_("replace a release that is there already"))
    )
    return parser
