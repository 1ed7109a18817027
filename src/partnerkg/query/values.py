"""Terms as plain values of Python, and as texts."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

    Plain = str | int | float | bool | None

XSD = "http://www.w3.org/2001/XMLSchema#"
WHOLE = frozenset(
    XSD + name
    for name in (
        *("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
)
_BROKEN = frozenset(XSD + name for name in ("decimal", "double", "float"))


def plain(term: Term | None) -> Plain:
    """Return a term as plain Python; numbers that JSON cannot hold (INF, NaN) and dates stay text."""
    if isinstance(term, Literal):
        return _plain_literal(term)
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)


def _plain_literal(term: Literal) -> Plain:
    datatype = term.datatype.value
    try:
        if datatype in WHOLE:
            return int(term.value)
        if datatype in _BROKEN:
            number = float(term.value)
            return number if number - number == 0 else term.value
    except ValueError:
        return term.value
    if datatype == XSD + "boolean" and term.value in ("true", "false", "1", "0"):
        return term.value in ("true", "1")
    return term.value


def text(term: Term | None) -> str:
    """Return a term as text: an IRI in full, a literal without quotes, nothing as an empty text."""
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
