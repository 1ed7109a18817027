"""A query as the engine must be given it, so that it answers as SPARQL says."""

from __future__ import annotations

from partnerkg.sparql import zero
from partnerkg.sparql.ordering import total


def adapted(text: str) -> str:
    """Return a query that the engine neither answers otherwise than SPARQL says nor ends the process over."""
    return total.complete(zero.complete(text))
