"""What a person need not read twice: names in a column beside the things that are shown by them."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.query.labels import shown
from partnerkg.query.table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

_NAME = "name"


def without_repeats(solutions: Table, known: dict[str, str], language: str = "") -> Table:
    """Return the rows without each column of names that shows, row by row, what the column before it shows.

    Only columns called `name` or `…_name` can go; one row that says more keeps its column. A name in another
    language than the one asked for says no more than the label in that.
    """
    kept = [
        place for place in range(len(solutions.columns)) if not _repeats(place, solutions, known, language)
    ]
    if len(kept) == len(solutions.columns):
        return solutions
    rows = [tuple(row[place] for place in kept) for row in solutions]
    found = Table([solutions.columns[place] for place in kept], rows, solutions.cut)
    found.headings, found.spare = solutions.headings, solutions.spare
    return found


def _repeats(place: int, solutions: Table, known: dict[str, str], language: str) -> bool:
    if place == 0 or not solutions.rows or solutions.columns[place].rpartition("_")[2] != _NAME:
        return False
    pairs = [(row[place - 1], row[place]) for row in solutions]
    return any(thing for thing, _ in pairs) and all(_is_named(*pair, known, language) for pair in pairs)


def _is_named(thing: Term | None, name: Term | None, known: dict[str, str], language: str) -> bool:
    if thing is None or name is None:
        return name is None
    if not isinstance(thing, NamedNode):
        return False
    foreign = isinstance(name, Literal) and name.language not in (None, language) and thing.value in known
    return shown(name, known) == shown(thing, known) or bool(language and foreign)
