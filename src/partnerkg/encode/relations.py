"""Relations between things: the direct triple, and the node that carries the detail."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact, Partnership, Thing
from partnerkg.namespaces import namespace

DCT, ORG, PK, RDF = (namespace(prefix) for prefix in ("dct", "org", "pk", "rdf"))


def partnership(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """The direct triple and the node that carries the detail; or, for `of:`, more detail of that node."""
    value = fact.value
    assert isinstance(value, Partnership)
    slug = "-".join(
        part for part in (context.reading.source.publisher, claim.subject.slug, value.suffix) if part
    )
    collaboration, partner = context.node("collaboration", slug), context.iri(claim.subject)
    if not value.detail_only:
        group = claim.subject.kind == "group"
        yield Triple(context.publisher, PK.hasPartnerGroup if group else PK.hasPartner, partner)
        yield Triple(collaboration, RDF.type, PK.Collaboration)
        yield Triple(collaboration, PK.declaredBy, context.publisher)
        yield Triple(collaboration, PK.partnerGroup if group else PK.partner, partner)
    for prop, target in _details(value, context):
        yield Triple(collaboration, prop, target)


def _details(value: Partnership, context: Context) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield from ((PK.activityKind, context.node("activity", activity)) for activity in value.activities)
    yield from ((PK.concerns, context.iri(thing)) for thing in value.concerns)
    named = (
        (PK.listedUnder, "category", value.category),
        (PK.withinProgramme, "programme", value.programme),
        (PK.contributionDirection, "direction", value.direction),
    )
    yield from ((prop, context.node(prefix, slug)) for prop, prefix, slug in named if slug)
    if value.territory:
        yield PK.territory, context.place(value.territory)
    texts = ((DCT.description, value.description), (PK.receiver, value.receiver))
    language = context.reading.source.language
    yield from ((prop, Literal(text, language=language)) for prop, text in texts if text)


def membership(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    return _membership(claim.subject, fact.value, context)


def members(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    return _membership(fact.value, claim.subject, context)


def _membership(member: Thing, network: Thing, context: Context) -> Iterator[Triple]:
    membership = context.node("membership", f"{member.slug}-{network.slug}")
    yield Triple(context.iri(member), ORG.memberOf, context.iri(network))
    yield Triple(membership, RDF.type, ORG.Membership)
    yield Triple(membership, ORG.member, context.iri(member))
    yield Triple(membership, ORG.organization, context.iri(network))


def supported_by(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    return _support(fact.value, claim.subject, context)


def supports(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    return _support(claim.subject, fact.value, context)


def _support(supporter: Thing, beneficiary: Thing, context: Context) -> Iterator[Triple]:
    support = context.node("support", f"{supporter.slug}-{beneficiary.slug}")
    yield Triple(context.iri(beneficiary), PK.supportedBy, context.iri(supporter))
    yield Triple(support, RDF.type, PK.Support)
    yield Triple(support, PK.supporter, context.iri(supporter))
    yield Triple(support, PK.beneficiary, context.iri(beneficiary))
    yield Triple(support, PK.supportType, context.node("support-type", "unspecified"))


def recommended_by(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    yield Triple(context.iri(fact.value), PK.recommends, context.iri(claim.subject))


def organises(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    assert isinstance(fact.value, Thing)
    yield Triple(context.iri(fact.value), PK.organisedBy, context.iri(claim.subject))
