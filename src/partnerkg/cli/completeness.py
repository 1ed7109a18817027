"""`partnerkg completeness`: say how complete the records are, and list what is missing."""

from __future__ import annotations

import os
from dataclasses import replace
from shlex import quote

from partnerkg.cli.context import terminal_width
from partnerkg.cli.parser import Parser, add_output
from partnerkg.errors import N_, Message, NoProject, UnknownFormat, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from partnerkg.cli.context import Context
    from partnerkg.completeness import Completeness
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.query.results import Solutions

    View = Callable[[Namespace, Completeness, KnowledgeGraph, Context], Solutions]

PROGRAM = "partnerkg completeness"
DESCRIPTION = N_(
    "Say for each class and property how many records have what a good record needs, and how much of the "
    "pages was read: two measures, never mixed."
)
FORMATS = ("table", "csv", "json", "markdown", "html")
ENDINGS = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".txt": "table",
}
NONE = N_("(none)")
GROUPINGS = ("category", "network", "town", "departement", "source", "status", "kind")


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the measures are written, with --fail-on-regression 1 if a share fell."""
    options = _parser(context).parse_args(arguments)
    context.take(options)
    options.why = False
    options.format = options.format or ENDINGS.get(os.path.splitext(options.output or "")[1].lower())
    _check(options)
    if options.record or options.against or options.history:
        _project(context)  # what cannot be kept is refused before it is measured
    graph = context.graph()
    found = graph.completeness(_shapes(options.shapes))
    if options.group:
        found = found.within(_group(options, graph))
    found = replace(found, where=_where(context), scope=_scope(options))
    if options.record:
        return _record(options.record, found, context)
    if options.against:
        return _compare(options, found, graph, context)
    view = next((view for name, view in VIEWS.items() if vars(options)[name]), None)
    if view is None and options.by and not options.group:
        view = _by_group
    if view is None:
        context.write(_whole(options, found, graph, context), options.output)
        return 0
    if options.organization:
        return _show(options, found, graph, context)
    _write(view(options, found, graph, context), options, graph, context)
    return 0


def _check(options: Namespace) -> None:
    """Raise WrongUse for options that do not go together, UnknownFormat for what the whole has no form in."""
    viewed = next((name for name in (*VIEWS, "record", "against") if vars(options)[name]), None)
    wrong = (
        (options.group and not options.by, N_("--group needs --by: it names one of its groups")),
        (
            viewed and options.by and not options.group,
            N_("--by with another view needs --group: one of its groups"),
        ),
        (
            options.group and viewed in ("record", "against", "history"),
            N_("releases are measured whole, not by group"),
        ),
        (options.class_ and viewed != "ranking", N_("--class needs --ranking")),
        (
            options.fail_on_regression and not options.against,
            N_("--fail-on-regression needs --against: the release to compare with"),
        ),
    )
    for fault, template in wrong:
        if fault:
            raise WrongUse(reason=Message(template), program=PROGRAM)
    whole = viewed is None and not (options.by and not options.group)
    if whole and options.format and options.format not in FORMATS:
        raise UnknownFormat(name=options.format, known=", ".join(FORMATS))


def _where(context: Context) -> str:
    """Return the option that names the project or endpoint, as a shell reads it."""
    given = {"--project": context.project, "--endpoint": context.endpoint}
    return " ".join(f"{name} {quote(value)}" for name, value in given.items() if value)


def _scope(options: Namespace) -> str:
    """Return the options that choose a part of the graph or other shapes."""
    parts = ["--shapes", *map(quote, options.shapes)] if options.shapes else []
    if options.group:
        parts = ["--by", options.by, "--group", quote(options.group), *parts]
    return " ".join(parts)


def _shapes(given: Sequence[str] | None) -> list[str] | None:
    """Return the files of the shapes: those given, and those in the folders given."""
    from partnerkg import resources
    from partnerkg.rdf import forms

    if given is None:
        return None
    return [
        file
        for place in given
        for file in (resources.files(place, *forms.FORMS) if os.path.isdir(place) else [place])
    ]


def _group(options: Namespace, graph: KnowledgeGraph) -> set[str]:
    from partnerkg.completeness import rows

    known = rows.groups(options.by, graph.questions, graph.store)
    return known[rows.group(options.group, known, graph.store, graph.language)]


def _write(rows: Solutions, options: Namespace, graph: KnowledgeGraph, context: Context) -> None:
    from partnerkg.cli.answer import write

    write(rows, options, graph.store, context)


def _missing(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Solutions:
    from partnerkg.completeness import rows

    cell = found.cell(*options.missing)
    return rows.missing(cell, graph.questions, graph.store, context.language)


def _ranking(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Solutions:
    from partnerkg.completeness import rows

    return rows.ranking(found, graph.store, context.language, options.class_)


def _steps(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Solutions:
    from partnerkg.completeness import rows

    if options.steps == "record":
        return rows.records(found, graph.store, context.language)
    return rows.steps(found, context.language)


def _organization(
    options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context
) -> Solutions:
    from partnerkg.completeness import rows

    return rows.items(options.organization, found, context.language, context.translate)


def _show(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> int:
    """Return 0 once the items of an organisation are written, for people below its score and facets."""
    from partnerkg.cli.answer import chosen
    from partnerkg.completeness import formats, rows
    from partnerkg.query import formats as tables
    from partnerkg.query import things

    options.organization = things.find(options.organization, graph.store).value
    table = _organization(options, found, graph, context)
    name = chosen(options)
    head: list[str] = []
    if name == "table":
        own = formats.View(found.within([options.organization]), context.language, context.translate)
        called = rows.names([options.organization], graph.store, context.language)[options.organization]
        score = own.found.score
        shares = [f"{own.facet(facet)} {own.share(score.facets[facet].percent)}" for facet in own.facets()]
        head = [
            f"{called}\n{options.organization}\n",
            f"{' · '.join(own.score())}\n",
            f"{' · '.join(shares)}\n\n",
        ]
    width = None if options.output else terminal_width()
    look = tables.Look(graph.store, context.language, width)
    context.write([*head, *tables.lines(table, name, look)], options.output)
    return 0


def _by_group(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Solutions:
    from partnerkg.completeness import rows

    known = rows.groups(options.by, graph.questions, graph.store)
    none = context.translate(NONE)
    return rows.by_group(found, options.by, known, graph.store, language=context.language, none=none)


def _history(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Solutions:
    from partnerkg.completeness import history, rows

    return rows.trend(history.read(_project(context)), found, context.language, context.translate)


VIEWS: dict[str, View] = {
    "missing": _missing,
    "ranking": _ranking,
    "steps": _steps,
    "organization": _organization,
    "history": _history,
}


def _project(context: Context) -> str:
    folder = context.folder()
    if not os.path.isdir(os.path.join(folder, "graph")):
        raise NoProject(path=folder, folder="graph")
    return folder


def _record(version: str, found: Completeness, context: Context) -> int:
    from partnerkg import files
    from partnerkg.completeness import history
    from partnerkg.rdf import writer

    measured, project = history.release(found, version), _project(context)
    place = history.path(project, version)
    triples = history.triples(measured, history.dataset(project))
    files.make_folder(os.path.dirname(place))
    files.write_atomically(place, (piece.encode() for piece in writer.turtle(triples)))
    context.write([f"{place}\n"])
    return 0


def _compare(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> int:
    from partnerkg.completeness import history, rows

    before = history.choose(history.read(_project(context)), options.against)
    changes = [change for change in history.compare(before, found) if change.now != change.before]
    _write(rows.changes(changes, found, context.language), options, graph, context)
    fallen = sum(change.fell for change in changes)
    said = N_("Since {version}: {changed} numbers changed, {fallen} shares fell.")
    context.note(said, version=before.version, changed=len(changes), fallen=fallen)
    return 1 if fallen and options.fail_on_regression else 0


def _whole(options: Namespace, found: Completeness, graph: KnowledgeGraph, context: Context) -> Iterator[str]:
    """Return the matrix, what was read of the pages, and the next steps in the format chosen."""
    from partnerkg.completeness import formats, rows

    width = None if options.output else terminal_width()
    name = options.format or ("csv" if width is None else "table")
    pages = rows.pages(graph.questions, graph.store).records() if not options.group else []
    named = {str(page["source"]) for page in pages}
    if name == "html":
        named.update(thing for cell in found.cells for thing in cell.missing)
    view = formats.View(
        found,
        context.language,
        context.translate,
        pages,
        rows.names(named, graph.store, context.language),
        _scores(found, context) if name == "html" and not options.group else (),
        width,
        width is not None and "NO_COLOR" not in os.environ and os.environ.get("TERM", "dumb") != "dumb",
    )
    return formats.lines(view, name)


def _scores(found: Completeness, context: Context) -> list[tuple[str, int | None]]:
    """Return the score of each release that was measured, by the weights of today."""
    from partnerkg.completeness import history

    if context.endpoint:
        return []
    wanted = [cell.wanted for cell in found.cells]
    return [(one.version, one.score(wanted).percent) for one in history.read(context.folder())]


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, DESCRIPTION)
    add = parser.add_argument
    views = parser.add_mutually_exclusive_group()
    views.add_argument(
        "--missing",
        nargs=2,
        metavar=(say(N_("CLASS")), say(N_("PROPERTY"))),
        help=say(N_("list the records of a class that lack a property, and what to look up")),
    )
    for name, said in (
        ("ranking", N_("list the records, the worst first")),
        ("history", N_("show what was measured of each release")),
    ):
        views.add_argument(f"--{name}", action="store_true", help=say(said))
    views.add_argument(
        "--steps",
        nargs="?",
        const="property",
        choices=("property", "record"),
        help=say(N_("list the gaps whose filling raises the score most, by property or by record")),
    )
    views.add_argument(
        "--organization",
        metavar=say(N_("SLUG")),
        help=say(N_("show what one organisation has and lacks")),
    )
    version = say(N_("VERSION"))
    said = N_("write what is measured now as that of a release, into graph/quality")
    views.add_argument("--record", metavar=version, help=say(said))
    said = N_("show what changed since a release (`last` for the newest)")
    views.add_argument("--against", metavar=version, help=say(said))
    said = N_("with --ranking: the records of this class, instead of the organisations")
    add("--class", dest="class_", metavar=say(N_("CLASS")), help=say(said))
    add("--fail-on-regression", action="store_true", help=say(N_("with --against: exit 1 if a share fell")))
    add("--by", choices=GROUPINGS, help=say(N_("show the score of each group of organisations")))
    add("--group", metavar=say(N_("NAME")), help=say(N_("with --by: only the organisations of this group")))
    said = N_("other shapes: files or folders, instead of those that come with partnerkg")
    add("--shapes", nargs="+", metavar=say(N_("PATH")), help=say(said))
    known = ", ".join(FORMATS)
    said = N_("one of {known} (by default table on a terminal, else csv)")
    add("--format", help=context.say(said, known=known))
    add_output(parser, context)
    return parser
