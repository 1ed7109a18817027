"""What a thing is linked with directly: what leads to it, what it leads to, and one step further."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site.page import is_source
from partnerkg.pipeline.site.term import sort_of
from partnerkg.pipeline.site.terms import IGEO, PK, SKOS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.whole import Whole

Link = tuple[NamedNode, NamedNode, NamedNode | None]  # from what, to what, by what property
FURTHER = (PK.supportedBy,)  # what is shown of a neighbour as well
_TYING = frozenset({SKOS.prefLabel, PK.listSubject, IGEO.subdivisionDe})


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are linked in the same way, by name; `kind` is the property, None where nobody says."""

    kind: NamedNode | None
    things: Sequence[NamedNode]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A thing with what leads to it and what it leads to; `further` is what these lead to in their turn."""

    thing: NamedNode
    into: Sequence[Group]
    out: Sequence[Group]
    further: Mapping[NamedNode, Sequence[Group]]

    def __len__(self) -> int:
        return sum(len(group.things) for group in (*self.into, *self.out))


def around(thing: NamedNode, whole: Whole) -> Neighbours | None:
    """Return what a thing is linked with; None for what is linked with nothing, or is a place."""
    if PK.Place in whole.classes(thing):
        return None
    into = [
        (subject, thing, property_)
        for subject, property_ in whole.said.into(thing)
        if property_ not in _TYING and _is_shown(subject, whole)
    ]
    out = _out(thing, whole)
    if not into and not out:
        return None
    further = {
        other: groups
        for _, other, _ in out
        if (groups := _groups((link[2], link[1]) for link in _out(other, whole) if link[2] in FURTHER))
    }
    return Neighbours(thing, *_sides(thing, [*into, *out], whole), further)


def of_links(links: Iterable[Link], whole: Whole) -> Neighbours | None:
    """Return links that all begin or end at one thing, None if they do not."""
    links = list(dict.fromkeys(links))
    common = set.intersection(*({source, target} for source, target, _ in links)) if links else set()
    if not common:
        return None
    thing = min(common, key=lambda one: one.value)
    return Neighbours(thing, *_sides(thing, links, whole), {})


def _out(thing: NamedNode, whole: Whole) -> list[tuple[NamedNode, NamedNode, NamedNode]]:
    return [
        (thing, value, property_)
        for property_, values in whole.said.about(thing).items()
        for value in values
        if isinstance(value, NamedNode) and property_ not in _TYING and _is_shown(value, whole)
    ]


def _is_shown(thing: NamedNode, whole: Whole) -> bool:
    """Return whether a thing is one of those that are linked: no place, page, claim or word."""
    return (
        thing in whole.addresses
        and thing not in whole.facts
        and PK.Place not in whole.classes(thing)
        and sort_of(thing, whole) is None
        and not is_source(thing, whole)
    )


def _sides(thing: NamedNode, links: Iterable[Link], whole: Whole) -> tuple[Sequence[Group], Sequence[Group]]:
    names = whole.names("fr")
    links = sorted(
        links, key=lambda link: (fold(names[link[0]].words), fold(names[link[1]].words), str(link))
    )
    into = _groups((kind, source) for source, target, kind in links if target == thing != source)
    return into, _groups((kind, target) for source, target, kind in links if source == thing != target)


def _groups(ties: Iterable[tuple[NamedNode | None, NamedNode]]) -> list[Group]:
    found: dict[NamedNode | None, dict[NamedNode, None]] = {}
    for kind, thing in ties:
        found.setdefault(kind, {})[thing] = None
    ordered = sorted(found.items(), key=lambda item: (len(item[1]), str(item[0])))
    return [Group(kind, list(things)) for kind, things in ordered]
