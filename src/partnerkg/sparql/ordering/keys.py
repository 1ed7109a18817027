"""What a term is ordered by, total over all terms: as SPARQL has it, or as people look for a name."""

from __future__ import annotations

from math import isnan

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.model.name import collated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from typing import TypeAlias

    from partnerkg.model.terms import Term

    Key: TypeAlias = tuple[int, int, Decimal | float | str, str]
    Keying: TypeAlias = Callable[[Term | None], Key]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DECIMAL = _XSD + "decimal"
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
_TEXTS = (3, 4)
_SHORT = 4000  # digits that Python takes for a whole number


def key(term: Term | None) -> Key:
    """Return what a term is ordered by (SPARQL 1.1 §15.1); texts by their letters as they are coded."""
    if term is None:
        return (0, 0, "", "")
    if isinstance(term, BlankNode | NamedNode):
        return (1 if isinstance(term, BlankNode) else 2, 0, term.value, "")
    return _of_literal(term) if isinstance(term, Literal) else (4, 0, str(term), "")


def for_people(term: Term | None) -> Key:
    """Return what a term is ordered by, texts without accents, case and signs: `Écoles` beside `Ecoles`."""
    found = key(term)
    if isinstance(term, Literal) and found[:2] == _TEXTS:
        return (*_TEXTS, collated(term.value), f"{term.value} {found[3]}")
    return found


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
        return (*_TEXTS, term.value, term.language or "")
    return (3, 5, term.value, kind)


def _number(written: str, kind: str) -> Decimal | float | None:
    try:
        if kind == _DECIMAL or len(written) > _SHORT:
            from decimal import Decimal

            return Decimal(written)
        return float(written) if kind in _FLOATING else int(written)
    except (ValueError, ArithmeticError):
        return None


def _moment(written: str) -> float | None:
    """Return the seconds since 1970 of a day or a moment; one without a time zone is taken for UTC."""
    from datetime import UTC, datetime

    if "T" not in written:
        written = f"{written[:10]}T00:00:00{written[10:]}"  # a day and its zone
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
