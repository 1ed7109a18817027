"""Literals by their datatype (XSD 1.1 part 2): which are well-formed, which comes before which."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, Store

from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import lexical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Number = int | Decimal | float

XSD = namespace("xsd")
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_WHOLE = re.compile(r"[+-]?[0-9]+")
_SPECIAL = {"INF": "inf", "+INF": "inf", "-INF": "-inf", "NaN": "nan"}
_LONG = 4000  # digits; Python makes no int of more
_ENGINE = Store()  # empty: it only compares


def is_formed(literal: Literal) -> bool:
    """Return whether a literal is in the lexical space of its datatype; True if nothing is known of it."""
    name = _name(literal)
    if name in ("decimal", "double", "float", *lexical.RANGES):
        return number(literal) is not None
    form = lexical.FORMS.get(name)
    if form is None:
        return True
    return _form(form).fullmatch(literal.value) is not None and (
        name not in lexical.NO_END or (literal.value[-1:].isalpha() and literal.value[-2:-1].isdigit())
    )


def number(literal: Term) -> Number | None:
    """Return the exact value of a well-formed number, None for anything else."""
    if not isinstance(literal, Literal):
        return None
    name, text = _name(literal), literal.value
    if name in lexical.RANGES:
        return _whole(text, *lexical.RANGES[name])
    if name == "decimal" and _DECIMAL.fullmatch(text):
        return Decimal(text)
    if name in ("double", "float") and _DOUBLE.fullmatch(text):
        return float(_SPECIAL.get(text, text))
    return None


def _whole(text: str, least: int | None, most: int | None) -> int | Decimal | None:
    if not _WHOLE.fullmatch(text):
        return None
    value = int(text) if len(text) < _LONG else Decimal(text)
    return value if (least is None or value >= least) and (most is None or value <= most) else None


@lru_cache(maxsize=1 << 14)
def holds(one: Term, sign: str, other: Term) -> bool:
    """Return whether `one` is `<` or `<=` `other`, as SPARQL compares; False where it cannot."""
    first, second = number(one), number(other)
    if first is None or second is None:
        if not isinstance(one, Literal) or not isinstance(other, Literal):
            return False
        return bool(_ENGINE.query(f"ASK {{ FILTER(COALESCE({one} {sign} {other}, false)) }}"))
    if isinstance(first, float) or isinstance(second, float):  # SPARQL §17.3: decimals become doubles
        first, second = _double(first), _double(second)
    return first < second if sign == "<" else first <= second


def _double(value: Number) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _name(literal: Literal) -> str:
    iri = literal.datatype.value
    return iri.removeprefix(XSD.iri) if iri.startswith(XSD.iri) else ""


@lru_cache(maxsize=64)
def _form(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII)
