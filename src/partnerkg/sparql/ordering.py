"""ORDER BY in our hands: the engine's own sort ends the process where values have no order among them.

SPARQL 1.1 §15.1 orders what is unbound, blank nodes, IRIs and literals, and literals that `<` compares. The
rest is ordered here as well, so that every order is total: numbers, truths, times, texts by their letters and
then their language, and all others by their text.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from itertools import islice
from math import isnan

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.sparql.query import SELECT
from partnerkg.sparql.tokens import VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Row, Term
    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token

    Key = tuple[int, int, Decimal | float | str, str]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_FLOATING = (_XSD + "double", _XSD + "float")
_WHOLE = frozenset(
    _XSD + name
    for name in (
        *("integer", "decimal", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
)
_TIMES = frozenset(_XSD + name for name in ("dateTime", "dateTimeStamp", "date"))
_TEXT = _XSD + "string"


class Ordering:
    """How a query orders its rows by variables, and how many it wants; `text` is what it asks else."""

    __slots__ = ("_by", "_limit", "_offset", "text")

    def __init__(self, text: str, by: list[tuple[str, bool]], limit: int | None, offset: int) -> None:
        self.text = text
        self._by = by
        self._limit = limit
        self._offset = offset

    def fits(self, columns: list[str]) -> bool:
        """Return whether all that it orders by is in the answer."""
        return all(name in columns for name, _ in self._by)

    def sorted(self, columns: list[str], rows: Iterable[Row]) -> list[Row]:
        """Return the rows in order, as many as are wanted."""
        found = list(rows)
        for name, backwards in reversed(self._by):
            place = columns.index(name)
            found.sort(key=lambda row, place=place: key(row[place]), reverse=backwards)  # type: ignore[misc]
        end = None if self._limit is None else self._offset + self._limit
        return list(islice(found, self._offset, end))


def of(query: Query) -> Ordering | None:
    """Return how a SELECT orders its rows, None if it does not, or by more than variables of its answer."""
    start = next(
        (n for n, token in enumerate(query.tokens) if token.depth == 0 and token.says("ORDER")), None
    )
    if query.form != SELECT or start is None:
        return None
    rest = query.tokens[start + 2 :]
    by = _conditions(rest)
    bounds = _bounds(rest[_length(by, rest) :]) if by else None
    if bounds is None:
        return None
    ordering = Ordering(query.text[: query.tokens[start].start], by, *bounds)
    return ordering if query.columns is None or ordering.fits(query.columns) else None


def _conditions(rest: list[Token]) -> list[tuple[str, bool]]:
    by: list[tuple[str, bool]] = []
    while rest:
        if rest[0].kind == VARIABLE:
            by.append((rest[0].text[1:], False))
            rest = rest[1:]
        elif (
            len(rest) > 3 and rest[0].says("ASC", "DESC") and rest[2].kind == VARIABLE and rest[3].marks(")")
        ):
            by.append((rest[2].text[1:], rest[0].says("DESC")))
            rest = rest[4:]
        else:
            break
    return by


def _length(by: list[tuple[str, bool]], rest: list[Token]) -> int:
    """Return how many tokens the conditions are."""
    place = 0
    for _ in by:
        place += 1 if rest[place].kind == VARIABLE else 4
    return place


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


def key(term: Term | None) -> Key:
    """Return what a term is ordered by."""
    if term is None:
        return (0, 0, "", "")
    if isinstance(term, BlankNode | NamedNode):
        return (1 if isinstance(term, BlankNode) else 2, 0, term.value, "")
    return _of_literal(term) if isinstance(term, Literal) else (4, 0, str(term), "")


def _of_literal(term: Literal) -> Key:
    kind = term.datatype.value
    if kind in _WHOLE or kind in _FLOATING:
        number = _number(term.value, kind)
        if number is not None:
            return (3, 1, "", "") if isnan(number) else (3, 0, number, "")
    if kind == _XSD + "boolean":
        return (3, 2, (term.value in ("true", "1") and "1") or "0", "")
    if kind in _TIMES:
        moment = _moment(term.value)
        if moment is not None:
            return (3, 3, moment, kind)
    if kind == _TEXT or term.language:
        return (3, 4, term.value, term.language or "")
    return (3, 5, term.value, kind)


def _number(written: str, kind: str) -> Decimal | float | None:
    try:
        return float(written) if kind in _FLOATING else Decimal(written)
    except (ValueError, InvalidOperation):
        return None


def _moment(written: str) -> float | None:
    """Return the seconds since 1970 of a day or a moment; one without a time zone is taken for UTC."""
    try:
        moment = datetime.fromisoformat(written.removesuffix("Z") if "T" not in written else written)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
