"""A query as the engine must be given it, so that it answers as SPARQL says, and in time."""

from __future__ import annotations

from partnerkg.sparql import lateral, zero
from partnerkg.sparql.ordering import total


def adapted(text: str) -> str:
    """Return a query that the engine neither answers otherwise than SPARQL says nor ends the process over."""
    return lateral.planned(total.complete(zero.complete(text)))
