"""Rows that are one for a reader: alike but for words that prove jointly, as the header of a question says.

SPARQL 1.1 §18.5.1.7 leaves it to the engine in which order `GROUP_CONCAT` joins. So a question gives its rows
one passage each, in the order of the page, and they are joined here: the same from every engine.
"""

from __future__ import annotations

from pyoxigraph import Literal

from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkg.model.terms import Row, Term

    Joining = Mapping[str, str]  # how the values of a column become one

ALL, FIRST, LAST, ONE = (
    "all",
    "first",
    "last",
    "one",
)  # of the rows that differ in ONE, the first and its like
HOW = (ALL, FIRST, LAST, ONE)
_BETWEEN = " … "


def joined(names: Sequence[str], rows: Iterable[Row], joining: Joining, columns: Sequence[str]) -> list[Row]:
    """Return the wanted columns of rows, in order: one row for all that are alike in what is not joined.

    `names` are all that the query SELECTs: what stands in a column that nobody sees tells rows apart as well.
    """
    alike: dict[Row, list[Row]] = {}
    for row in rows:
        key = tuple(term for name, term in zip(names, row, strict=True) if name not in joining)
        alike.setdefault(key, []).append(row)
    places = [(names.index(column), joining.get(column)) for column in columns]
    only = [names.index(column) for column, how in joining.items() if how == ONE]
    found = (
        tuple(_one(how, [row[place] for row in some]) for place, how in places)
        for some in (_alike(rows, only) for rows in alike.values())
    )
    return list(dict.fromkeys(found))


def _alike(rows: Sequence[Row], places: Sequence[int]) -> list[Row]:
    """Return those rows that have what the first one has in some places."""
    return [row for row in rows if all(row[place] == rows[0][place] for place in places)]


def _one(how: str | None, values: list[Term | None]) -> Term | None:
    """Return the values of a column as one; what is unbound says nothing."""
    bound = [value for value in values if value is not None]
    if how == ALL and len(bound) > 1:
        return Literal(_BETWEEN.join(map(text, bound)))
    return (bound[-1] if how == LAST else bound[0]) if bound else None
