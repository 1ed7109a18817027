"""Numbers as pages give them: at least, more than, exactly."""

from __future__ import annotations

from partnerkg.pipeline.site.names import Text
from partnerkg.pipeline.site.terms import PK
from partnerkg.query.nameless import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.index import Index
    from partnerkg.pipeline.site.names import Names


def text(node: NamedNode, said: Index, names: Names) -> Text | None:
    """Return a count with its bounds and what is counted, `> 70 (librairie)`; None for what is no count."""
    bounds = [
        said.text(node, PK[name])
        for name in ("lowerBound", "lowerBoundInclusive", "upperBound", "upperBoundInclusive")
    ]
    if bounds[0] is None and bounds[2] is None:
        return None
    kinds = ", ".join(names[kind].words for kind in said.links(node, PK.countedKind))
    return Text(counted([bound or "" for bound in bounds], kinds))
