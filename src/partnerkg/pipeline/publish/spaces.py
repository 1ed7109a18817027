"""Which IRIs are those of the graph: what they begin with."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.model import iris

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store

_SPACES = """SELECT DISTINCT ?space {
    { ?dataset void:uriSpace ?space } UNION { ?space a dcat:Dataset FILTER(STRENDS(STR(?space), "/")) }
} ORDER BY STRLEN(STR(?space)) STR(?space)"""


def spaces(opened: Opened) -> tuple[str, ...]:
    """Return how the IRIs of the graph begin, its own first, then that of the ontology."""
    return _of(opened.store)


@lru_cache(maxsize=1)
def _of(store: Store) -> tuple[str, ...]:
    found = (getattr(row[0], "value", "") for row in store.each(_SPACES))
    return tuple(dict.fromkeys([*filter(None, found), iris.space()]))


def first(store: Store) -> str:
    """Return how the IRIs of a store's own things begin."""
    return _of(store)[0]
