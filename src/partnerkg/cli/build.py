"""`partnerkg build`: write the claims from the readings."""

from __future__ import annotations

import os

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from partnerkg.cli.context import Context
    from partnerkg.encode.generated import Generated
    from partnerkg.readings.build import Build


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the claims are written; with --check 0 if they are up to date, 1 if not."""
    from partnerkg.readings.build import build

    options = _parser(context).parse_args(arguments)
    context.take(options)
    made = build(context.folder(), options.texts)
    print(_counted(made, context))
    for path in made.strangers:
        context.note(N_("{path} is left as it is: no reading makes it."), path=os.path.relpath(path))
    return finish(made.generated, options.check, context)


def finish(generated: Generated, check: bool, context: Context) -> int:
    """Write and name the files that are out of date; with `check` only name them, and return 1."""
    stale = generated.stale() if check else generated.write()
    for path in stale:
        print(context.say(_done(path, check), path=os.path.relpath(path)))
    return 1 if check and stale else 0


def _done(path: Path, check: bool) -> str:
    if check:
        return N_("not up to date: {path}")
    return N_("written: {path}") if path.exists() else N_("removed: {path}")


def _counted(made: Build, context: Context) -> str:
    pages = [reading for reading in made.readings if reading.capture]
    claims = sum(len(reading.claims) for reading in made.readings)
    return context.say(
        N_("{claims} claims read in {pages} pages and seen on {others} other public pages."),
        claims=claims,
        pages=len(pages),
        others=len(made.readings) - len(pages),
    )


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg build", context, N_("Write the claims and their evidence from the readings."))
    parser.add_argument(
        "--check", action="store_true", help=say(N_("write nothing; fail if a file is not up to date"))
    )
    parser.add_argument(
        "--texts",
        metavar=say(N_("FOLDER")),
        help=say(N_("compare every quote with the captured text FOLDER/{source}.txt")),
    )
    return parser
