"""What is said of a list of a page."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.encode.nodes import Context
from partnerkg.model.claim import Claim, Fact, Listed
from partnerkg.model.facts import LISTS
from partnerkg.namespaces import expand, namespace

DCT, PK, RDF = (namespace(prefix) for prefix in ("dct", "pk", "rdf"))


def listed(claim: Claim, fact: Fact, context: Context) -> Iterator[Triple]:
    """The list as the page has it, then what is said of it."""
    said, source, capture = fact.value, context.reading.source, context.reading.capture
    assert isinstance(said, Listed)
    assert capture is not None
    kind = LISTS[said.of]
    the_list = context.node(
        "source-list", f"{source.slug}-{said.section or f'{claim.subject.slug}-{said.of}'}"
    )
    yield Triple(the_list, RDF.type, PK.SourceList)
    yield Triple(the_list, DCT.isPartOf, context.node("capture", f"{source.slug}-{capture.name}"))
    yield Triple(the_list, PK.listSubject, context.iri(claim.subject))
    relation = PK.listInverseProperty if kind.inverse else PK.listProperty
    yield Triple(the_list, relation, NamedNode(expand(kind.property) or ""))
    if said.category:
        yield Triple(the_list, PK.listHeading, context.node("category", said.category))
    if said.completeness and said.words:
        yield Triple(the_list, PK.listCompleteness, context.node("list-completeness", said.completeness))
        yield Triple(the_list, PK.completenessWords, Literal(said.words))
    if said.read is not None:
        yield Triple(the_list, PK.everyItemRead, Literal(said.read))
