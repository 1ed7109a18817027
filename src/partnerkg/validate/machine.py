"""A report for programs: JSON, and the sh:ValidationReport of SHACL §3.6."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from partnerkg.namespaces import namespace, prefixes
from partnerkg.validate import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.report import Node, Report, Result, Unmet

SH, RDF = namespace("sh"), namespace("rdf")
_TYPES = {NamedNode: "uri", BlankNode: "bnode", Literal: "literal"}


def to_json(report: Report) -> str:
    """Return the report as one JSON object, indented, with a final newline."""
    whole = {
        "conforms": report.conforms,
        "failOn": report.fail_on.name.lower(),
        "nodes": report.nodes,
        "counts": {severity.name.lower(): number for severity, number in report.counts.items()},
        "results": [_result(result) for result in report.results],
        "targets": dict(sorted(report.targets.items())),
        "unmet": [_unmet(unmet) for unmet in report.unmet],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result) -> dict[str, object]:
    return {
        "severity": result.severity.name.lower(),
        "focusNode": _term(result.focus_node),
        "path": result.path.text() if result.path else None,
        "value": None if result.value is None else _term(result.value),
        "shape": result.shape,
        "component": result.component,
        "messages": dict(result.messages),
    }


def _unmet(unmet: Unmet) -> dict[str, object]:
    return {"shape": unmet.shape, "targets": list(unmet.targets), "undeclared": list(unmet.undeclared)}


def _term(term: Node) -> dict[str, str]:
    row = {"type": _TYPES[type(term)], "value": term.value}
    if isinstance(term, Literal):
        if term.language:
            row["xml:lang"] = term.language
        elif not term.datatype.value.endswith("XMLSchema#string"):
            row["datatype"] = term.datatype.value
    return row


def to_turtle(report: Report) -> str:
    """Return the report as Turtle, the same text for the same results."""
    used = {"rdf", "sh", "xsd", "pk", "pks", "organization"}
    table = {prefix: iri for prefix, iri in prefixes().items() if prefix in used}
    text = serialize(_triples(report), format=RdfFormat.TURTLE, prefixes=table)
    return (text or b"").decode()


def _triples(report: Report) -> Iterator[Triple]:
    whole, names = BlankNode("report"), count(1)
    yield Triple(whole, RDF.type, SH.ValidationReport)
    yield Triple(whole, SH.conforms, Literal(report.conforms))
    for number, result in enumerate(report.results, start=1):
        node = BlankNode(f"result{number}")
        yield Triple(whole, SH.result, node)
        yield Triple(node, RDF.type, SH.ValidationResult)
        yield from _described(node, result, names)


def _described(node: BlankNode, result: Result, names: Iterator[int]) -> Iterator[Triple]:
    yield Triple(node, SH.resultSeverity, NamedNode(result.severity.iri))
    yield Triple(node, SH.focusNode, result.focus_node)
    if result.path:
        start, described = paths.triples(result.path, names)
        yield Triple(node, SH.resultPath, start)
        yield from described
    if result.value is not None:
        yield Triple(node, SH.value, result.value)
    yield Triple(node, SH.sourceShape, _shape(result.shape))
    yield Triple(node, SH.sourceConstraintComponent, NamedNode(result.component))
    for language, text in sorted(result.messages.items()):
        yield Triple(node, SH.resultMessage, Literal(text, language=language) if language else Literal(text))


def _shape(name: str) -> NamedNode | BlankNode:
    return NamedNode(name) if ":" in name else BlankNode(name)
