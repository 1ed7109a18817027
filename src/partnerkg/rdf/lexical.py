"""Literals that Oxigraph would write otherwise: it keeps numbers and dates by value, `01` becomes `1`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Store

_PLAIN = re.compile(r"-?[1-9][0-9]*|0|true|false|[1-9][0-9]{3}(-[0-9]{2}){0,2}")
_STRINGS = ("string", "langString", "dirLangString", "anyURI")
_NODE = NamedNode("urn:partnerkg:node")


def changed(quads: Iterable[Quad]) -> Literal | None:
    """Return the first literal whose form the store would change, None if it keeps all."""
    known: set[Literal] = set()
    for quad in quads:
        term = quad.object
        if isinstance(term, Literal) and term.language is None and term not in known:
            known.add(term)
            if _is_doubtful(term) and _stored(term) != term:
                return term
    return None


def _is_doubtful(term: Literal) -> bool:
    return not (term.datatype.value.endswith(_STRINGS) or _PLAIN.fullmatch(term.value))


def _stored(term: Literal) -> object:
    store = Store()
    store.add(Quad(_NODE, _NODE, term))
    return next(iter(store)).object
