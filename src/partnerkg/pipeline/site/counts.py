"""Numbers as pages give them: at least, more than, exactly."""

from __future__ import annotations

from partnerkg.pipeline.site.names import Text
from partnerkg.pipeline.site.terms import PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.index import Index
    from partnerkg.pipeline.site.names import Names


def text(node: NamedNode, said: Index, names: Names) -> Text | None:
    """Return a count with its bounds and what is counted, `> 70 librairie`; None for what is no count."""
    lower, upper = said.text(node, PK.lowerBound), said.text(node, PK.upperBound)
    if lower is None and upper is None:
        return None
    kinds = ", ".join(names[kind].words for kind in said.links(node, PK.countedKind))
    if lower == upper:
        return Text(f"{lower} {kinds}".strip())
    above, below = (said.text(node, PK[name]) for name in ("lowerBoundInclusive", "upperBoundInclusive"))
    signs = (("≥" if above == "true" else ">", lower), ("≤" if below == "true" else "<", upper))
    return Text(" ".join([*(f"{sign} {bound}" for sign, bound in signs if bound is not None), kinds]).strip())
