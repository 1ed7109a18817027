"""Literals that Oxigraph would write otherwise: it keeps numbers and dates by value, `01` becomes `1`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from partnerkg.namespaces import namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term

_KEPT = {  # forms that the store is known to keep, by datatype; the common ones, for the others it is asked
    "integer": re.compile(r"-?[1-9][0-9]{0,17}|0"),
    "boolean": re.compile("true|false"),
    "date": re.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"),
    "decimal": re.compile(r"-?(?:0|[1-9][0-9]{0,16})\.[0-9]{0,16}[1-9]"),
    "dateTime": re.compile(
        "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-]0[1-9]:[0-5][0-9])?"
    ),
    "gYear": re.compile("[1-9][0-9]{3}"),
    **dict.fromkeys(("string", "langString", "dirLangString", "anyURI"), re.compile("(?s:.*)")),
}
_NODE = NamedNode("urn:partnerkg:node")
_LONG = 4000  # digits; Python makes no int of more
_WHOLES = frozenset(
    (
        *("integer", "long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort"),
        *("unsignedByte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
    )
)


NUMBERS = [namespace("xsd")[name] for name in sorted((*_WHOLES, "decimal"))]

# What Oxigraph reckons with: 64 bits, 18 digits after the point; beyond, it keeps the term without a value.
_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?([0-9]*)(?:\.([0-9]*))?")
_DIGITS, _MOST = 18, 2**63


def unusual(
    statements: Callable[[], Iterable[Quad]], doubtful: Callable[[], Iterable[Quad]] | None = None
) -> tuple[Quad, ...]:
    """Return the statements that the store does not keep as written, or whose number is beyond its range.

    `statements` gives them, again each time; `doubtful` only those that may be so, where that is known. What
    is written both as the store has it and otherwise (`1` and `01` of one thing) comes in both forms.
    """
    odd = [quad for quad in (doubtful or statements)() if _is_odd(quad.object)]
    if not odd:
        return ()
    kept = {(quad.subject, quad.predicate, stored(quad.object)) for quad in odd}
    plain = (quad for quad in statements() if (quad.subject, quad.predicate, quad.object) in kept)
    return tuple(dict.fromkeys((*odd, *plain)))


def is_unusual(term: object) -> bool:
    """Return whether the store would change the form of a literal, or not know its value."""
    return isinstance(term, Literal) and term.language is None and _is_odd(term)


def changed(terms: Iterable[object]) -> Literal | None:
    """Return the first literal among these terms whose form the store would change, None if it keeps all."""
    for term in terms:
        if isinstance(term, Literal) and stored(term) != term:
            return term
    return None


def stored(term: Term) -> Term:
    """Return a term as the store has it."""
    if isinstance(term, Triple):
        return Triple(stored(term.subject), term.predicate, stored(term.object))  # type: ignore[arg-type]
    return _stored(term) if isinstance(term, Literal) and _is_doubtful(term) else term


def _is_odd(term: object) -> bool:
    if isinstance(term, Triple):
        return _is_odd(term.subject) or _is_odd(term.object)
    if not isinstance(term, Literal) or not _is_doubtful(term):
        return False
    return _stored(term) != term or is_beyond(term)


def _is_doubtful(term: Literal) -> bool:
    return term.language is None and not is_kept(term.value, term.datatype.value)


def is_kept(written: str, datatype: str) -> bool:
    """Return whether a literal is certain to be kept by the store as it is written, its value known."""
    kept = _KEPT.get(datatype.rpartition("#")[2])
    return kept is not None and kept.fullmatch(written) is not None


def is_beyond(term: Literal) -> bool:
    """Return whether a number is beyond the range that the store reckons with."""
    name = term.datatype.value.removeprefix(namespace("xsd").iri)
    if name == "decimal":
        match = _DECIMAL.fullmatch(term.value)
        return match is not None and (len(match[1]) > _DIGITS or len(match[2] or "") > _DIGITS)
    if name in _WHOLES and _WHOLE.fullmatch(term.value):
        return len(term.value) > _DIGITS and not -_MOST <= int(term.value[:_LONG]) < _MOST
    return False


@lru_cache(maxsize=1 << 16)
def _stored(term: Literal) -> Term:
    store = Store()
    store.add(Quad(_NODE, _NODE, term))
    kept: Term = next(iter(store)).object
    return kept
