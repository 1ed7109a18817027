"""The network: who names whom as a partner under which heading, and the few other links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from partnerkg.model.name import fold
from partnerkg.pipeline.site.listing import towns_of
from partnerkg.pipeline.site.terms import ORG, PK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.site.names import Text
    from partnerkg.pipeline.site.whole import Whole

PARTNERS = (PK.hasPartner, PK.hasPartnerGroup)
# The other links that are drawn, with the name of their stroke in the style sheet.
OTHERS = {
    ORG.memberOf: "mem",
    PK.representedOnBoardOf: "brd",
    PK.supportedBy: "sup",
    ORG.subOrganizationOf: "sub",
}


@dataclass(frozen=True, slots=True)
class Edge:
    """A link that is said: from what, how, to what, by which claims."""

    source: NamedNode
    property: NamedNode
    target: NamedNode
    claims: Sequence[NamedNode]


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in a comb: its town where that is not the heading above it, and what is a part of it."""

    thing: NamedNode
    town: str = ""
    parts: Sequence[NamedNode] = ()


@dataclass(slots=True)
class Heading:
    """A heading of the publisher's page with its partners, town by town; "" for those without a town.

    `folded` is how many stand under it where they are not named.
    """

    name: Text | None
    towns: dict[str, list[Row]] = field(default_factory=dict)
    folded: int = 0

    def __len__(self) -> int:
        return sum(map(len, self.towns.values()))


@dataclass(frozen=True, slots=True)
class Comb:
    """A publisher with its partners under the headings of its page."""

    publisher: NamedNode
    headings: Sequence[Heading]
    partners: int


@dataclass(frozen=True, slots=True)
class Network:
    """A comb for each publisher; what several of them name; the other links."""

    combs: Sequence[Comb]
    shared: Sequence[NamedNode]
    partnerships: Sequence[Edge]
    others: Sequence[Edge]


def network(whole: Whole, language: str) -> Network:
    """Return the network, in an order that the graph alone decides."""
    partnerships = list(_edges(whole, PARTNERS))
    others = sorted(_edges(whole, tuple(OTHERS)), key=lambda edge: _order(edge, whole))
    named: dict[NamedNode, dict[NamedNode, None]] = {}
    for edge in partnerships:
        named.setdefault(edge.source, {})[edge.target] = None
    shared = [thing for thing in {edge.target: None for edge in partnerships}
              if sum(thing in some for some in named.values()) > 1]  # fmt: skip
    parts: dict[NamedNode, list[NamedNode]] = {}
    for edge in others:
        if edge.property == ORG.subOrganizationOf and edge.target not in named:
            parts.setdefault(edge.target, []).append(edge.source)
    combs = [
        Comb(publisher, _headings(publisher, list(some), parts, whole, language), len(some))
        for publisher, some in sorted(named.items(), key=lambda item: (len(item[1]), item[0].value))
    ]
    return Network(combs, shared, sorted(partnerships, key=lambda edge: _order(edge, whole)), others)


def among(things: Iterable[NamedNode], whole: Whole) -> list[tuple[NamedNode, NamedNode, NamedNode]]:
    """Return the links that begin or end at some things: from what, to what, how."""
    some = set(things)
    return [
        (edge.source, edge.target, edge.property)
        for edge in _edges(whole, (*PARTNERS, *OTHERS))
        if edge.source in some or edge.target in some
    ]


def links(whole: Whole) -> int:
    """Return how many links there are: the rows of both tables."""
    return sum(1 for _ in _edges(whole, (*PARTNERS, *OTHERS)))


def _edges(whole: Whole, properties: Sequence[NamedNode]) -> Iterator[Edge]:
    for subject in whole.said.subjects():
        for property_ in properties:
            for value in whole.said.links(subject, property_):
                yield Edge(subject, property_, value, whole.claims.get((subject, property_, value), []))


def _order(edge: Edge, whole: Whole) -> tuple[str, ...]:
    names = whole.names("fr")
    return (
        fold(names[edge.source].words),
        edge.source.value,
        edge.property.value,
        fold(names[edge.target].words),
    )


def _headings(
    publisher: NamedNode,
    partners: Sequence[NamedNode],
    parts: dict[NamedNode, list[NamedNode]],
    whole: Whole,
    language: str,
) -> list[Heading]:
    names = whole.names(language)
    under = _under(publisher, whole)
    found: dict[NamedNode | None, list[NamedNode]] = {}
    below = {part for partner in partners for part in parts.get(partner, ())}
    for partner in partners:
        if partner in below:  # it stands below what it is a part of
            continue
        found.setdefault(under.get(partner), []).append(partner)
    order = {heading: place for place, heading in enumerate(dict.fromkeys(under.values()))}
    return [
        _by_town(names[heading] if heading else None, some, parts, whole, language)
        for heading, some in sorted(found.items(), key=lambda item: order.get(item[0], len(order)))  # type: ignore[arg-type]
    ]


def _under(publisher: NamedNode, whole: Whole) -> dict[NamedNode, NamedNode]:
    """Return the heading of each partner, in the order of the page."""
    found: dict[NamedNode, NamedNode] = {}
    nodes = whole.said.leading(publisher, PK.declaredBy)
    for node in sorted(nodes, key=lambda one: _place(one, whole)):
        for partner in whole.said.links(node, PK.partner, PK.partnerGroup):
            for heading in whole.said.links(node, PK.listedUnder):
                found.setdefault(partner, heading)
    return found


def _place(node: NamedNode, whole: Whole) -> tuple[int, str]:
    """Return where on its page a collaboration is said."""
    claims = {
        claim
        for property_, values in whole.said.about(node).items()
        for value in values
        for claim in whole.claims.get((node, property_, value), ())
    }
    starts = [
        passage.start
        for claim in claims
        for quote in whole.evidence.quotes(claim)
        for passage in quote.passages
    ]
    return min(starts, default=0), node.value


def _by_town(
    name: Text | None,
    partners: Sequence[NamedNode],
    parts: dict[NamedNode, list[NamedNode]],
    whole: Whole,
    language: str,
) -> Heading:
    names = whole.names(language)
    where: dict[str, list[NamedNode]] = {}
    for partner in sorted(partners, key=lambda one: (fold(names[one].words), one.value)):
        towns = towns_of(partner, whole)
        where.setdefault(names[towns[0]].words if towns else "", []).append(partner)
    heading = Heading(name)
    large = sorted(
        (town for town, some in where.items() if town and len(some) > 1),
        key=lambda town: (-len(where[town]), town),
    )
    split = bool(large) and len(partners) > 8
    for town in large if split else ():
        heading.towns[town] = [Row(one, parts=parts.get(one, ())) for one in where[town]]
    rest = [
        Row(one, town if town and not _says(names[one].words, town) else "", parts.get(one, ()))
        for town, some in where.items()
        if not (split and town in large)
        for one in some
    ]
    if rest:
        heading.towns[""] = sorted(rest, key=lambda row: (fold(names[row.thing].words), row.thing.value))
    return heading


def _says(name: str, town: str) -> bool:
    return fold(town) in fold(name)
