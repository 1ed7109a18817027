"""Which part of a graph is measured, against which shapes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from shlex import quote

from partnerkg.completeness import measure, rows
from partnerkg.pipeline import apart, check
from partnerkg.query import things
from partnerkg.validate import Shapes, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Completeness
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store


@dataclass(frozen=True)
class Measuring:
    """What is measured: one `group` of those that `by` makes, or all; against `shapes`, or the shipped ones.

    `format` is None for what suits the audience; `seconds` is how long it may take, None for PATIENCE with
    given shapes, else for as long as it takes.
    """

    by: str | None = None
    group: str | None = None
    shapes: Sequence[str] = ()
    format: str | None = None
    seconds: float | None = None


def measured(opened: Opened, measuring: Measuring) -> Completeness:
    """Return how complete the records are, with the options that find the same part of the same graph again.

    UnknownGroup, MissingFile, WrongShape for what cannot be counted, OutOfTime.
    """
    files = [file for path in measuring.shapes for file in check.shape_files(path)]
    completeness = against(opened, files or None, measuring.seconds)
    if measuring.group:
        assert measuring.by is not None
        known = rows.groups(measuring.by, opened.questions, opened.store)
        chosen = rows.group(measuring.group, known, opened.store, opened.language)
        completeness = completeness.within(known[chosen])
    return replace(completeness, where=opened.where, scope=_scope(measuring))


def against(
    opened: Opened, shapes: Shapes | Iterable[str | os.PathLike[str]] | None, seconds: float | None = None
) -> Completeness:
    """Return what the shipped shapes want of a graph, or others; these may be anybody's, and are bounded."""
    found = _against(opened, shapes, seconds)
    return replace(found, find=lambda name: things.find(name, opened.store).value, language=opened.language)


def _against(
    opened: Opened, shapes: Shapes | Iterable[str | os.PathLike[str]] | None, seconds: float | None
) -> Completeness:
    if shapes is None:
        return measure(opened.store) if seconds is None else apart.do(opened, seconds, measure)
    opened.store.own().need()
    known = shapes if isinstance(shapes, Shapes) else load(shapes)
    return apart.do(opened, seconds or check.PATIENCE, _measured, replace(known, memory={}))


def _measured(store: Store, shapes: Shapes) -> Completeness:
    return measure(store.own(), shapes)


def _scope(measuring: Measuring) -> str:
    """Return the options that choose a part of the graph or other shapes."""
    parts = ["--shapes", *map(quote, measuring.shapes)] if measuring.shapes else []
    if measuring.group:
        parts = ["--by", measuring.by or "", "--group", quote(measuring.group), *parts]
    return " ".join(parts)
