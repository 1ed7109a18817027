"""A report as SARIF 2.1.0 (OASIS), for code-scanning tools: a rule a shape, a result a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from partnerkg.namespaces import shorten
from partnerkg.validate import sentences
from partnerkg.validate.formats import long_list
from partnerkg.validate.severity import Severity
from partnerkg.validate.shapes import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Message
    from partnerkg.validate.formats import Look
    from partnerkg.validate.report import Report, Result, Unmet

    Object = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def lines(report: Report, look: Look) -> Iterator[str]:
    """Yield one run, a result a line; a place is the thing concerned (logical location), files are not known.

    A shape that met no node is a notification about the configuration of the tool (§3.20.22).
    """
    shapes = sorted({*report.checked, *(result.shape for result in report.results)})
    places = {iri: number for number, iri in enumerate(shapes)}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(shapes, report, look)]}
    results = (_result(result, places, report, look) for result in report.results)
    yield from long_list.lines(log, "results", results)


def _run(shapes: Sequence[str], report: Report, look: Look) -> Object:
    driver: Object = {"name": "partnerkg", "language": look.language}
    driver |= {"version": look.version} if look.version else {}
    driver["rules"] = [_rule(iri, report, look) for iri in shapes]
    said = [sentences.verdict(report), sentences.counts(report), *sentences.notes(report, look)]
    return {
        "tool": {"driver": driver},
        "language": look.language,
        "invocations": [
            {
                "executionSuccessful": True,
                "toolConfigurationNotifications": [_notification(one, report, look) for one in report.unmet],
            }
        ],
        "results": [],
        "columnKind": "unicodeCodePoints",
        "properties": {
            "conforms": report.conforms,
            "summary": [_said(message, look) for message in said],
            "nodes": report.nodes,
            "subjects": report.subjects,
            "unseen": report.unseen,
        },
    }


def _rule(iri: str, report: Report, look: Look) -> Object:
    shape = report.shapes.by_iri.get(iri)
    rule: Object = {"id": report.shapes.called(iri)}
    if shape is not None:
        texts = {
            "shortDescription": in_language(shape.names, look.language),
            "fullDescription": in_language(shape.descriptions, look.language),
            "help": _help(shape.messages, shape.descriptions, look.language),
        }
        rule |= {name: {"text": text} for name, text in texts.items() if text}
        rule["defaultConfiguration"] = {"level": LEVELS[shape.severity]}
    found = report.checked.get(iri)
    rule["properties"] = {"iri": iri} | (
        {}
        if found is None
        else {
            "targeted": found.targeted,
            "conforming": found.conforming,
            "violating": found.violating,
            "notApplicable": found.not_applicable,
        }
    )
    return rule


def _help(messages: Mapping[str, str], descriptions: Mapping[str, str], language: str) -> str:
    found = (in_language(messages, language), in_language(descriptions, language))
    return " ".join(text for text in found if text)


def _result(result: Result, places: Mapping[str, int], report: Report, look: Look) -> Object:
    focus = sentences.plain(result.focus_node)
    thing: Object = {"fullyQualifiedName": focus, "kind": "resource"}
    if focus in look.labels:
        thing["name"] = look.labels[focus]
    return {
        "ruleId": report.shapes.called(result.shape),
        "ruleIndex": places[result.shape],
        "level": LEVELS[result.severity],
        "kind": "fail",
        "message": {"text": _message(result, look)},
        "locations": [{"logicalLocations": [thing]}],
        "partialFingerprints": {"finding/v1": _fingerprint(result, report)},
        "properties": {
            "path": sentences.path(result) or None,
            "value": None if result.value is None else str(result.value),
            "component": shorten(result.component),
            "messages": dict(result.messages),
        },
    }


def _message(result: Result, look: Look) -> str:
    said = in_language(result.messages, look.language)
    return f"{sentences.statement(result, look)}: {said}"


def _fingerprint(result: Result, report: Report) -> str:
    """Return what stays the same while the same thing is wrong, whatever its message says."""
    shape, *rule = result.rule
    parts = (
        shape if ":" in shape else report.shapes.called(shape),
        *rule,
        str(result.focus_node),
        str(result.value),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _notification(unmet: Unmet, report: Report, look: Look) -> Object:
    return {
        "level": "error" if look.strict else "warning",
        "message": {"text": _said(sentences.unmet(unmet, report), look)},
        "descriptor": {"id": "unmet"},
        "associatedRule": {"id": report.shapes.called(unmet.shape)},
    }


def _said(message: Message, look: Look) -> str:
    return message.text(look.translate)
