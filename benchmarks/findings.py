"""What validators say, in a form that can be compared: a multiset of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from benchmarks.suite import Index, Term, index
from partnerkg.namespaces import namespace
from partnerkg.validate import Report, Result, paths

SH = namespace("sh")
BLANK = "_:"  # engines name blank nodes anew, so all of them look alike
UNSAID = "?"  # a path that a report names but does not describe


class Finding(NamedTuple):
    """One validation result of SHACL §3.6.2 without its messages; `path` as SPARQL writes it."""

    shape: str
    component: str
    focus_node: str
    value: str
    severity: str
    path: str


Findings = Counter[Finding]


def of_report(report: Report) -> Findings:
    """Return what one of our reports says."""
    return Counter(_ours(result) for result in report.results)


def _ours(result: Result) -> Finding:
    return Finding(
        f"<{result.shape}>" if ":" in result.shape else BLANK,
        result.component.removeprefix(SH.iri),
        said(result.focus_node),
        "" if result.value is None else said(result.value),
        result.severity_iri.removeprefix(SH.iri),
        result.path.text() if result.path else "",
    )


def of_graph(triples: Iterable[Triple]) -> Findings:
    """Return what a sh:ValidationReport says, as any engine writes it.

    Nested results (sh:detail) are left out.
    """
    rows = index(list(triples))
    found = (value for row in rows.values() for value in row.get(SH.result.value, ()))
    return Counter(_theirs(node, rows) for node in found)


def _theirs(node: Term, rows: Index) -> Finding:
    def one(name: str) -> str:
        values = rows[node].get(SH[name].value, ())
        return said(values[0]) if values else ""

    path = rows[node].get(SH.resultPath.value, ())
    return Finding(
        one("sourceShape"),
        one("sourceConstraintComponent").strip("<>").removeprefix(SH.iri),
        one("focusNode"),
        one("value"),
        one("resultSeverity").strip("<>").removeprefix(SH.iri),
        _path(path[0], rows) if path else "",
    )


def _path(node: Term, rows: Index) -> str:
    try:
        return paths.read(node, rows).text()
    except ValueError:
        return UNSAID


def said(term: Term) -> str:
    """Return a term as N-Triples writes it, the language in lower case, a blank node without its name."""
    if isinstance(term, BlankNode):
        return BLANK
    if isinstance(term, Literal) and term.language:
        return str(Literal(term.value, language=term.language.lower()))
    assert isinstance(term, NamedNode | Literal)
    return str(term)


def without_paths(findings: Findings) -> Findings:
    """Return the findings without their paths, which not every engine describes."""
    bare: Findings = Counter()
    for finding, count in findings.items():
        bare[finding._replace(path="")] += count
    return bare


def difference(ours: Findings, theirs: Findings) -> list[str]:
    """Return a line for each finding that only one of two engines makes; none if they agree."""
    if any(finding.path == UNSAID for finding in [*ours, *theirs]):
        ours, theirs = without_paths(ours), without_paths(theirs)
    return sorted([*_only("+", ours - theirs), *_only("-", theirs - ours)])


def _only(mark: str, findings: Findings) -> Iterator[str]:
    for finding, count in findings.items():
        yield f"{mark}{count} {' '.join(part or '.' for part in finding)}"
