"""The options of `partnerkg completeness`."""

from __future__ import annotations

from partnerkg.cli import completing, output
from partnerkg.cli.parser import Parser
from partnerkg.errors import N_
from partnerkg.pipeline import complete, offers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.cli.context import Context
    from partnerkg.pipeline.opened import Opened

PROGRAM = "partnerkg completeness"
DESCRIPTION = N_(
    "Say for each class and property how many records have what a good record needs, and how much of the "
    "pages was read: two measures, never mixed."
)


def parser(context: Context) -> Parser:
    """Return the parser of `partnerkg completeness`: views, of which one is taken, and what is measured."""
    made = Parser(PROGRAM, context, DESCRIPTION)
    _add_views(made, context)
    _add_parts(made, context)
    output.add_output(made, context)
    return made


def _add_views(parser: Parser, context: Context) -> None:
    say = context.translate
    views = parser.add_mutually_exclusive_group()
    missing = views.add_argument(
        "--missing",
        nargs=2,
        metavar=(say(N_("CLASS")), say(N_("PROPERTY"))),
        help=say(N_("list the records of a class that lack a property, and what to look up")),
    )
    completing.of_graph(missing, context, _wanted)
    for name, about in (
        ("ranking", N_("list the records, the worst first")),
        ("history", N_("show what was measured of each release")),
    ):
        views.add_argument(f"--{name}", action="store_true", help=say(about))
    views.add_argument(
        "--steps",
        nargs="?",
        const="property",
        choices=("property", "record"),
        help=say(N_("list the gaps whose filling raises the score most, by property or by record")),
    )
    organization = views.add_argument(
        "--organization",
        metavar=say(N_("NAME")),
        help=say(N_("show what one organisation has and lacks")),
    )
    completing.of_graph(organization, context, offers.things)
    version = say(N_("VERSION"))
    about = N_("write what is measured now as that of a release, into graph/quality")
    views.add_argument("--record", metavar=version, help=say(about))
    about = N_("show what changed since a release (`last` for the newest)")
    views.add_argument("--against", metavar=version, help=say(about))


def _wanted(graph: Opened) -> Mapping[str, str]:
    """Return the classes that may follow --missing; behind one of them its properties."""
    words = completing.line()
    given = words[len(words) - words[::-1].index("--missing") :] if "--missing" in words else []
    return offers.properties(graph, given[0]) if given else offers.classes(graph)


def _add_parts(parser: Parser, context: Context) -> None:
    say, add = context.translate, parser.add_argument
    about = N_("with --ranking: the records of this class, instead of the organisations")
    add("--class", dest="class_", metavar=say(N_("CLASS")), help=say(about))
    add("--fail-on-regression", action="store_true", help=say(N_("with --against: exit 1 if a share fell")))
    add("--by", choices=complete.GROUPINGS, help=say(N_("show the score of each group of organisations")))
    add("--group", metavar=say(N_("NAME")), help=say(N_("with --by: only the organisations of this group")))
    about = N_("other shapes: files or folders, instead of those that come with partnerkg")
    add("--shapes", nargs="+", metavar=say(N_("PATH")), help=say(about))
    about = N_(
        "give up when nothing is measured after this time (with --shapes 300 seconds by default, and 2048 MB "
        "of memory, or as many as PARTNERKG_MEMORY says)"
    )
    add("--timeout", metavar=say(N_("SECONDS")), help=say(about))
    about = N_("one of {known} (by default table on a terminal, else csv)")
    output.add_format(parser, context, about, complete.FORMATS)
