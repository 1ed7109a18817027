"""What the engine finds otherwise than SPARQL says, and nothing mends: said beside an answer."""

from __future__ import annotations

from warnings import warn

from partnerkg.errors import LeftOut, NoSum, SameNodes
from partnerkg.sparql.tokens import VARIABLE
from partnerkg.store.local import Local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.query.results import Solutions
    from partnerkg.sparql.query import Query
    from partnerkg.store.base import Store


def nodes(query: Query, store: Store) -> None:
    """Warn if a query makes nodes of texts, and the engine makes the same ones for other solutions."""
    if "BNODE" in query.words and isinstance(store, Local):
        from partnerkg.sparql import new_nodes

        if (call := new_nodes.unclear(query.text)) is not None:
            warn(LeftOut(SameNodes(line=call.line)), stacklevel=3)


def sums(query: Query, store: Store, found: Solutions) -> None:
    """Warn if a sum of an answer is left empty: its values are no numbers, or it is beyond the engine."""
    if query.words.isdisjoint(("SUM", "AVG")) or not isinstance(store, Local):
        return
    for name in _added(query):
        if name in found.columns and any(row[found.columns.index(name)] is None for row in found.rows):
            warn(LeftOut(NoSum(name=f"?{name}")), stacklevel=3)


def _added(query: Query) -> Iterator[str]:
    """Yield the columns that are, or are computed from, a sum or an average."""
    found = query.tokens
    for place, token in enumerate(found):
        if token.says("SUM", "AVG"):
            after = (here for here in range(place, len(found) - 1) if found[here].says("AS"))
            if (here := next(after, None)) is not None and found[here + 1].kind == VARIABLE:
                yield found[here + 1].text[1:]
