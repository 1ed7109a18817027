"""When two stores say the same: terms in one form, where engines are known to write them otherwise."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.model.terms import Term

_BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_TRUTHS = {"1": "true", "0": "false"}  # XML Schema 1.1 part 2 §3.3.2.2; Virtuoso writes numbers


def written(term: Term | None) -> str:
    """Return a term as N-Triples write it, a truth always as a word; nothing as an empty text."""
    if isinstance(term, Literal) and term.datatype == _BOOLEAN:
        return str(Literal(_TRUTHS.get(term.value, term.value), datatype=_BOOLEAN))
    return "" if term is None else str(term)


def alike(quad: Quad) -> Quad:
    """Return a quad whose object, if it is a truth, is a word."""
    found = quad.object
    if isinstance(found, Literal) and found.datatype == _BOOLEAN and found.value in _TRUTHS:
        word = Literal(_TRUTHS[found.value], datatype=_BOOLEAN)
        return Quad(quad.subject, quad.predicate, word, quad.graph_name)
    return quad


def digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines in hexadecimal, whatever their order."""
    import hashlib

    return hashlib.sha256("".join(f"{line}\n" for line in sorted(lines)).encode()).hexdigest()
