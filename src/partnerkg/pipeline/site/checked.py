"""The report of the shapes as pages show it: each rule with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.namespaces import shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened
    from partnerkg.validate import Report
    from partnerkg.validate.result import Checked as Counted
    from partnerkg.validate.result import Rule

_OTHER = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """The results of one rule; `counted` says on how many nodes it was looked at, None if nobody knows.

    `class_` is the class whose members it is about, None if it is about no class.
    """

    path: str
    rule: Rule
    severity: str
    names: Mapping[str, str]
    counted: Counted | None
    class_: NamedNode | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with its findings, the worst and most frequent first, and the shapes that met no node."""

    report: Report
    findings: Sequence[Finding]
    unmet: Sequence[tuple[str, Mapping[str, str]]]

    def at(self, path: str) -> Finding | None:
        """Return the finding at a path."""
        return next((one for one in self.findings if one.path == path), None)


def checked(opened: Opened) -> Checked:
    """Return what the shapes find in a graph; WrongShape and the like."""
    from partnerkg.pipeline.check import validate

    report = validate(opened)
    paths: dict[str, int] = {}
    findings = []
    classes = _classes(report)
    for rule in report.by_rule():
        shape = report.shapes.by_iri.get(rule.first.shape)
        local = _plain(rule.first.shape, rule.first.component)
        paths[local] = paths.get(local, 0) + 1
        path = local if paths[local] == 1 else f"{local}-{paths[local]}"
        names = shape.names if shape and shape.names else {"en": report.shapes.called(rule.first.shape)}
        severity = rule.first.severity.name.lower()
        counted, class_ = report.checked.get(rule.first.shape), classes.get(rule.first.shape)
        findings.append(Finding(path, rule, severity, names, counted, class_))
    unmet = [(one.shape, _names(one.shape, report)) for one in report.unmet]
    return Checked(report, findings, unmet)


def _classes(report: Report) -> dict[str, NamedNode]:
    """Return the class that each shape, and each property shape of it, is about."""
    found: dict[str, NamedNode] = {}
    for shape in report.shapes.by_iri.values():
        targets = (one.term for one in shape.targets if one.kind == "targetClass")
        if isinstance(class_ := next(targets, None), NamedNode):
            found.update(dict.fromkeys((shape.iri, *shape.properties), class_))
    return found


def _names(iri: str, report: Report) -> Mapping[str, str]:
    shape = report.shapes.by_iri.get(iri)
    return shape.names if shape and shape.names else {"en": report.shapes.called(iri)}


def _plain(shape: str, component: str) -> str:
    kind = component.rpartition("#")[2].removesuffix("ConstraintComponent")
    return "-".join(
        _OTHER.sub("-", part).strip("-") for part in (shorten(shape).partition(":")[2] or shape, kind)
    )
