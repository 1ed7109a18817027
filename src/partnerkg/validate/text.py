"""A report as lines for the person who can put things right."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import shorten
from partnerkg.validate.shapes import Severity, in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate
    from partnerkg.validate.report import Node, Report, Result, Rule

SAMPLES = 3
LONGEST_VALUE = 60
CONFORMS = N_("Conforms.")
FAILS = N_("Does not conform.")
COUNTS = N_(
    "Nodes checked: {nodes}; shapes met: {shapes}; "
    "violations: {violations}; warnings: {warnings}; remarks: {remarks}."
)
SEVERITIES = {
    Severity.VIOLATION: N_("violation"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("remark"),
}
MORE = N_("and {count} more")
MISSPELT = N_(
    "{shape} checked nothing: the data do not know {targets}. It is misspelt, or the ontology is not loaded."
)
UNMET = N_("Shapes that met no node: {shapes}.")


def lines(report: Report, language: str, translate: Translate) -> Iterator[str]:
    """Yield the lines: the verdict, each rule that found something, the shapes that met no node."""
    yield _verdict(report, translate)
    for rule in report.by_rule():
        yield ""
        yield from _rule(rule, report, language, translate)
    yield from _unmet(report, translate)


def _verdict(report: Report, translate: Translate) -> str:
    found = report.counts
    counts = Message(
        COUNTS,
        nodes=report.nodes,
        shapes=sum(1 for count in report.targets.values() if count),
        violations=found[Severity.VIOLATION],
        warnings=found[Severity.WARNING],
        remarks=found[Severity.INFO],
    )
    verdict = Message(CONFORMS if report.conforms else FAILS)
    return f"{verdict.text(translate)} {counts.text(translate)}"


def _rule(rule: Rule, report: Report, language: str, translate: Translate) -> Iterator[str]:
    first = rule.first
    kind = Message(SEVERITIES[first.severity]).text(translate)
    yield f"{kind} ({len(rule.results)}) {_title(first.shape, report, language)}"
    yield f"  {in_language(first.messages, language)}"
    for result in rule.results[:SAMPLES]:
        yield f"    {_sample(result)}"
    if len(rule.results) > SAMPLES:
        yield f"    {Message(MORE, count=len(rule.results) - SAMPLES).text(translate)}"


def _title(iri: str, report: Report, language: str) -> str:
    shape = report.shapes.by_iri.get(iri)
    name = in_language(shape.names, language) if shape else ""
    return f"{shorten(iri)} – {name}" if name else shorten(iri)


def _sample(result: Result) -> str:
    path = result.path.text() if result.path else ""
    value = "" if result.value is None or result.value == result.focus_node else _term(result.value)
    return " ".join(part for part in (_term(result.focus_node), path, value) if part)


def _term(term: Node) -> str:
    if isinstance(term, NamedNode):
        return shorten(term.value)
    text = str(term)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _unmet(report: Report, translate: Translate) -> Iterator[str]:
    if report.unmet:
        yield ""
    for unmet in report.unmet:
        if unmet.undeclared:
            terms = ", ".join(shorten(term) for term in unmet.undeclared)
            yield Message(MISSPELT, shape=shorten(unmet.shape), targets=terms).text(translate)
    known = [shorten(unmet.shape) for unmet in report.unmet if not unmet.undeclared]
    if known:
        yield Message(UNMET, shapes=", ".join(known)).text(translate)
