"""Literals that Oxigraph would write otherwise: it keeps numbers and dates by value, `01` becomes `1`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Store

_KEPT = {  # forms that the store is known to keep, by datatype; the common ones, for the others it is asked
    "integer": re.compile(r"-?[1-9][0-9]{0,17}|0"),
    "boolean": re.compile("true|false"),
    "date": re.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}"),
    "gYear": re.compile("[1-9][0-9]{3}"),
    **dict.fromkeys(("string", "langString", "dirLangString", "anyURI"), re.compile("(?s:.*)")),
}
_NODE = NamedNode("urn:partnerkg:node")


def changed(terms: Iterable[object]) -> Literal | None:
    """Return the first literal among these terms whose form the store would change, None if it keeps all."""
    known: set[Literal] = set()
    for term in terms:
        if isinstance(term, Literal) and term.language is None and term not in known:
            known.add(term)
            if _is_doubtful(term) and _stored(term) != term:
                return term
    return None


def _is_doubtful(term: Literal) -> bool:
    kept = _KEPT.get(term.datatype.value.rpartition("#")[2])
    return kept is None or not kept.fullmatch(term.value)


def _stored(term: Literal) -> object:
    store = Store()
    store.add(Quad(_NODE, _NODE, term))
    return next(iter(store)).object
