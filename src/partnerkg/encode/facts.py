"""Facts → triples: most by the property named in `FACTS`, the others by a rule of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode import counts, ends, lists, naming, relations, sites
from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact, Thing
from partnerkg.model.facts import FACTS
from partnerkg.namespaces import expand, namespace

XSD = namespace("xsd")

RULES: dict[str, Callable[[Claim, Fact, Context], Iterator[Triple]]] = {
    "name": naming.name,
    "written": naming.written,
    "identifiers": naming.number,
    "same": lambda claim, fact, context: iter(()),  # it is in every IRI of the thing
    "town": sites.town,
    "towns": sites.town,
    "site_since": sites.since,
    "member_count": counts.count,
    "commune_population": counts.count,
    "partner": relations.partnership,
    "collaboration": relations.partnership,
    "member_of": relations.membership,
    "members": relations.members,
    "supported_by": relations.supported_by,
    "supports": relations.supports,
    "recommended_by": relations.recommended_by,
    "organises": relations.organises,
    "replaced_by": ends.replaced_by,
    "withdrawn": ends.withdrawn,
    "list": lists.listed,
}


def triples(claim: Claim, context: Context) -> Iterator[Triple]:
    """Yield the triples that the facts of a claim state."""
    subject = context.iri(claim.subject)
    for fact in claim.facts:
        rule = RULES.get(fact.name)
        if rule:
            yield from rule(claim, fact, context)
            continue
        prop = FACTS[fact.name].property
        assert prop is not None, fact.name
        yield Triple(subject, NamedNode(expand(prop) or prop), _object(fact, context))


NODES: dict[str, Callable[[object, str, Context], NamedNode]] = {
    "concept": lambda value, scheme, context: context.node(scheme, str(value)),
    "class": lambda value, _, context: context.vocabulary.classes[str(value)],
    "place": lambda value, _, context: context.place(value),
    "address": lambda value, _, __: NamedNode(str(value)),
}


def _object(fact: Fact, context: Context) -> NamedNode | Literal:
    kind, _, detail = FACTS[fact.name].value.partition(":")
    value = fact.value
    if isinstance(value, Thing):
        return context.iri(value)
    if kind in NODES:
        return NODES[kind](value, detail, context)
    if kind == "year":
        return Literal(str(value), datatype=XSD.gYear)
    language = context.reading.source.language if detail == "page" else detail
    return Literal(str(value), language=language) if language else Literal(str(value))
