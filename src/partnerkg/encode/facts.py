"""Facts → triples: most by the property named in `FACTS`, the others by a rule of their own below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import Claim, Count, Fact, Listed, Number, Partnership, Reading, Thing
from partnerkg.model.facts import FACTS, LISTS
from partnerkg.model.place import slug as slug_of
from partnerkg.namespaces import expand, namespace
from partnerkg.places.gazetteer import Gazetteer

ADMS, RDF, DCT, ORG, PK, SKOS, XSD = (
    namespace(prefix) for prefix in ("adms", "rdf", "dct", "org", "pk", "skos", "xsd")
)


@dataclass(frozen=True)
class Context:
    """What the facts of a reading are read against."""

    reading: Reading
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    @property
    def publisher(self) -> NamedNode:
        """The organisation that publishes the page: "we"."""
        return node("organization", self.reading.source.publisher or "")

    def place(self, name: object) -> NamedNode:
        """Return the place of that name; UnknownPlace if the gazetteer has none."""
        return node("place", self.gazetteer.find(str(name)))


def node(prefix: str, slug: str) -> NamedNode:
    """Return the IRI of a thing or a concept by its prefix and slug."""
    return namespace(prefix)[slug]


def iri(thing: Thing) -> NamedNode:
    """Return the IRI of a thing."""
    return node(thing.kind, thing.slug)


def number_iri(value: Number) -> NamedNode:
    """Return the IRI of an identifier: the same number of the same register has one."""
    return node("identifier", f"{value.scheme}-{slug_of(value.number)}")


def triples(claim: Claim, context: Context) -> Iterator[Triple]:
    """Yield the triples that the facts of a claim state."""
    subject = iri(claim.subject)
    for fact in claim.facts:
        rule = RULES.get(fact.name)
        if rule:
            yield from rule(claim, fact, context)
            continue
        prop = FACTS[fact.name].property
        assert prop is not None, fact.name
        yield Triple(subject, NamedNode(expand(prop) or prop), _object(fact, context))


def _object(fact: Fact, context: Context) -> NamedNode | Literal:
    kind, _, detail = FACTS[fact.name].value.partition(":")
    value = fact.value
    if isinstance(value, Thing):
        return iri(value)
    if kind == "concept":
        return node(detail, str(value))
    if kind == "class":
        return context.vocabulary.classes[str(value)]
    if kind == "place":
        return context.place(value)
    if kind == "year":
        return Literal(str(value), datatype=XSD.gYear)
    language = context.reading.source.language if detail == "page" else detail
    return Literal(str(value), language=language) if language else Literal(str(value))


def _name(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A name; unless the claim says otherwise it is the proper name of a known thing (`named`)."""
    subject = iri(claim.subject)
    yield Triple(subject, SKOS.prefLabel, Literal(str(fact.value), language="fr"))
    if not any(other.name == "name_status" for other in claim.facts):
        yield Triple(subject, PK.nameStatus, node("name-status", "named"))


def _written(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A spelling of the page that no name of the claim has, but for capitals, is kept as a hidden label."""
    written = str(fact.value)
    names = [str(other.value) for other in claim.facts if other.name in ("name", "proper_name", "alt")]
    if not any(written.casefold() in name.casefold() for name in names):
        yield Triple(iri(claim.subject), SKOS.hiddenLabel, Literal(written, language="fr"))


def _number(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    value = fact.value
    assert isinstance(value, Number)
    identifier = number_iri(value)
    yield Triple(iri(claim.subject), ADMS.identifier, identifier)
    yield Triple(identifier, RDF.type, ADMS.Identifier)
    yield Triple(identifier, PK.identifierScheme, node("identifier-scheme", value.scheme))
    yield Triple(identifier, SKOS.notation, Literal(value.number))


def _town(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    site = _site(claim, fact, str(fact.value), context)
    yield Triple(iri(claim.subject), ORG.hasSite, site)
    yield Triple(site, RDF.type, ORG.Site)
    yield Triple(site, PK.commune, context.place(fact.value))


def _site(claim: Claim, fact: Fact, town: str, context: Context) -> NamedNode:
    """The one site has the organisation's slug; each of several adds its town."""
    slug = claim.subject.slug
    if fact.name == "town":
        return node("site", slug)
    return node("site", f"{slug}-{slug_of(context.gazetteer.label(context.gazetteer.find(town)))}")


def _site_since(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    years = fact.value
    assert isinstance(years, dict)
    for town, year in years.items():
        yield Triple(
            _site(claim, fact, town, context), PK.existsSince, Literal(str(year), datatype=XSD.gYear)
        )


def _count(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    count = fact.value
    assert isinstance(count, Count)
    statement = node("count", f"{claim.subject.slug}-{fact.name.replace('_', '-')}")
    yield Triple(iri(claim.subject), NamedNode(expand(FACTS[fact.name].property or "") or ""), statement)
    yield Triple(statement, RDF.type, PK.CountStatement)
    yield Triple(statement, PK.countedKind, node("kind", count.counted))
    bounds = (("lower", count.lower, count.lower_inclusive), ("upper", count.upper, count.upper_inclusive))
    for side, bound, inclusive in bounds:
        if bound is not None:
            yield Triple(statement, PK[f"{side}Bound"], Literal(bound))
            yield Triple(statement, PK[f"{side}BoundInclusive"], Literal(inclusive))


def _partnership(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """The direct triple and the node that carries the detail; or, for `of:`, more detail of that node."""
    value = fact.value
    assert isinstance(value, Partnership)
    slug = "-".join(
        part for part in (context.reading.source.publisher, claim.subject.slug, value.suffix) if part
    )
    collaboration, partner = node("collaboration", slug), iri(claim.subject)
    if not value.detail_only:
        group = claim.subject.kind == "group"
        yield Triple(context.publisher, PK.hasPartnerGroup if group else PK.hasPartner, partner)
        yield Triple(collaboration, RDF.type, PK.Collaboration)
        yield Triple(collaboration, PK.declaredBy, context.publisher)
        yield Triple(collaboration, PK.partnerGroup if group else PK.partner, partner)
    for prop, target in _details(value, context):
        yield Triple(collaboration, prop, target)


def _details(value: Partnership, context: Context) -> Iterator[tuple[NamedNode, NamedNode]]:
    if value.category:
        yield PK.listedUnder, node("category", value.category)
    for activity in value.activities:
        yield PK.activityKind, node("activity", activity)
    if value.programme:
        yield PK.withinProgramme, node("programme", value.programme)
    for thing in value.concerns:
        yield PK.concerns, iri(thing)
    if value.direction:
        yield PK.contributionDirection, node("direction", value.direction)
    if value.territory:
        yield PK.territory, context.place(value.territory)


def _membership(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    network, member = fact.value, iri(claim.subject)
    assert isinstance(network, Thing)
    membership = node("membership", f"{claim.subject.slug}-{network.slug}")
    yield Triple(member, ORG.memberOf, iri(network))
    yield Triple(membership, RDF.type, ORG.Membership)
    yield Triple(membership, ORG.member, member)
    yield Triple(membership, ORG.organization, iri(network))


def _support(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    supporter, beneficiary = fact.value, iri(claim.subject)
    assert isinstance(supporter, Thing)
    support = node("support", f"{supporter.slug}-{claim.subject.slug}")
    yield Triple(beneficiary, PK.supportedBy, iri(supporter))
    yield Triple(support, RDF.type, PK.Support)
    yield Triple(support, PK.supporter, iri(supporter))
    yield Triple(support, PK.beneficiary, beneficiary)
    yield Triple(support, PK.supportType, node("support-type", "unspecified"))


def _recommended_by(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    yield Triple(iri(fact.value), PK.recommends, iri(claim.subject))


def _organises(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    yield Triple(iri(fact.value), PK.organisedBy, iri(claim.subject))


def _list(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """The list as the page has it, then what is said of it."""
    said, source, capture = fact.value, context.reading.source, context.reading.capture
    assert isinstance(said, Listed)
    assert capture is not None
    kind = LISTS[said.of]
    listed = node("source-list", f"{source.slug}-{said.section or f'{claim.subject.slug}-{said.of}'}")
    yield Triple(listed, RDF.type, PK.SourceList)
    yield Triple(listed, DCT.isPartOf, node("capture", f"{source.slug}-{capture.name}"))
    yield Triple(listed, PK.listSubject, iri(claim.subject))
    relation = PK.listInverseProperty if kind.inverse else PK.listProperty
    yield Triple(listed, relation, NamedNode(expand(kind.property) or ""))
    if said.category:
        yield Triple(listed, PK.listHeading, node("category", said.category))
    if said.completeness and said.words:
        yield Triple(listed, PK.listCompleteness, node("list-completeness", said.completeness))
        yield Triple(listed, PK.completenessWords, Literal(said.words))
    if said.read is not None:
        yield Triple(listed, PK.everyItemRead, Literal(said.read))


RULES: dict[str, Callable[[Claim, Fact, Context], Iterator[Triple]]] = {
    "name": _name,
    "written": _written,
    "identifiers": _number,
    "town": _town,
    "towns": _town,
    "site_since": _site_since,
    "member_count": _count,
    "commune_population": _count,
    "partner": _partnership,
    "collaboration": _partnership,
    "member_of": _membership,
    "supported_by": _support,
    "recommended_by": _recommended_by,
    "organises": _organises,
    "list": _list,
}
