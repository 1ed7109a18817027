"""What became of things: replaced by another, or withdrawn."""

from __future__ import annotations

from partnerkg.pipeline.site.addresses import path_of
from partnerkg.pipeline.site.terms import DCT, OWL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from partnerkg.pipeline.site.whole import Whole


def renamed(whole: Whole) -> list[tuple[NamedNode, NamedNode]]:
    """Return the things that another took the place of, with that one, by IRI."""
    found = (
        (thing, new)
        for thing in whole.said.subjects()
        for new in whole.said.links(thing, DCT.isReplacedBy)[:1]
    )
    return sorted(found, key=str)


def withdrawn(whole: Whole) -> list[NamedNode]:
    """Return the things that are not to be shown any more, by IRI."""
    gone = (
        thing for thing in whole.said.subjects() if whole.said.text(thing, OWL.deprecated) in ("true", "1")
    )
    return sorted(gone, key=str)


def page(thing: NamedNode, whole: Whole) -> str:
    """Return where the page of a thing stands or would stand, below the folder of a language."""
    return whole.addresses.path(thing) or path_of(thing.value)


def captures(whole: Whole) -> Iterator[tuple[str, str]]:
    """Yield the last part of the IRI of each captured text, and the page that shows it."""
    for source in whole.sources:
        path = whole.addresses.path(source)
        for text in whole.evidence.texts(source) if path else ():
            yield text.capture.value.rpartition("/")[2], path or ""
