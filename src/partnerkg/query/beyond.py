"""Numbers that the engine keeps but does not reckon with: said beside the answer of a query that may need it.

It knows 64 bits and 18 digits after the point; a longer number is neither less nor more than another.
"""

from __future__ import annotations

from itertools import pairwise
from warnings import warn

from pyoxigraph import Literal

from partnerkg.errors import BeyondRange, LeftOut
from partnerkg.rdf import lexical
from partnerkg.sparql.tokens import IRI, VARIABLE
from partnerkg.store.local import Local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.query import Query
    from partnerkg.sparql.tokens import Token
    from partnerkg.store.base import Store

_RECKONING = frozenset(("SUM", "AVG", "MIN", "MAX"))
_MOST = 200_000  # statements that are looked at
_ODD = f"""SELECT ?o {{ {{ SELECT ?o {{ %s ?s ?p ?o FILTER(isLiteral(?o)) }} LIMIT {_MOST} }}
    FILTER(!isNumeric(?o) && DATATYPE(?o) IN ({", ".join(map(str, lexical.NUMBERS))})) }} LIMIT 100"""


def tell(query: Query, store: Store) -> None:
    """Warn if a query may reckon with such numbers of a property that it names, or of any."""
    asked = query.tokens[query.tokens.index(query.opening) :] if query.opening else []
    if not isinstance(store, Local) or not _reckons(query, asked):
        return
    anything = any(one.kind == other.kind == VARIABLE for one, other in pairwise(asked))
    known = store.prefixes(query)
    named = {query.iri(token, known) for token in asked if token.kind == IRI or ":" in token.text}
    iris = " ".join(f"<{iri}>" for iri in sorted(filter(None, named)))
    if not iris and not anything:
        return
    values = "" if anything else f"VALUES ?p {{ {iris} }}"
    for (value,) in store.each(_ODD % values):
        if isinstance(value, Literal) and lexical.is_beyond(value):
            warn(LeftOut(BeyondRange(number=value.value[:40])), stacklevel=2)
            return


def _reckons(query: Query, asked: Sequence[Token]) -> bool:
    """Return whether a query adds, or compares with a number or by what is less or more."""
    numbers = any(token.depth and (token.marks("<>") or token.text[0].isdigit()) for token in asked)
    return numbers or not query.words.isdisjoint(_RECKONING)
