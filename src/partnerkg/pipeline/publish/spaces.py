"""Which IRIs are those of the graph: what they begin with."""

from __future__ import annotations

from functools import lru_cache

from partnerkg.model import iris

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store


# What stands before the room of a thing, as in https://example.org/kg/id/organization/x.
_SEEN = """SELECT ?space (COUNT(*) AS ?count) {
    { SELECT DISTINCT ?thing { ?thing a/rdfs:subClassOf* org:Organization } }
    BIND(REPLACE(STR(?thing), "^(https?://[^/]+/(.*/)?)id/organization/[^/]+$", "$1") AS ?space)
    FILTER(?space != STR(?thing))
} GROUP BY ?space ORDER BY DESC(?count) ?space LIMIT 3"""


def spaces(opened: Opened) -> tuple[str, ...]:
    """Return how the IRIs of the graph begin, its own first, then that of the ontology.

    A graph that does not say so itself is asked where its organisations stand.
    """
    own = opened.store.spaces() or _seen(opened.store)
    return tuple(dict.fromkeys((*own, iris.space())))


@lru_cache(maxsize=4)
def _seen(store: Store) -> tuple[str, ...]:
    return tuple(getattr(space, "value", "") for space, _ in store.each(_SEEN) if space is not None)


def first(store: Store) -> str:
    """Return how the IRIs of a store's own things begin."""
    return next(iter(store.spaces()), iris.space())
