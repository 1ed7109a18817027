"""Inferring: what follows from a graph by the rules of the ontology, which is never stored with it."""

from __future__ import annotations

from partnerkg import export
from partnerkg.errors import N_, Message, UnreadableFile, WrongUse
from partnerkg.infer import infer, rules
from partnerkg.namespaces import namespace
from partnerkg.pipeline.output import Output
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.infer import Inferred
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store
    from partnerkg.validate import Shapes
    from partnerkg.validate.notices import Notice


def formats() -> list[str]:
    """Return the formats that can hold what is inferred."""
    return [name for name, form in export.FORMATS.items() if form.chunks is not None]


def endings() -> dict[str, str]:
    """Return the name of the format of each ending of a file that can hold what is inferred."""
    return {export.FORMATS[name].ending: name for name in formats()}


def inferred(opened: Opened) -> Inferred:
    """Return what follows, as quads of `graph:inferred`; WrongRule or WrongHeader."""
    return infer(opened.store, rules(opened.project))


def by_shapes(
    opened: Opened, paths: Sequence[str], base: str | None = None
) -> tuple[Inferred, list[Message]]:
    """Return what follows from what was given by the rules of shapes, and what is to be said of it.

    OutOfTime, OutOfMemory and WorkerEnded, for anybody may have written the rules; WrongShape, and what is
    wrong with the files.
    """
    from dataclasses import replace

    from partnerkg.pipeline import apart, check

    shapes = check.loaded(paths, base)
    if not any(namespace("sh").rule.value in row for row in shapes.index.values()):
        raise UnreadableFile(path=", ".join(paths), reason=Message(N_("there is no sh:rule in it")))
    opened.store.need()
    found, idle = apart.do(opened, check.PATIENCE, _followed, replace(shapes, memory={}))
    return found, [notice.whole() for notice in idle]


def _followed(store: Store, shapes: Shapes) -> tuple[Inferred, tuple[Notice, ...]]:
    from partnerkg.infer.by_shapes import infer

    return infer(store.own(), shapes)


def written(
    opened: Opened,
    format: str = "trig",  # noqa: A002
    shapes: Sequence[str] = (),
    base: str | None = None,
) -> Output:
    """Return what follows in a format, by the rules of shapes if some are given; notes say what is left out.

    UnknownExport, WrongUse for a format that asks questions.
    """
    form = export.chosen(format)
    if form.chunks is None:
        reason = Message("{name} is drawn by questions, which do not see what is inferred", name=form.name)
        raise WrongUse(reason=reason, program="partnerkg infer")
    found, notes = by_shapes(opened, shapes, base) if shapes else (inferred(opened), [])
    if found.left:
        notes.append(
            Several(
                "{count} statement about a node without name is left out: nobody could tell which.",
                "{count} statements about nodes without name are left out: nobody could tell which.",
                found.left,
            )
        )
    if not found.quads:
        notes.append(Message(N_("Nothing follows from the graph by these rules.")))
    return Output(form.chunks(list(found)), notes)


def listed(opened: Opened, audience: Audience) -> Output:
    """Return a line a rule: how many triples it was the first to give, its name, basis and summary."""
    return Output(_lines(opened, audience))


def _lines(opened: Opened, audience: Audience) -> Iterator[str]:
    known, counts = rules(opened.project), inferred(opened).counts
    width = max((len(rule.name) for rule in known), default=0)
    for rule in known:
        summary = rule.summary[audience.language]
        yield f"{counts[rule.name]:>8}  {rule.name:<{width}}  {rule.basis:<10}  {summary}\n"
