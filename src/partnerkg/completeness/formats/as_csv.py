"""The matrix as CSV: a line a class and property, with the command that lists who lacks it."""

from __future__ import annotations

from partnerkg.files import separated
from partnerkg.query.headings import headings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.formats import View

COLUMNS = (
    *("class", "class_label", "property", "label", "facet", "severity", "weight"),
    *("applicable", "answered", "known_absent", "missing", "percent", "shape", "command"),
)


def lines(view: View) -> Iterator[str]:
    """Yield a line of column names and a line a cell; a share of nothing is empty."""
    yield _line(headings(COLUMNS, view.language).values())
    for cell in view.found.cells:
        yield _line([record(cell, view)[column] for column in COLUMNS])


def record(cell: Cell, view: View) -> dict[str, object]:
    """Return what is known of a cell by column; `answered` counts those known to have no answer."""
    wanted = cell.wanted
    return {
        "class": wanted.class_,
        "class_label": view.class_name(wanted.class_),
        "property": wanted.key,
        "label": wanted.name(view.language),
        "facet": view.facet(wanted.facet or ""),
        "severity": wanted.severity.name.lower(),
        "weight": wanted.weight,
        "applicable": cell.of,
        "answered": cell.answered,
        "known_absent": len(cell.known_absent),
        "missing": len(cell.missing),
        "percent": cell.percent,
        "shape": wanted.called,
        "command": view.found.command(wanted),
    }


def _line(values: Iterable[object]) -> str:
    return next(separated.lines([values]))
