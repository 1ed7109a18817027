"""What a claim says, as facts of a line."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.pipeline.site.terms import ENDS, TIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.pipeline.site.names import Names, Text
    from partnerkg.pipeline.site.whole import Whole


@dataclass(frozen=True, slots=True)
class Fact:
    """Of whom something is said, what, and how it was read; things have their IRI where they have a page."""

    subject: Text
    thing: NamedNode | None
    label: Text
    value: Text
    other: NamedNode | None
    status: NamedNode
    claim: NamedNode


def facts(claim: NamedNode, status: NamedNode, whole: Whole, names: Names) -> Iterator[Fact]:
    """Yield what a claim says, without what only ties nodes together."""
    told = set()
    for subject, property_, value in sorted(whole.facts.get(claim, ()), key=str):
        node = isinstance(value, NamedNode) and value in whole.said and names.found(value) is None
        if property_ in TIES or node:
            continue
        thing = subject if names.found(subject) else _end(subject, whole)
        key = thing, property_, value
        if key not in told:
            told.add(key)
            other = value if isinstance(value, NamedNode) and value in whole.addresses else None
            yield Fact(
                names[thing],
                thing if thing in whole.addresses else None,
                names[property_],
                names.of(value),
                other,
                status,
                claim,
            )


def _end(node: NamedNode, whole: Whole) -> NamedNode:
    """Return what a node without a name is about: what it ties together, or what has it."""
    ends = whole.said.links(node, *reversed(ENDS))
    if ends:
        return ends[0]
    return next((subject for subject, _ in whole.said.into(node)), node)
