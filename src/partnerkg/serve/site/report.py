"""What the shapes find, grouped by rule, with the number of nodes that each rule met."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from partnerkg.errors import N_
from partnerkg.serve.site.frame import framed
from partnerkg.serve.site.signposts import of_table
from partnerkg.serve.site.taken import taken
from partnerkg.serve.site.templates import rendered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.pipeline.site.checked import Finding
    from partnerkg.serve.site.page import Page
    from partnerkg.serve.site.site import Site
    from partnerkg.serve.site.view import View

SECTIONS = (
    ("violation", N_("Errors"), N_("None: the graph conforms.")),
    ("warning", N_("Warnings: expected of a good record"), N_("None.")),
    ("info", N_("Remarks: nice to have"), N_("None.")),
)

NAMES = {"violation": N_("violation"), "warning": N_("warning"), "info": N_("remark")}
HEADINGS = {
    "severity": N_("Severity"),
    "kind": N_("Kind of record"),
    "rule": N_("Rule"),
    "found": N_("Found"),
    "checked": N_("Checked"),
    "message": N_("What is wrong, and what to do"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one severity."""

    name: str
    title: str
    none: str
    findings: Sequence[Finding]

    @property
    def count(self) -> int:
        """Return how many results there are."""
        return sum(len(one.rule.results) for one in self.findings)


def show(view: View, rest: str) -> Page | None:
    """Return the report, or the page of a rule below it."""
    checked = view.whole.checked
    if rest:
        found = checked.at(rest)
        if found is None:
            return None
        things = list(dict.fromkeys(one.focus_node for one in found.rule.results))
        body = rendered(
            "rule",
            view,
            found=found,
            name=view.in_language(found.names),
            message=view.in_language(found.rule.first.messages),
            things=sorted(
                (node for node in things if isinstance(node, NamedNode)),
                key=lambda node: view.names[node].words,
            ),
            unnamed=sum(not isinstance(node, NamedNode) for node in things),
        )
        return framed(view, view.in_language(found.names), body)
    sections = [
        Section(
            name,
            view.translate(title),
            view.translate(none),
            [one for one in checked.findings if one.severity == name],
        )
        for name, title, none in SECTIONS
    ]
    body = rendered("report", view, report=checked.report, sections=sections, checked=checked)
    return framed(view, view.say(N_("Validation report")), body, alternates=of_table(view, things=False))


def written(view: View, rest: str, ending: str) -> Page | None:
    """Return a row for each rule that found something, or for each thing that a rule found."""
    checked = view.whole.checked
    if not rest:
        return taken(HEADINGS, [_row(one, view) for one in checked.findings], ending, view)
    found = checked.at(rest) if ending == "csv" else None
    if found is None:
        return None
    nodes = dict.fromkeys(
        one.focus_node for one in found.rule.results if isinstance(one.focus_node, NamedNode)
    )
    return taken({"thing": N_("Of what")}, [[node] for node in nodes], ending, view)


def _row(one: Finding, view: View) -> list[object]:
    counted = one.counted.targeted if one.counted else None
    message = view.in_language(one.rule.first.messages)
    return [
        view.translate(NAMES[one.severity]),
        view.names[one.class_].words if one.class_ else None,
        view.in_language(one.names),
        len(one.rule.results),
        counted,
        message,
    ]


def paths(site: Site) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the report and each rule that found something."""
    yield "report", {}
    for one in site.whole.checked.findings:
        yield f"report/{one.path}", {}
