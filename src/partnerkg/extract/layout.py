"""Tables that only lay out a page: their cells hold lines as any box does."""

from __future__ import annotations

from collections import Counter

from partnerkg.extract.view import CELL, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.boxes import Boxes
    from partnerkg.extract.view import Line

_MANY = 8  # lines of a cell that is no entry of a table


def laid_out(lines: Sequence[Line], boxes: Boxes) -> None:
    """Take rows for text and for no cards where one of their cells holds many lines, or all of them."""
    full: dict[int, Counter[int]] = {}
    for line in lines:
        if line.kind == CELL and line.card > 0:
            full.setdefault(line.card, Counter())[line.group] += 1
    rows = {row for row, cells in full.items() if _lays_out(cells)}
    for line in lines:
        if line.kind == CELL and line.card in rows:
            line.kind, line.card = TEXT, 0
    for row in rows:
        boxes.apart(row)


def _lays_out(cells: Counter[int]) -> bool:
    """Return whether the cells of a row, with the lines that each holds, are no entries of a table."""
    return max(cells.values()) >= _MANY or (len(cells) == 1 and cells.total() > 1)
