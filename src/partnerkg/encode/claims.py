"""Reading → claim graphs and their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from partnerkg.encode import facts
from partnerkg.encode.generated import ENRICHMENT, PROVENANCE
from partnerkg.encode.nodes import Context
from partnerkg.encode.space import Space
from partnerkg.encode.vocabulary import Vocabulary
from partnerkg.model.claim import STATED, Claim, Evidence, Reading
from partnerkg.model.document import Capture, Passage
from partnerkg.namespaces import namespace
from partnerkg.places.gazetteer import Gazetteer

RDF, DCT, OA, PK, PROV, SCHEMA, XSD = (
    namespace(prefix) for prefix in ("rdf", "dct", "oa", "pk", "prov", "schema", "xsd")
)


def encode(
    reading: Reading, gazetteer: Gazetteer, vocabulary: Vocabulary, space: Space | None = None
) -> set[Quad]:
    """Return the quads of a reading: one named graph a claim, and the description of its evidence.

    `space` gives the IRIs of things, by default those of partnerkg and what the reading borrows. The evidence
    of captured pages stands in graph:provenance, that of outside pages in graph:enrichment.
    """
    context = Context(reading, gazetteer, vocabulary, space or Space().given([reading]))
    about = PROVENANCE if reading.capture else ENRICHMENT
    quads = set(_in(about, _page(context)))
    for claim in reading.claims:
        graph = context.node("claim", f"{reading.source.slug}/{claim.slug}")
        quads.update(_in(graph, facts.triples(claim, context)))
        quads.update(_in(about, _describe(claim, graph, context)))
    return quads


def _in(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Quad]:
    return (Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _page(context: Context) -> Iterator[Triple]:
    reading = context.reading
    source = context.node("source", reading.source.slug)
    yield Triple(source, RDF.type, PK.Source)
    titles = {reading.source.language: reading.source.title, **reading.source.translated}
    yield from (Triple(source, DCT.title, Literal(title, language=tag)) for tag, title in titles.items())
    yield Triple(source, DCT.language, Literal(reading.source.language))
    if reading.source.address:
        yield Triple(source, SCHEMA.url, NamedNode(reading.source.address))
    if reading.source.publisher:
        yield Triple(source, DCT.publisher, context.publisher)
    for capture in filter(None, (*reading.earlier, reading.capture)):
        yield from _capture(capture, context)


def _capture(capture: Capture, context: Context) -> Iterator[Triple]:
    source = context.reading.source
    subject = context.node("capture", f"{source.slug}-{capture.name}")
    yield Triple(subject, RDF.type, PK.Capture)
    yield Triple(subject, PK.captureOf, context.node("source", source.slug))
    yield Triple(subject, PK.sha256, Literal(capture.sha256))
    yield Triple(subject, PK.characterCount, Literal(capture.characters))
    yield Triple(subject, DCT.date, Literal(capture.read, datatype=XSD.date))


def _describe(claim: Claim, graph: NamedNode, context: Context) -> Iterator[Triple]:
    yield Triple(graph, RDF.type, PK.Claim)
    yield Triple(graph, PK.claimStatus, context.node("status", claim.status))
    yield from _attribution(claim, graph, context)
    for evidence in claim.evidence:
        place = f"-{evidence.passages[0].start}" if evidence.passages else ""
        subject = context.node("evidence", f"{context.reading.source.slug}-{claim.slug}{place}")
        yield Triple(graph, PK.evidence, subject)
        yield from _evidence(subject, evidence, claim, context)


def _attribution(claim: Claim, graph: NamedNode, context: Context) -> Iterator[Triple]:
    """What the words of a page state is its publisher’s; the rest the reader derives from the page."""
    reading, source = context.reading, context.reading.source
    if claim.status == STATED and source.publisher:
        yield Triple(graph, PROV.wasAttributedTo, context.publisher)
        return
    yield Triple(graph, PROV.wasAttributedTo, context.space.reader())
    page = f"{source.slug}-{reading.capture.name}" if reading.capture else source.slug
    yield Triple(graph, PROV.wasDerivedFrom, context.node("capture" if reading.capture else "source", page))


def _evidence(subject: NamedNode, evidence: Evidence, claim: Claim, context: Context) -> Iterator[Triple]:
    reading = context.reading
    yield Triple(subject, RDF.type, PK.Evidence)
    if not evidence.passages or not reading.capture:
        yield Triple(subject, PK.seenOn, context.node("source", reading.source.slug))
        if evidence.seen:
            yield Triple(subject, DCT.date, Literal(evidence.seen, datatype=XSD.date))
        return
    capture = f"{reading.source.slug}-{evidence.capture or reading.capture.name}"
    if evidence.first:
        first = context.node("capture", f"{reading.source.slug}-{evidence.first}")
        yield Triple(subject, PK.firstSeenIn, first)
    for role, passages in ((PK.passage, evidence.passages), (PK.headingPassage, evidence.headings)):
        for passage in passages:
            yield Triple(subject, role, context.node("passage", _place(capture, passage)))
    yield from _passages((*evidence.passages, *evidence.headings, *evidence.mentions), capture, context)
    for passage in evidence.mentions:
        mention = context.node("mention", _place(capture, passage))
        yield Triple(mention, RDF.type, OA.Annotation)
        yield Triple(mention, OA.motivatedBy, OA.identifying)
        yield Triple(mention, OA.hasTarget, context.node("passage", _place(capture, passage)))
        yield Triple(mention, OA.hasBody, context.iri(claim.subject))


def _place(capture: str, passage: Passage) -> str:
    return f"{capture}-{passage.start}-{passage.end}"


def _passages(passages: Iterable[Passage], capture: str, context: Context) -> Iterator[Triple]:
    """Yield the Web Annotation description of passages: W3C Web Annotation Data Model §4.2."""
    for passage in passages:
        name = _place(capture, passage)
        subject = context.node("passage", name)
        position, quote = (
            context.node("selector", f"{name}-position"),
            context.node("selector", f"{name}-quote"),
        )
        yield Triple(subject, RDF.type, OA.SpecificResource)
        yield Triple(subject, OA.hasSource, context.node("capture", capture))
        yield Triple(subject, OA.hasSelector, position)
        yield Triple(subject, OA.hasSelector, quote)
        yield Triple(position, RDF.type, OA.TextPositionSelector)
        yield Triple(position, OA.start, Literal(passage.start))
        yield Triple(position, OA.end, Literal(passage.end))
        yield Triple(quote, RDF.type, OA.TextQuoteSelector)
        yield Triple(quote, OA.exact, Literal(passage.exact))
        yield Triple(quote, OA.prefix, Literal(passage.before))
        yield Triple(quote, OA.suffix, Literal(passage.after))
