"""Which IRIs are those of the graph: what they begin with."""

from __future__ import annotations

from partnerkg.model import iris

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened
    from partnerkg.store.base import Store


def spaces(opened: Opened) -> tuple[str, ...]:
    """Return how the IRIs of the graph begin, its own first, then that of the ontology."""
    return tuple(dict.fromkeys((*opened.store.spaces(), iris.space())))


def first(store: Store) -> str:
    """Return how the IRIs of a store's own things begin."""
    return next(iter(store.spaces()), iris.space())
