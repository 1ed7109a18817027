"""Where a thing has its sites, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact
from partnerkg.model.name import slug as slug_of
from partnerkg.namespaces import namespace

ORG, PK, RDF, XSD = (namespace(prefix) for prefix in ("org", "pk", "rdf", "xsd"))


def town(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    site = _site(claim, fact, str(fact.value), context)
    yield Triple(context.iri(claim.subject), ORG.hasSite, site)
    yield Triple(site, RDF.type, ORG.Site)
    yield Triple(site, PK.commune, context.place(fact.value))


def since(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    years = fact.value
    assert isinstance(years, dict)
    for town, year in years.items():
        yield Triple(
            _site(claim, fact, town, context), PK.existsSince, Literal(str(year), datatype=XSD.gYear)
        )


def _site(claim: Claim, fact: Fact, town: str, context: Context) -> NamedNode:
    """The one site has the organisation's slug; each of several adds its town."""
    slug = claim.subject.slug
    if fact.name == "town":
        return context.node("site", slug)
    return context.node("site", f"{slug}-{slug_of(context.gazetteer.label(context.gazetteer.find(town)))}")
