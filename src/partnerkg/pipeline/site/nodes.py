"""Nodes without a name, which have no page of their own → the page that shows what they say."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.evidence import passage_of
from partnerkg.pipeline.site.terms import ENDS, OA, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.whole import Whole

_DEEP = 4  # steps from a node to what it is about


def page(thing: NamedNode, whole: Whole) -> str | None:
    """Return the page that shows a thing, below the folder of a language; None if none does.

    Words of a page, what selects them and what mentions them are shown at their place in it, evidence by its
    claim, a node that ties things together by the first of these.
    """
    here = thing
    for _ in range(_DEEP):
        path = whole.addresses.path(here)
        if path is not None:
            return f"{path}{_anchor(thing, whole)}"
        found = next(iter(_towards(here, whole)), None)
        if found is None:
            return None
        here = found
    return None


def _towards(node: NamedNode, whole: Whole) -> list[NamedNode]:
    """Return what is a step nearer to something with a page, the best first."""
    known, said = whole.known, whole.said
    return [
        *known.links(node, OA.hasTarget, OA.hasSource, PK.captureOf),
        *known.leading(node, OA.hasSelector, PK.evidence),
        *said.links(node, *ENDS, PK.listSubject),
        *(subject for subject, _ in said.into(node)),
    ]


def _anchor(thing: NamedNode, whole: Whole) -> str:
    """Return where the words stand that a passage, its selector or a mention of them is about."""
    nodes = [thing, *whole.known.links(thing, OA.hasTarget), *whole.known.leading(thing, OA.hasSelector)]
    found = next((passage for node in nodes if (passage := passage_of(node, whole.known))), None)
    return f"#s{found.start}-{found.end}" if found else ""
