"""A query as the engine must be given it, so that it answers as SPARQL says, and in time."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.sparql import lateral
from partnerkg.sparql.query import read


@lru_cache(maxsize=256)
def adapted(text: str) -> str:
    """Return a query that the engine neither answers otherwise than SPARQL says nor ends the process over."""
    query = read(text)
    if any(token.marks("*?|!") and token.depth for token in query.tokens):
        from partnerkg.sparql import zero

        text = zero.complete(text)
    if "ORDER" in query.words:
        from partnerkg.sparql.ordering import total

        text = total.complete(text)
    if "IN" in query.words:
        from partnerkg.sparql import empty_lists

        text = empty_lists.complete(text)
    if "REPLACE" in query.words:
        from partnerkg.sparql import replacing

        text = replacing.complete(text)
    if "BNODE" in query.words:
        from partnerkg.sparql import new_nodes

        text = new_nodes.complete(text)
    if "GROUP_CONCAT" in query.words:
        from partnerkg.sparql import concatenated

        text = concatenated.complete(text)
    return lateral.planned(text) if "OPTIONAL" in query.words else text
