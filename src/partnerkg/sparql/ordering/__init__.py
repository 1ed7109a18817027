"""ORDER BY in our hands: the engine's own sort ends the process where values have no order among them.

SPARQL 1.1 §15.1 orders what is unbound, blank nodes, IRIs and literals, and literals that `<` compares. The
rest is ordered here as well, so that every order is total: numbers, truths, times, texts by their letters and
then their language, and all others by their text. Answers for people are ordered as people look for names,
the same from every engine.
"""

from __future__ import annotations

from itertools import islice

from partnerkg.sparql.ordering import conditions
from partnerkg.sparql.ordering.keys import for_people, key
from partnerkg.sparql.query import SELECT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Row
    from partnerkg.sparql.ordering.conditions import Condition
    from partnerkg.sparql.ordering.keys import Keying
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

__all__ = ["Ordering", "for_people", "key", "of"]


class Ordering:
    """How a query orders its rows by its columns, and how many it wants; `text` is what it asks else."""

    __slots__ = ("_by", "_limit", "_offset", "text")

    def __init__(self, text: str, by: list[Condition], limit: int | None, offset: int) -> None:
        self.text = text
        self._by = by
        self._limit = limit
        self._offset = offset

    @property
    def cuts(self) -> bool:
        """Return whether it may leave out rows."""
        return self._limit is not None or self._offset > 0

    def fits(self, columns: list[str]) -> bool:
        """Return whether all that it orders by is in the answer."""
        return all(condition.column in columns for condition in self._by)

    def sorted(self, columns: list[str], rows: Iterable[Row], keying: Keying = key) -> list[Row]:
        """Return the rows in order, as many as are wanted."""
        found = list(rows)
        for one in reversed(self._by):
            place = columns.index(one.column)
            found.sort(key=lambda row: one.key(row[place], keying), reverse=one.backwards)
        end = None if self._limit is None else self._offset + self._limit
        return list(islice(found, self._offset, end))


def of(query: Query) -> Ordering | None:
    """Return how a SELECT orders its rows, None if it does not, or by more than columns of its answer."""
    if "ORDER" not in query.words or query.form != SELECT:
        return None
    ordered = (n for n, token in enumerate(query.tokens) if token.depth == 0 and token.says("ORDER"))
    start = next(ordered, None)
    if start is None:
        return None
    by, rest = conditions.read(query.tokens[start + 2 :])
    bounds = _bounds(rest) if by else None
    if bounds is None:
        return None
    ordering = Ordering(query.text[: query.tokens[start].start], by, *bounds)
    return ordering if query.columns is None or ordering.fits(query.columns) else None


def _bounds(rest: list[Token]) -> tuple[int | None, int] | None:
    """Return LIMIT and OFFSET, None if something else follows."""
    limit, offset = None, 0
    while len(rest) > 1 and rest[0].says("LIMIT", "OFFSET") and rest[1].text.isdecimal():
        if rest[0].says("LIMIT"):
            limit = int(rest[1].text)
        else:
            offset = int(rest[1].text)
        rest = rest[2:]
    return None if rest else (limit, offset)
