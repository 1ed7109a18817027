"""A report as one JSON object; terms as in SPARQL 1.1 Query Results JSON §3.2.2."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.validate import sentences
from partnerkg.validate.formats import long_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.result import Checked, Node, Result, Unmet

_TYPES = {NamedNode: "uri", BlankNode: "bnode", Literal: "literal"}


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the report, a result a line; messages and names in all their languages."""
    whole = {
        "verdict": sentences.verdict(report).text(look.translate),
        "conforms": report.conforms,
        "passes": report.passes(look.strict),
        "failOn": report.fail_on.name.lower(),
        "engine": report.engine,
        "focus": list(report.focus),
        "since": report.since or None,
        "constraints": dict(report.ways),
        "notLookedAt": [_notice(notice, look) for notice in report.left_out],
        "nodes": report.nodes,
        "subjects": report.subjects,
        "unseen": report.unseen,
        "counts": {severity.name.lower(): number for severity, number in report.counts.items()},
        "results": [],
        "checked": {iri: _checked(iri, found, report) for iri, found in sorted(report.checked.items())},
        "unmet": [_unmet(unmet, report, look) for unmet in report.unmet],
    }
    yield from long_list.lines(whole, "results", (_result(result, look) for result in report.results))


def _notice(notice: Notice, look: Look) -> dict[str, object]:
    return {
        "shape": notice.shape or None,
        "file": notice.place.file if notice.place else None,
        "line": notice.place.line if notice.place else None,
        "text": notice.message.text(look.translate),
    }


def _result(result: Result, look: Look) -> dict[str, object]:
    return {
        "severity": result.own_severity or result.severity.name.lower(),
        "focusNode": _term(result.focus_node, look),
        "path": result.path.text() if result.path else None,
        "value": None if result.value is None else _term(result.value, look),
        "shape": result.shape,
        "component": result.component,
        "messages": dict(result.messages),
        **_annotations(result, look),
    }


def _annotations(result: Result, look: Look) -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for way, value in result.annotations:
        found.setdefault(way, []).append(_term(value, look))  # type: ignore[arg-type]
    return {"annotations": found} if found else {}


def _checked(iri: str, found: Checked, report: Findings) -> dict[str, object]:
    shape = report.shapes.by_iri.get(iri)
    return {
        "names": dict(shape.names) if shape else {},
        **({} if ":" in iri else {"place": report.shapes.called(iri)}),
        "path": shape.path.text() if shape and shape.path else None,
        "targeted": found.targeted,
        "conforming": found.conforming,
        "violating": found.violating,
        "notApplicable": found.not_applicable,
    }


def _unmet(unmet: Unmet, report: Findings, look: Look) -> dict[str, object]:
    return {
        "shape": unmet.shape,
        "targets": list(unmet.targets),
        "undeclared": list(unmet.undeclared),
        "reason": sentences.unmet(unmet, report).text(look.translate),
    }


def _term(term: Node, look: Look) -> dict[str, str]:
    row = {"type": _TYPES[type(term)], "value": term.value}
    if isinstance(term, Literal):
        if term.language:
            row["xml:lang"] = term.language
        elif not term.datatype.value.endswith("XMLSchema#string"):
            row["datatype"] = term.datatype.value
    elif isinstance(term, BlankNode) and term.value in look.anonymous:
        row["place"] = look.anonymous[term.value]
    elif term.value in look.labels:
        row["label"] = look.labels[term.value]
    return row
