"""A report as CSV (RFC 4180, lines end with a line feed): one line a result, one for a shape without any."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode

from partnerkg.errors import N_
from partnerkg.files import separated
from partnerkg.translation import translations
from partnerkg.validate import sentences
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Node, Result

COLUMNS = {  # with what they are called in other languages than English
    "outcome": N_("outcome"),
    "shape": N_("shape"),
    "shape_name": N_("name of the shape"),
    "path": N_("property"),
    "component": N_("constraint"),
    "focus_node": N_("thing"),
    "focus_label": N_("name of the thing"),
    "value": N_("value"),
    "value_label": N_("name of the value"),
    "message_en": N_("message in English"),
    "message_fr": N_("message in French"),
    "targeted": N_("targeted"),
    "conforming": N_("conforming"),
    "violating": N_("violating"),
    "not_applicable": N_("not applicable"),
}
_NOTHING = ("",) * 7  # from `component` to `message_fr`


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the column names, the results worst first, what was left out, the shapes that found nothing.

    `outcome` is the severity of a result, `left out` for what was not looked at, else `conforms`, or `unmet`
    if there was no node to ask the shape about. The counts are those of the shape, empty for one that has no
    targets and belongs to none that has; in the last line, `unseen`, how many things the data describe, and
    how many of them no shape targets. What has no IRI is named by its place.
    """
    return separated.lines(_rows(report, look))


def _rows(report: Findings, look: Look) -> Iterator[tuple[str, ...]]:
    say = translations(look.language)[0]
    yield tuple(COLUMNS) if look.language == "en" else tuple(map(say, COLUMNS.values()))
    for result in report.results:
        yield _result(result, report, look)
    for notice in report.left_out:
        said = (notice.text(translations(language)[0]) for language in ("en", "fr"))
        yield ("left out", notice.shape, *("",) * 7, *said, *("",) * 4)
    silent = sorted(set(report.checked) - {result.shape for result in report.results})
    for iri in silent:
        shape = report.shapes.by_iri.get(iri)
        path = shape.path.text() if shape and shape.path else ""
        outcome = "conforms" if report.checked[iri].targeted else "unmet"
        yield outcome, iri, _name(iri, report, look), path, *_NOTHING, *_counts(iri, report)
    if report.subjects and not report.focus and not report.since:
        yield "unseen", "", "", "", *_NOTHING, str(report.subjects), "", "", str(report.unseen)


def _result(result: Result, report: Findings, look: Look) -> tuple[str, ...]:
    return (
        result.severity.name.lower(),
        result.shape,
        _name(result.shape, report, look),
        sentences.path(result),
        result.component,
        sentences.plain(result.focus_node),
        _label(result.focus_node, look),
        sentences.plain(result.value),
        _label(result.value, look),
        in_language(result.messages, "en"),
        in_language(result.messages, "fr"),
        *_counts(result.shape, report),
    )


def _name(iri: str, report: Findings, look: Look) -> str:
    name = sentences.name(iri, report, look.language)
    return name or ("" if ":" in iri else report.shapes.called(iri))


def _label(term: Node | None, look: Look) -> str:
    if isinstance(term, BlankNode):
        return look.anonymous.get(term.value, "")
    return look.labels.get(sentences.plain(term), "")


def _counts(iri: str, report: Findings) -> tuple[str, str, str, str]:
    found = report.checked.get(iri)
    if found is None:
        return "", "", "", ""
    return str(found.targeted), str(found.conforming), str(found.violating), str(found.not_applicable)
