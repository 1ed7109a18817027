"""Checking a graph against shapes: the whole, some things, or what changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from partnerkg.errors import N_, LeftOut, Message, MissingFile, UnreadableFile, WrongUse
from partnerkg.pipeline import apart
from partnerkg.pipeline.changes import diff
from partnerkg.pipeline.lacking import noted
from partnerkg.pipeline.output import Output
from partnerkg.query.labels import labels
from partnerkg.rdf import forms, members
from partnerkg.rdf.source import OWN
from partnerkg.store.base import ONTOLOGY
from partnerkg.store.local import graph_of
from partnerkg.validate import Shapes, affected, entailed, explicit, formats, load, sentences, shipped
from partnerkg.validate import validate as held_against
from partnerkg.validate.notices import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened, Place
    from partnerkg.rdf.difference import Difference
    from partnerkg.store.base import Store
    from partnerkg.validate import Report, Severity
    from partnerkg.validate.places import Place as Located

    Focus = Iterable[NamedNode | str] | NamedNode | str | None

ENDINGS = formats.ENDINGS
_OF_RELEASES = {
    "http://www.w3.org/ns/dcat#version"
}  # what a release says of the dataset and a project does not
PATIENCE = 300.0  # seconds for shapes that anybody may have written


@dataclass(frozen=True)
class Checking:
    """What is to be looked at, and how it is told.

    `shapes` are files or folders, else the shipped ones; `focus` names the things to look at, none for all;
    `since` is a graph from which on changes are looked at. `strict` takes a shape that meets no node for a
    failure; `verbose` shows what every shape was asked about. `seconds` is how long it may take, by default
    PATIENCE for shapes that are given, and as long as it takes for the others; `base` the base of relative
    IRIs in the shapes; `rules` how their rules run before.
    """

    fail_on: str = "violation"
    shapes: Sequence[str] = ()
    engine: str = "auto"
    focus: Sequence[str] = ()
    since: str | None = None
    strict: bool = False
    verbose: bool = False
    format: str = "text"
    seconds: float | None = None
    base: str | None = None
    rules: str | None = None


def checked(opened: Opened, checking: Checking, audience: Audience) -> Output:
    """Return the report; there are findings if the graph does not pass, and notes with verdict and counts.

    UnknownFormat, UnknownThing, WrongShape, and what is wrong with shapes or graph.
    """
    formats.check(checking.format)
    with noted() as seen:
        shapes = _given(checking, opened) if checking.shapes else None
        report = validate(
            opened,
            checking.fail_on,
            shapes=shapes,
            engine=checking.engine,
            focus=checking.focus or None,
            since=checking.since,
            seconds=checking.seconds,
            rules=checking.rules,
        )
        look = _look(report, opened, checking, audience)
    report = replace(report, notices=(*_unread(seen), *_doubts(opened, checking), *report.notices))
    pieces = formats.lines(report, checking.format, look)
    if checking.format == "text":
        pieces = audience.folded(pieces)
    notes = [sentences.verdict(report), sentences.counts(report)]
    return Output(pieces, notes, findings=not report.passes(checking.strict))


def _doubts(opened: Opened, checking: Checking) -> Iterator[Notice]:
    """Yield that the server is known to find other than it should with anybody's shapes."""
    if not opened.endpoint or not checking.shapes:
        return
    from partnerkg.store.remote import Remote

    if isinstance(opened.store, Remote) and opened.store.is_virtuoso():
        files = " ".join(f"--shapes {path}" for path in checking.shapes)
        what = N_(
            "Virtuoso judges some constraints wrongly (texts, dates with time zones, booleans); "
            "`partnerkg engine-check {url} {files}` with the data as --project says which"
        )
        yield Notice(Message(what, url=opened.endpoint, files=files), left_out=False)


def _unread(seen: Iterable[LeftOut]) -> Iterator[Notice]:
    """Yield what of the files was left out when they were read, each once."""
    for sentence in dict.fromkeys(map(str, seen)):
        yield Notice(Message(N_("{what}"), what=sentence.rstrip(".")))


def validate(
    opened: Opened,
    fail_on: Severity | str = "violation",
    *,
    shapes: Shapes | Iterable[str | os.PathLike[str]] | str | os.PathLike[str] | None = None,
    engine: str = "auto",
    focus: Focus = None,
    since: Place = None,
    seconds: float | None = None,
    rules: str | None = None,
) -> Report:
    """Return what shapes find in a graph; the arguments are those of `KnowledgeGraph.validate`."""
    if isinstance(shapes, str | os.PathLike):
        shapes = [shapes]
    known = shapes if isinstance(shapes, Shapes) else load(_own(opened) if shapes is None else shapes)
    nodes = None if focus is None else _nodes(focus, opened.store)
    if since is not None:
        _check_rules(known, rules)
        aimed = explicit.aimed(known, explicit.named(opened.store))
        changes = diff(since, opened).difference
        changes = changes.of(affected.read(aimed, changes.predicates - _OF_RELEASES))
        nodes = _affected(changes, opened.store, aimed)
    if shapes is None and seconds is None:
        store = opened.store
        lent = _lent(store)
        report = held_against(
            store, known, fail_on=fail_on, engine=engine, focus=nodes, lent=lent, rules=rules
        )
    else:
        report = _bounded(opened, known, seconds, shapes is not None, (fail_on, engine, nodes, rules))
    names = labels(map(NamedNode, report.focus), opened.store, opened.language) if report.focus else {}
    earlier = "" if since is None else str(since)
    return replace(report, since=earlier, language=opened.language, names=names)


def _affected(changes: Difference, store: Store, shapes: Shapes) -> list[NamedNode]:
    """Return the nodes to look at again; each change is followed only as far as rules read it."""
    alike: dict[int, set[str]] = {}
    for predicate in changes.predicates:
        alike.setdefault(affected.reach(shapes, (predicate,)), set()).add(predicate)
    parts = [(changes.of(predicates), predicates) for predicates in alike.values()]
    found = (
        affected.nodes(part.subjects, part.objects, store, shapes, predicates) for part, predicates in parts
    )
    return sorted({node for nodes in found for node in nodes}, key=str)


def _check_rules(shapes: Shapes, rules: str | None) -> None:
    """Raise WrongUse if rules run: what they add may change anywhere, whatever changed in the data."""
    if rules is not None or entailed.is_asked(shapes):
        reason = Message(N_("--since cannot tell what the rules of shapes change; leave it out"))
        raise WrongUse(reason=reason, program="partnerkg validate")


def _lent(store: Store) -> NamedNode | None:
    """Return the graph of the ontology that was lent to a store, None if it has one of its own."""
    own = store.own()
    graph = graph_of(ONTOLOGY)
    if own is store or any(True for _ in own.each(f"SELECT ?s {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT 1")):
        return None
    return graph


def _bounded(
    opened: Opened, shapes: Shapes, seconds: float | None, theirs: bool, how: tuple[object, ...]
) -> Report:
    """Return what shapes find that anybody may have written; OutOfTime, OutOfMemory, WorkerEnded."""
    store = opened.store.own() if theirs else opened.store
    store.need()
    found = apart.do(opened, seconds or PATIENCE, _held_against, replace(shapes, memory={}), theirs, *how)
    return replace(found, shapes=explicit.aimed(shapes, explicit.named(store)))


def _held_against(store: Store, shapes: Shapes, theirs: bool, *how: object) -> Report:
    given = dict(zip(("fail_on", "engine", "focus", "rules"), how, strict=True))
    lent = None if theirs else _lent(store)
    report = held_against(store.own() if theirs else store, shapes, lent=lent, **given)  # type: ignore[arg-type]
    return replace(report, shapes=Shapes({}, {}, {}, (), {}))  # who asks has them


def _own(opened: Opened) -> list[str] | None:
    """Return the shipped shapes with those that a project adds in `ontology/shapes`, None if it adds none."""
    from partnerkg.store.project import borrows_ontology

    folder = os.path.join(opened.project or "", "ontology", "shapes")
    if not opened.project or not os.path.isdir(folder) or not borrows_ontology(opened.project):
        return None
    return [*shipped(), *members.of(folder)]


def _given(checking: Checking, opened: Opened) -> Shapes:
    return loaded(checking.shapes, checking.base, lambda: explicit.named(opened.store.own()))


def loaded(
    paths: Sequence[str], base: str | None = None, named: Callable[[], Sequence[Term]] = tuple
) -> Shapes:
    """Return the shapes of files and folders; `base` is that of their relative IRIs, else their addresses.

    `named` gives the shapes that data name themselves. MissingFile, UnreadableFile or BrokenFile if a file
    cannot be read, or if there is no shape with a target, nor named: data that nothing looks at must not
    read "conforms".
    """
    shapes = load([file for path in paths for file in shape_files(path)], OWN if base is None else base)
    # deactivated or not: who wrote a target wants it so
    if not any(shape.targets for shape in shapes) and not (len(shapes.by_iri) and named()):
        raise UnreadableFile(path=", ".join(paths), reason=_why_none(shapes))
    return shapes


def _why_none(shapes: Shapes) -> Message:
    """Return that there is no shape with a target, and the term that may be meant for one."""
    from partnerkg.validate import misnamed

    for node, text in misnamed.terms(shapes):
        where = Notice(text, place=shapes.place(node)).whole()
        return Message(N_("there is no SHACL shape with a target in it ({why})"), why=where)
    return Message(N_("there is no SHACL shape with a target in it"))


def shape_files(path: str) -> list[str]:
    """Return the files of a folder that may hold shapes, or the file itself; MissingFile."""
    if not os.path.exists(path) and path != forms.STANDARD_INPUT:
        raise MissingFile(path=path)
    return members.of(path)


def _nodes(focus: Iterable[NamedNode | str] | NamedNode | str, store: Store) -> list[NamedNode]:
    """Return the things named and what exists only for them; UnknownThing if one is none."""
    from partnerkg.query import things
    from partnerkg.query.belonging import belonging

    names = [focus] if isinstance(focus, NamedNode | str) else list(focus)
    if all(isinstance(name, NamedNode) for name in names):
        return [name for name in names if isinstance(name, NamedNode)]
    found = [
        name if isinstance(name, NamedNode) else things.find(name, store, parameter="focus") for name in names
    ]
    return [*found, *belonging(found, store)]


def _look(report: Report, opened: Opened, checking: Checking, audience: Audience) -> formats.Look:
    from partnerkg.query.subject import subject
    from partnerkg.version import VERSION

    place = opened.project or opened.endpoint or ""
    return formats.Look(
        audience.language,
        audience.translate,
        _labels(report, opened.store, audience.language),
        strict=checking.strict,
        verbose=checking.verbose,
        borrowed=_borrows(opened, checking),
        version=VERSION,
        subject=tuple(subject(opened.store, place, audience.language)) if checking.format == "html" else (),
        places=_places(report, opened) if checking.format == "sarif" else {},
        prefixes=opened.store.own().declared() if opened.project else {},
    )


def _borrows(opened: Opened, checking: Checking) -> bool:
    """Return whether a project is held against the shapes that come with partnerkg, not its own alone."""
    from partnerkg import resources

    place = opened.project
    own = place is not None and os.path.isfile(os.path.join(place, resources.DATASET))
    return own and not checking.shapes and os.path.realpath(place or "") != os.path.realpath(resources.root())


def _places(report: Report, opened: Opened) -> dict[str, Located]:
    """Return the file and line that describe each thing found fault with: its reading, else its data."""
    from partnerkg import resources
    from partnerkg.store import persisted, project
    from partnerkg.validate.located import READING, located

    place = opened.project or resources.root()
    if opened.endpoint or persisted.is_store(place):
        return {}
    written = [
        file
        for room in ("readings", "enrichment")
        for file in resources.files(os.path.join(place, "graph", room), *READING)
    ]
    loaded = [part.path for parts in project.parts(place).values() for part in parts]
    nodes = {result.focus_node for result in report.results}
    return located({node.value for node in nodes if isinstance(node, NamedNode)}, [*written, *loaded])


def _labels(report: Report, store: Store, language: str) -> dict[str, str]:
    """Return what the things of a report are called, by IRI; nothing is read if it names none."""
    terms = [term for result in report.results for term in (result.focus_node, result.value)]
    named = {term for term in terms if isinstance(term, NamedNode)} | set(map(NamedNode, report.focus))
    return labels(named, store, language) if named else {}
