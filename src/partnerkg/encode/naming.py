"""What a thing is called, and the numbers that registers give it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact, Number
from partnerkg.namespaces import namespace

ADMS, PK, RDF, SKOS = (namespace(prefix) for prefix in ("adms", "pk", "rdf", "skos"))


def name(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A name; unless the claim says otherwise it is the proper name of a known thing (`named`)."""
    subject = context.iri(claim.subject)
    yield Triple(subject, SKOS.prefLabel, Literal(str(fact.value), language="fr"))
    if not any(other.name == "name_status" for other in claim.facts):
        yield Triple(subject, PK.nameStatus, context.node("name-status", "named"))


def written(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """A spelling of the page that no name of the claim has, but for capitals, is kept as a hidden label."""
    written = str(fact.value)
    names = [str(other.value) for other in claim.facts if other.name in ("name", "proper_name", "alt")]
    if not any(written.casefold() in name.casefold() for name in names):
        yield Triple(context.iri(claim.subject), SKOS.hiddenLabel, Literal(written, language="fr"))


def number(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    value = fact.value
    assert isinstance(value, Number)
    identifier = context.number(value)
    yield Triple(context.iri(claim.subject), ADMS.identifier, identifier)
    yield Triple(identifier, RDF.type, ADMS.Identifier)
    yield Triple(identifier, PK.identifierScheme, context.node("identifier-scheme", value.scheme))
    yield Triple(identifier, SKOS.notation, Literal(value.number))
