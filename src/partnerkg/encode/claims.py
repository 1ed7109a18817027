"""Reading → claim graphs and their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from partnerkg.encode import facts
from partnerkg.encode.generated import ENRICHMENT, PROVENANCE
from partnerkg.encode.nodes import Context, iri, node
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import STATED, Claim, Evidence, Reading
from partnerkg.model.document import Capture, Passage, Source
from partnerkg.namespaces import namespace
from partnerkg.places.gazetteer import Gazetteer

RDF, DCT, OA, PK, PROV, SCHEMA, XSD = (
    namespace(prefix) for prefix in ("rdf", "dct", "oa", "pk", "prov", "schema", "xsd")
)
READER = NamedNode(namespace("pk").iri.removesuffix("ontology#") + "#reader")


def encode(reading: Reading, gazetteer: Gazetteer, vocabulary: Vocabulary) -> set[Quad]:
    """Return the quads of a reading: one named graph a claim, and the description of its evidence.

    The evidence of captured pages stands in graph:provenance, that of outside pages in graph:enrichment.
    """
    context = Context(reading, gazetteer, vocabulary)
    about = PROVENANCE if reading.capture else ENRICHMENT
    quads = set(_in(about, _page(reading)))
    for claim in reading.claims:
        graph = claim_iri(reading.source, claim)
        quads.update(_in(graph, facts.triples(claim, context)))
        quads.update(_in(about, _describe(claim, graph, reading)))
    return quads


def _in(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def claim_iri(source: Source, claim: Claim) -> NamedNode:
    """Return the IRI of the graph that holds what a claim states."""
    return node("claim", f"{source.slug}/{claim.slug}")


def _page(reading: Reading) -> Iterator[Triple]:
    source = node("source", reading.source.slug)
    yield Triple(source, RDF.type, PK.Source)
    yield Triple(source, DCT.title, Literal(reading.source.title, language=reading.source.language))
    yield Triple(source, DCT.language, Literal(reading.source.language))
    if reading.source.address:
        yield Triple(source, SCHEMA.url, NamedNode(reading.source.address))
    if reading.source.publisher:
        yield Triple(source, DCT.publisher, node("organization", reading.source.publisher))
    for capture in filter(None, (*reading.earlier, reading.capture)):
        yield from _capture(reading.source, capture)


def _capture(source: Source, capture: Capture) -> Iterator[Triple]:
    subject = node("capture", f"{source.slug}-{capture.name}")
    yield Triple(subject, RDF.type, PK.Capture)
    yield Triple(subject, PK.captureOf, node("source", source.slug))
    yield Triple(subject, PK.sha256, Literal(capture.sha256))
    yield Triple(subject, PK.characterCount, Literal(capture.characters))
    yield Triple(subject, DCT.date, Literal(capture.read, datatype=XSD.date))


def _describe(claim: Claim, graph: NamedNode, reading: Reading) -> Iterator[Triple]:
    yield Triple(graph, RDF.type, PK.Claim)
    yield Triple(graph, PK.claimStatus, node("status", claim.status))
    yield from _attribution(claim, graph, reading)
    for evidence in claim.evidence:
        place = f"-{evidence.passages[0].start}" if evidence.passages else ""
        subject = node("evidence", f"{reading.source.slug}-{claim.slug}{place}")
        yield Triple(graph, PK.evidence, subject)
        yield from _evidence(subject, evidence, claim, reading)


def _attribution(claim: Claim, graph: NamedNode, reading: Reading) -> Iterator[Triple]:
    """What the words of a page state is its publisher’s; the rest the reader derives from the page."""
    source = reading.source
    if claim.status == STATED and source.publisher:
        yield Triple(graph, PROV.wasAttributedTo, node("organization", source.publisher))
        return
    yield Triple(graph, PROV.wasAttributedTo, READER)
    page = f"{source.slug}-{reading.capture.name}" if reading.capture else source.slug
    yield Triple(graph, PROV.wasDerivedFrom, node("capture" if reading.capture else "source", page))


def _evidence(subject: NamedNode, evidence: Evidence, claim: Claim, reading: Reading) -> Iterator[Triple]:
    yield Triple(subject, RDF.type, PK.Evidence)
    if not evidence.passages or not reading.capture:
        yield Triple(subject, PK.seenOn, node("source", reading.source.slug))
        if evidence.seen:
            yield Triple(subject, DCT.date, Literal(evidence.seen, datatype=XSD.date))
        return
    capture = f"{reading.source.slug}-{evidence.capture or reading.capture.name}"
    for role, passages in ((PK.passage, evidence.passages), (PK.headingPassage, evidence.headings)):
        for passage in passages:
            yield Triple(subject, role, node("passage", _place(capture, passage)))
    yield from _passages((*evidence.passages, *evidence.headings, *evidence.mentions), capture)
    for passage in evidence.mentions:
        mention = node("mention", _place(capture, passage))
        yield Triple(mention, RDF.type, OA.Annotation)
        yield Triple(mention, OA.motivatedBy, OA.identifying)
        yield Triple(mention, OA.hasTarget, node("passage", _place(capture, passage)))
        yield Triple(mention, OA.hasBody, iri(claim.subject))


def _place(capture: str, passage: Passage) -> str:
    return f"{capture}-{passage.start}-{passage.end}"


def _passages(passages: Iterable[Passage], capture: str) -> Iterator[Triple]:
    """Yield the Web Annotation description of passages: W3C Web Annotation Data Model §4.2."""
    for passage in passages:
        name = _place(capture, passage)
        subject = node("passage", name)
        position, quote = node("selector", f"{name}-position"), node("selector", f"{name}-quote")
        yield Triple(subject, RDF.type, OA.SpecificResource)
        yield Triple(subject, OA.hasSource, node("capture", capture))
        yield Triple(subject, OA.hasSelector, position)
        yield Triple(subject, OA.hasSelector, quote)
        yield Triple(position, RDF.type, OA.TextPositionSelector)
        yield Triple(position, OA.start, Literal(passage.start))
        yield Triple(position, OA.end, Literal(passage.end))
        yield Triple(quote, RDF.type, OA.TextQuoteSelector)
        yield Triple(quote, OA.exact, Literal(passage.exact))
        yield Triple(quote, OA.prefix, Literal(passage.before))
        yield Triple(quote, OA.suffix, Literal(passage.after))
