"""Turtle and TriG files in their canonical form."""

from __future__ import annotations

import os
from contextlib import ExitStack

from partnerkg import resources
from partnerkg.errors import MissingFile
from partnerkg.files import writing
from partnerkg.files.locks import alone
from partnerkg.rdf import source
from partnerkg.rdf.format import formatted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.pipeline.opened import Opened


def formatting(
    opened: Opened, places: Sequence[str] = (), *, drop_comments: bool = False, check: bool = False
) -> list[str]:
    """Write files, those in folders, or ontology and graph of the project anew; return those that changed.

    With `check` nothing is written. MissingFile, BrokenFile, and what cannot be kept.
    """
    chosen = list(places) or _rooms(opened)
    with ExitStack() as held:
        for root in [] if check else sorted(_projects(places) if places else {opened.writable()}):
            held.enter_context(alone(root))
        return list(_changed(chosen, drop_comments=drop_comments, check=check))


def _projects(places: Sequence[str]) -> set[str]:
    """Return the projects that these files and folders lie in: other commands may write there."""
    folders = (place if os.path.isdir(place) else os.path.dirname(place) for place in places)
    return {root for folder in folders if (root := resources.project(folder or os.curdir)) is not None}


def _changed(places: Sequence[str], *, drop_comments: bool, check: bool) -> Iterator[str]:
    for path in _paths(places):
        form = formatted(path, drop_comments=drop_comments)
        if form == source.text(path):
            continue
        if not check:
            writing.write_atomically(path, [form])
        yield path


def _rooms(opened: Opened) -> list[str]:
    root = opened.folder()
    return [place for room in ("ontology", "graph") if os.path.exists(place := os.path.join(root, room))]


def _paths(places: Sequence[str]) -> Iterator[str]:
    for place in places:
        if os.path.isdir(place):
            yield from resources.files(place, ".ttl", ".trig")
        elif os.path.exists(place):
            yield place
        else:
            raise MissingFile(path=place)
