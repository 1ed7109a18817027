"""Words of a page that was read before and name an organisation: what a person compares with."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkg.store.base import Store

_QUOTE = """SELECT ?before ?words ?after ?title ?day {
    GRAPH ?claim { <%(iri)s> ?said ?value }
    ?claim pk:evidence/pk:passage ?passage .
    ?passage oa:hasSelector ?quote ; oa:hasSource ?capture .
    ?quote oa:exact ?words .
    OPTIONAL { ?quote oa:prefix ?before }
    OPTIONAL { ?quote oa:suffix ?after }
    ?capture pk:captureOf/dct:title ?title .
    OPTIONAL { ?capture dct:date ?day }
} ORDER BY STR(?title) STR(?words) LIMIT 1"""


class Said(NamedTuple):
    """Words with a little of what surrounds them, the title of their page, the day it was read on."""

    before: str
    words: str
    after: str
    title: str
    day: str


def quote(iri: str, stores: Iterable[Store]) -> Said | None:
    """Return words that name an organisation, from the first graph that has some."""
    for store in stores:
        for row in store.select(_QUOTE % {"iri": iri}):
            return Said(*(str(getattr(term, "value", "")) for term in row))
    return None
