"""Numbers with their bounds as a page gives them."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Count, Fact
from partnerkg.model.facts import FACTS
from partnerkg.namespaces import expand, namespace

DCT, PK, RDF, XSD = (namespace(prefix) for prefix in ("dct", "pk", "rdf", "xsd"))


def count(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    count = fact.value
    assert isinstance(count, Count)
    statement = context.node("count", f"{claim.subject.slug}-{fact.name.replace('_', '-')}")
    yield Triple(
        context.iri(claim.subject), NamedNode(expand(FACTS[fact.name].property or "") or ""), statement
    )
    yield Triple(statement, RDF.type, PK.CountStatement)
    yield Triple(statement, PK.countedKind, context.node("kind", count.counted))
    bounds = (("lower", count.lower, count.lower_inclusive), ("upper", count.upper, count.upper_inclusive))
    for side, bound, inclusive in bounds:
        if bound is not None:
            yield Triple(statement, PK[f"{side}Bound"], Literal(bound))
            yield Triple(statement, PK[f"{side}BoundInclusive"], Literal(inclusive))
    if count.day:
        yield Triple(statement, DCT.date, Literal(count.day, datatype=XSD.date))
