"""How complete the records are, as the pages show it: cells by class and facet, and the list behind each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.completeness import Cell
from partnerkg.completeness.formats import View as Measured
from partnerkg.errors import UnreadableFile

__all__ = ["Cell", "Kind", "cells", "kinds", "path", "releases", "shade"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.site.whole import Whole

_SHADES = (1, 25, 75, 100)  # from how many per cent a cell is one shade darker
_OTHER = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """The cells of a class, in the order of the facets; a facet without cells is never asked of it."""

    class_: str
    name: str
    records: int
    facets: Sequence[Sequence[tuple[str, Cell]]]


def kinds(whole: Whole, audience: Audience) -> tuple[list[str], list[Kind]]:
    """Return the names of the facets, and the classes that have records, those with most records first."""
    view = Measured(whole.completeness, audience.language, audience.translate)
    facets = view.facets()
    rows: dict[str, list[list[tuple[str, Cell]]]] = {}
    for place, facet in enumerate(facets):
        for class_, row in view.matrix(facet)[1].items():
            rows.setdefault(class_, [[] for _ in facets])[place] = list(row.items())
    found = [
        Kind(class_, view.class_name(class_), max(cell.of for some in row for _, cell in some), row)
        for class_, row in rows.items()
    ]
    return [view.facet(facet) for facet in facets], sorted(
        found, key=lambda kind: (-kind.records, kind.class_)
    )


def shade(cell: Cell) -> int:
    """Return the shade of a cell, from 1 for nothing to 5 for all."""
    return 1 + sum((cell.percent or 0) >= least for least in _SHADES)


def path(cell: Cell, whole: Whole) -> str:
    """Return where the page of a cell stands: class and property by their shortest names."""
    class_, property_ = whole.completeness.address(cell.wanted)
    return f"{_plain(class_)}/{_plain(property_)}"


def cells(whole: Whole) -> Mapping[str, Cell]:
    """Return each cell that concerns anything, by its path."""
    if not whole.cells:
        whole.cells = {path(cell, whole): cell for cell in whole.completeness.cells if cell.of}
    return whole.cells


def releases(whole: Whole, folder: str | None) -> list[tuple[str, int | None]]:
    """Return the score of each release that was measured in a project, by the weights of today."""
    from partnerkg.completeness import history

    if folder is None:
        return []
    try:
        wanted = [cell.wanted for cell in whole.completeness.cells]
        return [(one.version, one.score(wanted).percent) for one in history.read(folder)]
    except UnreadableFile:
        return []


def _plain(name: str) -> str:
    return _OTHER.sub("-", name).strip("-")
