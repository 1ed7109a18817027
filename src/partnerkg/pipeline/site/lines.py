"""What is said of a thing, statement by statement: from it, to it, and by way of nodes without a name."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from partnerkg.pipeline.site import counts
from partnerkg.pipeline.site.headings import COLLABORATIONS, IDENTITY, PLACE, RELATIONS, SUPPORT
from partnerkg.pipeline.site.names import Text
from partnerkg.pipeline.site.terms import ADMS, DCT, ENDS, IGEO, ORG, OWL, PK, RDF, SKOS, TIES, XSD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.model.terms import Term
    from partnerkg.pipeline.site.names import Names
    from partnerkg.pipeline.site.whole import Whole

_PARTNERS = (PK.hasPartner, PK.hasPartnerGroup)
MANY = 12  # partners that stand in one line; more are shown under the headings of the page that names them
# What a node without a name stands for, by the property that leads to it or from it.
_ASIDE = {
    PK.declaredBy: COLLABORATIONS,
    PK.partner: COLLABORATIONS,
    PK.partnerGroup: COLLABORATIONS,
    PK.supporter: SUPPORT,
    PK.beneficiary: SUPPORT,
    ORG.hasSite: PLACE,
    ADMS.identifier: IDENTITY,
}
# What is so unless something else is said.
_USUAL = frozenset({"name-status/named", "direction/unspecified"})
# What leads to nodes that describe how a page was read, and those that say what a kind has.
_ELSEWHERE = frozenset(
    {PK.listSubject, PK.listHeading, ORG.classification, PK.memberKind, DCT.type, IGEO.subdivisionDe}
)


@dataclass(slots=True)
class Value:
    """A value of a record: words, the thing they name if it has a page, and the claims that say so.

    `within` is the place that a place lies in; `beside` are the others that it concerns; `number` is what the
    words count.
    """

    text: Text
    thing: NamedNode | None
    claims: list[NamedNode]
    within: Text | None = None
    beside: list[tuple[Text, NamedNode]] | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One value, and the line it belongs to."""

    group: str
    order: float
    label: Text
    value: Value


def put(values: list[Value], new: Value) -> None:
    """Add a value to others, with its claims and others beside if it stands there already."""
    for value in values:
        if (value.text.words, value.thing) == (new.text.words, new.thing):
            value.claims += [claim for claim in new.claims if claim not in value.claims]
            if new.beside:
                known = value.beside or []
                value.beside = known + [one for one in new.beside if one not in known]
            return
    values.append(new)


def of(thing: NamedNode, whole: Whole, names: Names) -> Iterator[Found]:
    """Yield what is said of a thing; the same value may come from several statements."""
    for property_, values in whole.said.about(thing).items():
        if property_ in _PARTNERS and len(values) > MANY:
            yield from _under_headings(thing, property_, whole, names)
            continue
        for value in values:
            yield from _from(thing, property_, value, whole, names)
    for subject, property_ in whole.said.into(thing):
        if property_ not in _ELSEWHERE:
            yield from _to(thing, property_, subject, whole, names)


def _from(thing: NamedNode, property_: NamedNode, value: Term, whole: Whole, names: Names) -> Iterator[Found]:
    claims = whole.claims.get((thing, property_, value), [])
    if isinstance(value, NamedNode) and _is_node(value, whole):
        yield from _aside(thing, property_, value, whole, names)
    elif property_ == RDF.type and isinstance(value, NamedNode):
        kinds = whole.said.links(thing, ORG.classification, PK.memberKind, DCT.type)
        if not kinds and value in whole.classes(thing):
            label = names[ORG.classification]
            yield Found(IDENTITY, 6, label, Value(names[value], _paged(value, whole), list(claims)))
    elif property_ not in TIES and not _usual(value):
        group, order = whole.headings.place(property_)
        if property_ == SKOS.prefLabel:
            order = 0
        yield Found(group, order, names[property_], _value(value, claims, whole, names))


def _usual(value: Term) -> bool:
    return isinstance(value, NamedNode) and value.value.endswith(tuple(_USUAL))


def _under_headings(thing: NamedNode, property_: NamedNode, whole: Whole, names: Names) -> Iterator[Found]:
    """Yield the many partners of a publisher, a line for each heading of its page."""
    group, order = whole.headings.place(property_)
    headings: dict[NamedNode, dict[NamedNode, None]] = {}
    for node in whole.said.leading(thing, PK.declaredBy):
        for partner in whole.said.links(node, PK.partner, PK.partnerGroup):
            for heading in whole.said.links(node, PK.listedUnder):
                headings.setdefault(partner, {})[heading] = None
    for partner in whole.said.links(thing, property_):
        claims = whole.claims.get((thing, property_, partner), [])
        for heading in headings.get(partner) or {property_: None}:
            yield Found(group, order, names[heading], _value(partner, claims, whole, names))


def _value(value: Term, claims: list[NamedNode], whole: Whole, names: Names) -> Value:
    if isinstance(value, NamedNode):
        return Value(names[value], _paged(value, whole), list(claims), _within(value, whole, names))
    text = names.of(value)
    is_count = isinstance(value, Literal) and value.datatype == XSD.integer and text.words.isdecimal()
    return Value(text, None, list(claims), number=int(text.words) if is_count else None)


def _to(
    thing: NamedNode, property_: NamedNode, subject: NamedNode, whole: Whole, names: Names
) -> Iterator[Found]:
    if _is_node(subject, whole):
        yield from _aside(thing, property_, subject, whole, names)
        return
    if property_ in TIES:
        return
    claims = whole.claims.get((subject, property_, thing), [])
    group, order = whole.headings.place(property_)
    inverse = next(iter(whole.known.links(property_, OWL.inverseOf)), None) or next(
        iter(whole.known.leading(property_, OWL.inverseOf)), None
    )
    name = names[property_]
    label = names[inverse] if inverse else Text(f"← {name.words}", name.language)
    value = Value(names[subject], _paged(subject, whole), list(claims), _within(subject, whole, names))
    yield Found(group, order + 0.5, label, value)


def _aside(
    thing: NamedNode, leading: NamedNode, node: NamedNode, whole: Whole, names: Names
) -> Iterator[Found]:
    """Yield what a node without a name says of the thing: a site, a number, a collaboration, a support."""
    others = [other for other in whole.said.links(node, *ENDS) if other != thing]
    beside = [(names[other], other) for other in others]
    scheme = next(iter(whole.said.links(node, PK.identifierScheme)), None)
    count = counts.text(node, whole.said, names)
    if count is not None:
        claims = _claims(thing, leading, node, whole)
        group, order = whole.headings.place(leading)
        yield Found(group, order, names[leading], Value(count, None, claims))
        return
    if leading == PK.commune:  # a place, seen from the sites in it
        for owner in whole.said.leading(node, ORG.hasSite):
            claims = whole.claims.get((node, leading, thing), [])
            there = Value(names[owner], _paged(owner, whole), list(claims))
            yield Found(RELATIONS, 1, names[ORG.Organization], there)
        return
    for property_, values in whole.said.about(node).items():
        if property_ in TIES or property_ == PK.listedUnder:
            continue
        order = whole.headings.place(property_)[1]
        group = _ASIDE.get(leading) or whole.headings.place(leading)[0]
        label = names[scheme] if scheme is not None and property_ == SKOS.notation else names[property_]
        for value in filter(lambda value: not _usual(value), values):
            claims = whole.claims.get((node, property_, value), [])
            found = _value(value, claims, whole, names)
            found.beside = beside or None
            yield Found(group, order, label, found)


def _claims(thing: NamedNode, leading: NamedNode, node: NamedNode, whole: Whole) -> list[NamedNode]:
    forth = whole.claims.get((thing, leading, node), [])
    return list(dict.fromkeys([*forth, *whole.claims.get((node, leading, thing), [])]))


def _is_node(thing: NamedNode, whole: Whole) -> bool:
    """Return whether a thing is described but has no name: it only ties others together."""
    return thing in whole.said and whole.names("en").found(thing) is None


def _paged(thing: NamedNode, whole: Whole) -> NamedNode | None:
    return thing if thing in whole.addresses else None


def _within(place: NamedNode, whole: Whole, names: Names) -> Text | None:
    """Return the département or region that a place lies in, None for what is no place in one."""
    above = whole.said.links(place, IGEO.subdivisionDe)
    return names[above[0]] if above else None
