"""A query as the engine must be given it, so that it answers as SPARQL says, and in time."""

from __future__ import annotations

from partnerkg.sparql import lateral
from partnerkg.sparql.query import read


def adapted(text: str) -> str:
    """Return a query that the engine neither answers otherwise than SPARQL says nor ends the process over."""
    found = read(text).tokens
    if any(token.marks("*?") and token.depth for token in found):
        from partnerkg.sparql import zero

        text = zero.complete(text)
    if any(token.says("ORDER") for token in found):
        from partnerkg.sparql.ordering import total

        text = total.complete(text)
    return lateral.planned(text)
