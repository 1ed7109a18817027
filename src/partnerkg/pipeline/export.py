"""Exporting: the graph, a part of it or any RDF file → one of the formats, as a file or a folder of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from partnerkg import export as formats
from partnerkg.errors import N_, LeftOut, Message, NoStatement, WrongUse
from partnerkg.export.selection import PARTS, Selection, choosing, extended, select
from partnerkg.files import writing
from partnerkg.pipeline.output import Output
from partnerkg.pipeline.watch import Watch, passing
from partnerkg.rdf.kept import passed
from partnerkg.store import held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Quad

    from partnerkg.export import Format
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

__all__ = ["PARTS", "Exporting", "endings", "exported", "into_folder", "summaries"]

PROGRAM = "partnerkg export"
STATEMENTS = N_("statements read")
ROWS = N_("rows put together")


@dataclass(frozen=True)
class Exporting:
    """What is wanted of a graph; a part of it is what all of the options that are given name.

    `file` is an RDF file to take instead, its IRIs resolved against `base`. `query` is a question whose
    answer names things, with its `values`. `inferred` adds what follows by the rules, `without` are some of
    PARTS. `unsorted` keeps the order of the statements. `format` is the name of a format.
    """

    format: str = "trig"
    file: str | None = None
    base: str | None = None
    organizations: Sequence[str] = ()
    sources: Sequence[str] = ()
    kinds: Sequence[str] = ()
    query: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    inferred: bool = False
    without: Sequence[str] = ()
    unsorted: bool = False

    @property
    def narrow(self) -> bool:
        """Return whether more is wanted than all as it is."""
        named = (*self.organizations, *self.sources, *self.kinds, *self.without)
        return bool(named or self.query or self.inferred)


def summaries() -> dict[str, str]:
    """Return what each format is for, in English and marked for translation."""
    return {name: form.summary for name, form in formats.FORMATS.items()}


def endings() -> dict[str, str]:
    """Return the name of the format of each ending of a file."""
    return {form.ending: name for name, form in formats.FORMATS.items()}


def exported(opened: Opened, exporting: Exporting, watch: Watch | None = None) -> Output:
    """Return a graph or a part of it as one file; temporary files go when the last piece is taken.

    UnknownExport, WrongUse for what does not go together, UnknownThing for what is not there, MissingExtra,
    and what is wrong with a file.
    """
    form = _form(exporting)
    return Output(_pieces(form, opened, exporting, watch or Watch()), binary=form.name if form.binary else "")


def into_folder(opened: Opened, exporting: Exporting, path: str, watch: Watch | None = None) -> None:
    """Write a graph or a part of it in a format of several files, all or none; WrongUse for another."""
    import os

    form, watch = _form(exporting), watch or Watch()
    if form.files is None:
        reason = Message("{name} is one file, and {path} is a folder", name=form.name, path=path)
        raise WrongUse(reason=reason, program=PROGRAM)
    with ExitStack() as stack:
        store = _part(opened, exporting, watch, stack)
        count = stack.enter_context(watch.counting(ROWS))
        contents = form.files(store, opened.language, lambda rows: passing(rows, count))
        writing.make_folder(path)
        writing.write_together({os.path.join(path, name): data for name, data in contents.items()})


def _form(exporting: Exporting) -> Format:
    form = formats.chosen(exporting.format)
    if form.chunks is None and exporting.inferred:
        reason = Message("{name} is drawn by questions, which do not see what is inferred", name=form.name)
        raise WrongUse(reason=reason, program=PROGRAM)
    if exporting.unsorted:
        from partnerkg.export.streamed import FORMS

        if form.name not in FORMS:
            reason = Message("--unsorted is for the formats {known}", known=", ".join(FORMS))
            raise WrongUse(reason=reason, program=PROGRAM)
    return form


def _pieces(form: Format, opened: Opened, exporting: Exporting, watch: Watch) -> Iterator[bytes]:
    with ExitStack() as stack:
        if form.chunks is not None:
            found = _quads(opened, exporting, watch, stack)
            quads = passed(watch.over(found, STATEMENTS), found)
            yield from _streamed(form, quads) if exporting.unsorted else form.chunks(quads)
            _say_if_empty(found)
            return
        assert form.asked is not None
        store = _part(opened, exporting, watch, stack)
        count = stack.enter_context(watch.counting(ROWS))
        yield from form.asked(store, opened.language, lambda rows: passing(rows, count))


def _streamed(form: Format, quads: Iterable[Quad]) -> Iterator[bytes]:
    from partnerkg.export.streamed import streamed

    return streamed(quads, form.name)


def _quads(opened: Opened, exporting: Exporting, watch: Watch, stack: ExitStack) -> Iterable[Quad]:
    """Return the statements that are wanted; a file that is wanted whole is read as it is written out."""
    if exporting.file is not None and not exporting.narrow:
        return _parsed(exporting)
    store = _store(opened, exporting, watch, stack)
    selection = _selection(opened, exporting, store)
    quads: Iterable[Quad] = select(store, selection) if selection else store.quads()
    if not exporting.inferred:
        return quads
    from partnerkg.infer import infer, rules

    return extended(quads, infer(store, rules(opened.project)))


def _part(opened: Opened, exporting: Exporting, watch: Watch, stack: ExitStack) -> Store:
    """Return a store of what is wanted."""
    store = _store(opened, exporting, watch, stack)
    selection = _selection(opened, exporting, store)
    if not selection:
        return store
    quads = watch.over(select(store, selection), STATEMENTS)
    return stack.enter_context(held.Held(quads, selection.things, store))


def _store(opened: Opened, exporting: Exporting, watch: Watch, stack: ExitStack) -> Store:
    """Return the store to ask; temporary files of large ones go with the stack."""
    if exporting.file is not None:
        found = _parsed(exporting)
        whole = stack.enter_context(held.hold(watch.over(found, STATEMENTS)))
        _say_if_empty(found)
        return whole
    store = held.spacious(opened.store, lambda quads: watch.over(quads, STATEMENTS))
    return stack.enter_context(store) if isinstance(store, held.Held) else store


def _parsed(exporting: Exporting) -> Iterable[Quad]:
    from partnerkg.rdf.read import parse

    assert exporting.file is not None
    return parse(exporting.file, exporting.base)


def _say_if_empty(found: Iterable[Quad]) -> None:
    """Say that a file held no statement: what comes out of it would say nothing else."""
    import warnings

    from partnerkg.rdf.read import Quads

    if isinstance(found, Quads) and found.is_empty:
        warnings.warn(LeftOut(NoStatement(path=found.name)), stacklevel=2)


def _selection(opened: Opened, exporting: Exporting, store: Store) -> Selection:
    """Return what is wanted; things of several options are those that all of them name."""
    chosen: list[frozenset[NamedNode]] = []
    if exporting.organizations:
        chosen.append(frozenset(choosing.organization(name, store) for name in exporting.organizations))
    if exporting.kinds:
        chosen.append(frozenset().union(*(choosing.of_kind(name, store) for name in exporting.kinds)))
    if exporting.query:
        question = opened.questions[exporting.query]
        chosen.append(choosing.of_answer(question, store, exporting.values))
    things = frozenset.intersection(*chosen) if chosen else None
    sources = frozenset(choosing.source(name, store) for name in exporting.sources) or None
    return Selection(things, sources, frozenset(exporting.without))
