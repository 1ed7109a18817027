"""A report as SARIF 2.1.0 (OASIS), for code-scanning tools: a rule a shape, a result a finding."""

from __future__ import annotations

import hashlib
import os
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from pyoxigraph import BlankNode

from partnerkg import resources
from partnerkg.namespaces import shorten
from partnerkg.validate import sentences
from partnerkg.validate.formats import long_list
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Message
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.places import Place
    from partnerkg.validate.result import Node, Result, Unmet

    Object = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield one run, a result a line: the thing concerned and, where it is known, the line that describes it.

    A shape that met no node, and what was left out, is a notification about the configuration of the tool
    (§3.20.22).
    """
    shapes = sorted({*report.checked, *(result.shape for result in report.results)})
    places = {iri: number for number, iri in enumerate(shapes)}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(shapes, report, look)]}
    results = (_result(result, places, report, look) for result in report.results)
    yield from long_list.lines(log, "results", results)


def _run(shapes: Sequence[str], report: Findings, look: Look) -> Object:
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
                "toolConfigurationNotifications": [
                    *(_notification(one, report, look) for one in report.unmet),
                    *(_left_out(one, look) for one in report.left_out),
                ],
            }
        ],
        "results": [],
        "columnKind": "unicodeCodePoints",
        "properties": {
            "conforms": report.conforms,
            "passes": report.passes(look.strict),
            "summary": [_sentence(message, look) for message in said],
            "nodes": report.nodes,
            "subjects": report.subjects,
            "unseen": report.unseen,
        },
    }


def _rule(iri: str, report: Findings, look: Look) -> Object:
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


def _result(result: Result, places: Mapping[str, int], report: Findings, look: Look) -> Object:
    focus = _thing(result.focus_node, look)
    thing: Object = {"fullyQualifiedName": focus, "kind": "resource"}
    if focus in look.labels:
        thing["name"] = look.labels[focus]
    location: Object = {"logicalLocations": [thing]}
    if focus in look.places:
        location["physicalLocation"] = _artifact(look.places[focus])
    return {
        "ruleId": report.shapes.called(result.shape),
        "ruleIndex": places[result.shape],
        "level": LEVELS[result.severity],
        "kind": "fail",
        "message": {"text": _message(result, look)},
        "locations": [location],
        "relatedLocations": _where(result, report),
        "partialFingerprints": {"finding/v1": _fingerprint(result, report, look)},
        "properties": {
            "path": sentences.path(result) or None,
            "value": None if result.value is None else str(result.value),
            "component": shorten(result.component),
            "messages": dict(result.messages),
        },
    }


def _where(result: Result, report: Findings) -> list[Object]:
    """Return the file and line of the shape, if they are known (SARIF §3.27.22)."""
    shape = report.shapes.by_iri.get(result.shape)
    place = report.shapes.place(shape.node) if shape else None
    if place is None:
        return []
    return [{"physicalLocation": _artifact(place), "message": {"text": report.shapes.called(result.shape)}}]


def _artifact(place: Place) -> Object:
    """Return a file and line (SARIF §3.29): beside the run, or of the project that comes with partnerkg."""
    region: Object = {"region": {"startLine": place.line}} if place.line else {}
    file = os.path.relpath(place.file, resources.root()) if _is_shipped(place.file) else place.file
    uri = pathlib.Path(file).as_uri() if os.path.isabs(file) else quote(file.replace(os.sep, "/"))
    return {"artifactLocation": {"uri": uri}, **region}


def _is_shipped(file: str) -> bool:
    return os.path.abspath(file).startswith(os.path.join(resources.root(), ""))


def _thing(node: Node, look: Look) -> str:
    """Return what a thing is called for programs: its IRI, or its place if it has none."""
    return _term(node, look) if isinstance(node, BlankNode) else sentences.plain(node)


def _term(term: Node | None, look: Look) -> str:
    if isinstance(term, BlankNode):
        return look.anonymous.get(term.value, str(term))
    return str(term)


def _message(result: Result, look: Look) -> str:
    said = in_language(result.messages, look.language)
    return sentences.told(sentences.statement(result, look), said, look)


def _fingerprint(result: Result, report: Findings, look: Look) -> str:
    """Return what stays the same while the same thing is wrong, whatever its message says."""
    shape, *rule = result.rule
    parts = (
        shape if ":" in shape else report.shapes.called(shape),
        *rule,
        str(result.focus_node),
        str(result.value),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _notification(unmet: Unmet, report: Findings, look: Look) -> Object:
    return {
        "level": "error" if look.strict else "warning",
        "message": {"text": _sentence(sentences.unmet(unmet, report), look)},
        "descriptor": {"id": "unmet"},
        "associatedRule": {"id": report.shapes.called(unmet.shape)},
    }


def _left_out(notice: Notice, look: Look) -> Object:
    """Return what was not looked at, with its place (SARIF §3.58)."""
    where = [{"physicalLocation": _artifact(notice.place)}] if notice.place else []
    return {
        "level": "error" if look.strict else "warning",
        "message": {"text": _sentence(sentences.left_out(notice), look)},
        "descriptor": {"id": "left-out"},
        **({"locations": where} if where else {}),
    }


def _sentence(message: Message, look: Look) -> str:
    return message.text(look.translate)
