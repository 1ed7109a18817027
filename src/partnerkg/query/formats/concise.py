"""What a person need not read twice: names in a column beside the things that are shown by them."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.query.labels import shown
from partnerkg.query.results import Solutions

_NAME = "name"


def without_repeats(solutions: Solutions, known: dict[str, str]) -> Solutions:
    """Return the rows without each column of names that shows, row by row, what the column before it shows.

    Only columns called `name` or `…_name` can go; one row that says more keeps its column.
    """
    kept = [place for place in range(len(solutions.columns)) if not _repeats(place, solutions, known)]
    if len(kept) == len(solutions.columns):
        return solutions
    rows = [tuple(row[place] for place in kept) for row in solutions]
    found = Solutions([solutions.columns[place] for place in kept], rows, solutions.cut)
    found.headings = solutions.headings
    return found


def _repeats(place: int, solutions: Solutions, known: dict[str, str]) -> bool:
    if place == 0 or not solutions.rows or solutions.columns[place].rpartition("_")[2] != _NAME:
        return False
    return all(
        isinstance(row[place - 1], NamedNode) and shown(row[place], known) == shown(row[place - 1], known)
        for row in solutions
    )
