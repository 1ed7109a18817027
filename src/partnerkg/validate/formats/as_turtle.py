"""A report as sh:ValidationReport (SHACL §3.6), with what each shape was asked about (DQV §4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from partnerkg.namespaces import namespace, prefixes
from partnerkg.validate import paths, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Checked, Result

SH, RDF, RDFS, DCT, DQV, PK = (namespace(prefix) for prefix in ("sh", "rdf", "rdfs", "dct", "dqv", "pk"))
XSD = namespace("xsd")
PREFIXES = ("dct", "dqv", "organization", "pk", "pks", "rdf", "rdfs", "sh", "xsd")


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the report as Turtle, the same text for the same results.

    Each shape that was asked about nodes is a dqv:QualityMeasurement: how many it targeted, how many of them
    conform, violate it, or have nothing it speaks of, and as dqv:value the share that conforms of those it
    applies to. A shape that met no node says why in dct:description, and rdfs:comment the verdict and what
    was not looked at, in the language of `look`.
    """
    table = {prefix: iri for prefix, iri in prefixes().items() if prefix in PREFIXES}
    text = (serialize(_triples(report, look), format=RdfFormat.TURTLE, prefixes=table) or b"").decode()
    written = text.splitlines(keepends=True)
    yield from sorted(written[: len(table)])  # the engine writes prefixes in any order
    yield from written[len(table) :]


def _triples(report: Findings, look: Look) -> Iterator[Triple]:
    whole, names = BlankNode("report"), count(1)
    yield Triple(whole, RDF.type, SH.ValidationReport)
    yield Triple(whole, SH.conforms, Literal(not report.results))
    # pairs of a focus node and a shape that targets it, as SHACL 1.2 drafts it (w3c/data-shapes, pull 1239)
    yield Triple(whole, SH.nodeAssignmentCount, Literal(sum(report.targets.values())))
    if report.subjects:
        yield Triple(whole, PK.describedThings, Literal(report.subjects))
        yield Triple(whole, PK.unseenThings, Literal(report.unseen))
    for said in (sentences.verdict(report), *map(sentences.left_out, report.left_out)):
        yield Triple(whole, RDFS.comment, Literal(said.text(look.translate), language=look.language))
    for iri in report.focus:
        yield Triple(whole, DCT.subject, NamedNode(iri))
    results = {BlankNode(f"result{place}"): one for place, one in enumerate(report.results, start=1)}
    measured = sorted(report.checked.items())
    measurements = {BlankNode(f"measurement{place}"): one for place, one in enumerate(measured, start=1)}
    yield from (Triple(whole, SH.result, node) for node in results)
    yield from (Triple(whole, DCT.hasPart, node) for node in measurements)
    for node, result in results.items():
        yield Triple(node, RDF.type, SH.ValidationResult)
        yield from _described(node, result, names)
    reasons = {one.shape: sentences.unmet(one, report).text(look.translate) for one in report.unmet}
    for node, (iri, found) in measurements.items():
        yield from _measured(node, iri, found)
        if iri in reasons:
            yield Triple(node, DCT.description, Literal(reasons[iri], language=look.language))


def _described(node: BlankNode, result: Result, names: Iterator[int]) -> Iterator[Triple]:
    yield Triple(node, SH.resultSeverity, NamedNode(result.severity_iri))
    yield Triple(node, SH.focusNode, result.focus_node)
    if result.path:
        start, described = paths.triples(result.path, names)
        yield Triple(node, SH.resultPath, start)
        yield from described
    if result.value is not None:
        yield Triple(node, SH.value, result.value)
    yield Triple(node, SH.sourceShape, _shape(result.shape))
    yield Triple(node, SH.sourceConstraintComponent, NamedNode(result.component))
    if result.constraint:
        yield Triple(node, SH.sourceConstraint, _shape(result.constraint))
    for way, value in result.annotations:
        yield Triple(node, NamedNode(way), value)
    for language, text in sorted(result.messages.items()):
        yield Triple(node, SH.resultMessage, Literal(text, language=language) if language else Literal(text))


def _measured(node: BlankNode, iri: str, found: Checked) -> Iterator[Triple]:
    yield Triple(node, RDF.type, DQV.QualityMeasurement)
    yield Triple(node, DQV.isMeasurementOf, _shape(iri))
    yield Triple(node, PK.targetedNodes, Literal(found.targeted))
    yield Triple(node, PK.conformingNodes, Literal(found.conforming))
    yield Triple(node, PK.violatingNodes, Literal(found.violating))
    yield Triple(node, PK.notApplicableNodes, Literal(found.not_applicable))
    applicable = found.targeted - found.not_applicable
    if applicable:
        share = round(found.conforming / applicable, 4)
        yield Triple(node, DQV.value, Literal(str(share), datatype=XSD.decimal))


def _shape(name: str) -> NamedNode | BlankNode:
    return NamedNode(name) if ":" in name else BlankNode(name)
