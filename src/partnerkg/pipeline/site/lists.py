"""The lists that pages make: under which heading, of whom, on which page."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.terms import DCT, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.whole import Whole


def described(iri: str, whole: Whole) -> tuple[NamedNode | None, NamedNode | None, NamedNode | None]:
    """Return the heading of a list, whose it is, the page that it stands on; None for what is not said."""
    node = NamedNode(iri)
    heading = next(iter(whole.said.links(node, PK.listHeading)), None)
    subject = next(iter(whole.said.links(node, PK.listSubject)), None)
    captures = whole.said.links(node, DCT.isPartOf)
    sources = [source for capture in captures for source in whole.known.links(capture, PK.captureOf)]
    return heading, subject, sources[0] if sources else None
