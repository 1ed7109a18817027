"""What follows by the rules of shapes (SHACL Advanced Features §8), until nothing new follows."""

from __future__ import annotations

from partnerkg.infer.closure import kept
from partnerkg.validate import entailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.infer.closure import Inferred
    from partnerkg.store.base import Store
    from partnerkg.validate import Shapes
    from partnerkg.validate.notices import Notice


def infer(store: Store, shapes: Shapes) -> tuple[Inferred, tuple[Notice, ...]]:
    """Return what follows, and what of the rules never runs; WrongShape for a rule that cannot run."""
    found = entailed.followed(store, shapes, entailed.REPEATEDLY)
    return kept(found.added, {}), found.idle
