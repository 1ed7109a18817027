"""`partnerkg load`: write RDF files into a store on the disk, which is opened at once ever after."""

from __future__ import annotations

import sys

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from partnerkg.cli.context import Context


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the store is whole and has its name."""
    from partnerkg.store.loading import load

    options = _parser(context).parse_args(arguments)
    context.take(options)
    places = options.places or [context.folder()]
    stop, progress = _progress(context)
    try:
        description = load(places, options.output, progress)
    finally:
        stop()
    sentence = N_("{statements} statements are in {path}; `partnerkg --project {path}` asks them.")
    context.write([context.say(sentence, statements=description.statements, path=options.output) + "\n"])
    return 0


def _progress(context: Context) -> tuple[Callable[[], None], Callable[[int], None] | None]:
    """Return what ends a progress bar and what moves it; there is one only where a person looks on."""
    if not sys.stderr.isatty():
        return (lambda: None), None
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description} {task.completed:n}"), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(context.translate(N_("statements loaded")), total=None)
    bar.start()
    return bar.stop, lambda done: bar.update(task, completed=done)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(
        "partnerkg load", context, N_("Write RDF files into a store on the disk, to be opened at once.")
    )
    parser.add_argument(
        "places",
        nargs="*",
        metavar=say(N_("PATH")),
        help=say(N_("project folders, RDF files or folders of them (by default the project)")),
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=say(N_("DIRECTORY")),
        help=say(N_("where to write the store; one that is there is replaced when the new one is whole")),
    )
    return parser
