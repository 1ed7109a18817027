"""`partnerkg export`: write the graph, a part of it or any RDF file in a format."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack, contextmanager
from threading import current_thread, main_thread

from partnerkg.cli.parser import Help, Parser, add_output, pairs
from partnerkg.errors import N_, Message, WrongUse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence
    from types import FrameType

    from pyoxigraph import NamedNode, Quad

    from partnerkg.cli.context import Context
    from partnerkg.export import Format, Watch
    from partnerkg.export.selection import Selection
    from partnerkg.store.base import Store

PROGRAM = "partnerkg export"
PARTS = ("evidence", "reference", "ontology")
_STATEMENTS = N_("statements read")
_ROWS = N_("rows put together")
_TERMINATED = 128 + signal.SIGTERM  # as a shell counts


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once all is written, to standard output, to a file or to a folder."""
    from partnerkg import export

    options = _parser(context).parse_args(arguments)
    context.take(options)
    _check(options, context)
    form = export.chosen(options.format, options.output)
    if options.file and not _selects(options) and form.chunks is not None:
        _convert(form, _parsed(options), options, context)
        return 0
    if form.chunks is None and options.more:
        reason = Message("{name} is drawn by questions, which do not see what is inferred", name=form.name)
        raise WrongUse(reason=reason, program=PROGRAM)
    with _tidied() as tidied:
        store = _store(options, context, tidied)
        selection = _selection(options, store, context)
        if form.chunks is not None:
            quads = _extended(_quads(store, selection), store, options, context)
            _convert(form, quads, options, context)
        else:
            _draw(form, _held(store, selection, context, tidied), options, context)
    return 0


@contextmanager
def _tidied() -> Iterator[ExitStack]:
    """Give what closes stores in the end, also when the process is asked to end."""

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one must not break off the tidying
        raise SystemExit(_TERMINATED)

    former = signal.signal(signal.SIGTERM, end) if current_thread() is main_thread() else None
    try:
        with ExitStack() as stack:
            yield stack
    finally:
        if former is not None:
            signal.signal(signal.SIGTERM, former)


def _pieces(form: Format, quads: Iterable[Quad], options: Namespace) -> Iterable[bytes]:
    if not options.unsorted:
        assert form.chunks is not None
        return form.chunks(quads)
    from partnerkg.export.streamed import FORMS, streamed

    if form.name not in FORMS:
        reason = Message("--unsorted is for the formats {known}", known=", ".join(FORMS))
        raise WrongUse(reason=reason, program=PROGRAM)
    return streamed(quads, form.name)


def _check(options: Namespace, context: Context) -> None:
    if options.file and (context.project or context.endpoint):
        raise WrongUse(
            reason=Message("give a file, --project or --endpoint, only one of them"), program=PROGRAM
        )
    if options.base and not options.file:
        raise WrongUse(reason=Message("--base is for a file"), program=PROGRAM)
    if options.param and not options.query:
        raise WrongUse(reason=Message("--param is for a question, add --query"), program=PROGRAM)


def _selects(options: Namespace) -> bool:
    narrow = options.organization or options.source or options.kind or options.query
    return bool(narrow or options.without or options.more)


def _parsed(options: Namespace) -> Iterable[Quad]:
    from partnerkg.rdf.read import parse

    return parse(options.file, options.base)


def _store(options: Namespace, context: Context, tidied: ExitStack) -> Store:
    """Return the store to ask; temporary files of large ones go with what tidies up."""
    from partnerkg.store import held

    if options.file:
        return tidied.enter_context(held.hold(_counted(_parsed(options), context)))
    store = held.spacious(context.store(), lambda quads: _counted(quads, context))
    return tidied.enter_context(store) if isinstance(store, held.Held) else store


def _selection(options: Namespace, store: Store, context: Context) -> Selection:
    """Return what the options ask for; things of several options are those that all of them name."""
    from partnerkg.export.selection import Selection, choosing

    chosen = []
    if options.organization:
        chosen.append(frozenset(choosing.organization(name, store) for name in options.organization))
    if options.kind:
        chosen.append(frozenset().union(*(choosing.of_kind(name, store) for name in options.kind)))
    if options.query:
        values = pairs(options.param, PROGRAM)
        chosen.append(choosing.of_answer(context.catalogue()[options.query], store, values))
    things: frozenset[NamedNode] | None = frozenset.intersection(*chosen) if chosen else None
    sources = frozenset(choosing.source(name, store) for name in options.source) or None
    return Selection(things, sources, frozenset(options.without))


def _quads(store: Store, selection: Selection) -> Iterable[Quad]:
    from partnerkg.export.selection import select

    return select(store, selection) if selection else store.quads()


def _extended(quads: Iterable[Quad], store: Store, options: Namespace, context: Context) -> Iterable[Quad]:
    if not options.more:
        return quads
    from partnerkg.export.selection import extended
    from partnerkg.infer import infer, rules

    return extended(quads, infer(store, rules(context.project)))


def _held(store: Store, selection: Selection, context: Context, tidied: ExitStack) -> Store:
    """Return the store of what is selected; without a selection the store itself."""
    if not selection:
        return store
    from partnerkg.store import held

    quads = _counted(_quads(store, selection), context)
    return tidied.enter_context(held.Held(quads, selection.things, store))


def _counted(quads: Iterable[Quad], context: Context) -> Iterable[Quad]:
    from partnerkg.cli.progress import counted

    return counted(quads, context.translate(_STATEMENTS))


@contextmanager
def _watching(sentence: str, options: Namespace, context: Context) -> Iterator[Watch]:
    """Give what counts until all is written; it shows nothing where the terminal shows what is written."""
    from partnerkg.cli.progress import counting
    from partnerkg.export import unwatched

    if options.output is None and sys.stdout.isatty():
        yield unwatched
    else:
        with counting(context.translate(sentence)) as watch:
            yield watch


def _convert(form: Format, quads: Iterable[Quad], options: Namespace, context: Context) -> None:
    with _watching(_STATEMENTS, options, context) as watch:
        _write(_pieces(form, watch(quads), options), form, options, context)


def _draw(form: Format, store: Store, options: Namespace, context: Context) -> None:
    folder = _folder(options.output)
    if folder is None:
        assert form.asked is not None
        with _watching(_ROWS, options, context) as watch:
            return _write(form.asked(store, context.language, watch), form, options, context)
    if form.files is None:
        raise WrongUse(
            reason=Message("{name} is one file, and {path} is a folder", name=form.name, path=folder),
            program=PROGRAM,
        )
    from partnerkg import files

    with _watching(_ROWS, options, context) as watch:
        contents = form.files(store, context.language, watch)
        files.make_folder(folder)
        return files.write_together({os.path.join(folder, name): data for name, data in contents.items()})


def _folder(path: str | None) -> str | None:
    return path if path and (path.endswith(os.sep) or os.path.isdir(path)) else None


def _write(pieces: Iterable[bytes], form: Format, options: Namespace, context: Context) -> None:
    if form.binary and not options.output and sys.stdout.isatty():
        raise WrongUse(
            reason=Message("{name} is no text for a terminal: add -o FILE", name=form.name), program=PROGRAM
        )
    context.write(pieces, options.output)


class _Formats(Help):
    """Help whose last part, the list of formats, keeps its lines."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(self._folded(line, width) for line in text.splitlines())

    def _folded(self, line: str, width: int) -> str:
        from textwrap import fill

        start, tab, rest = line.partition("\t")
        if not tab:
            return line
        return fill(rest, width, initial_indent=f"  {start:16}", subsequent_indent=" " * 18)


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser(PROGRAM, context, N_("Write the graph, a part of it or any RDF file in a format."))
    parser.formatter_class = _Formats
    parser.add_argument(
        "file",
        nargs="?",
        metavar=say(N_("FILE")),
        help=say(N_("an RDF file to write in another format, letter for letter (by default the graph)")),
    )
    parser.add_argument(
        "--format",
        metavar=say(N_("FORMAT")),
        help=say(N_("one of those below (by default what the ending of -o says, else trig)")),
    )
    add_output(parser, context)
    parser.add_argument(
        "--base", metavar="IRI", help=say(N_("the IRI against which those of the file are resolved"))
    )
    parser.add_argument(
        "--unsorted",
        action="store_true",
        help=say(N_("keep the order of the statements, so that any number of them needs little memory")),
    )
    _add_selection(parser, context)
    parser.epilog = _formats(context)
    return parser


def _add_selection(parser: Parser, context: Context) -> None:
    say = context.translate
    group = parser.add_argument_group(say(N_("a part of it")))
    for name, what in (
        ("organization", N_("what is said of this organisation or group, and its relations")),
        ("source", N_("what this source says")),
        ("kind", N_("what is said of the organisations of this kind or class")),
    ):
        group.add_argument(f"--{name}", metavar=say(N_("NAME")), action="append", default=[], help=say(what))
    group.add_argument(
        "--query",
        metavar=say(N_("QUESTION")),
        help=say(N_("what is said of the things in the answer to this question")),
    )
    group.add_argument(
        "--param",
        metavar=say(N_("NAME=VALUE")),
        action="append",
        default=[],
        help=say(N_("a value for the question")),
    )
    group.add_argument(
        "--with",
        dest="more",
        choices=("inferred",),
        action="append",
        default=[],
        help=say(N_("add what follows from the graph by the rules, in a graph of its own")),
    )
    group.add_argument(
        "--without",
        choices=PARTS,
        action="append",
        default=[],
        help=say(N_("leave out the quotes and claims, the places of the geographical code, or the ontology")),
    )


def _formats(context: Context) -> str:
    """Return the formats with what they are for, read only when somebody asks for help."""
    if not {"-h", "--help"} & set(sys.argv):
        return ""
    from partnerkg import export

    lines = (f"{name}\t{context.translate(form.summary)}" for name, form in export.FORMATS.items())
    return "\n".join([context.translate(N_("formats:")), *lines]).replace("%", "%%")
