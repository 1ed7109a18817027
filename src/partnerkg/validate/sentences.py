"""What a report says, in whatever format: the verdict, the counts, why a shape met no node."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.translation import Number, Several
from partnerkg.validate.prefixed import short
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.result import Node, Result, Rule, Unmet

LONGEST_VALUE = 60
ALIKE = 5  # notices of one kind that are all shown
SHOWN_ALIKE = 3  # of more: so many, and how many more there are
ALSO = {
    True: N_("Not looked at {count} times more (--verbose lists them): {what}."),
    False: N_("Noted {count} times more (--verbose lists them): {what}."),
}
LOOKED_AT = 10  # things of a focus that are named
SEVERITIES = {
    Severity.VIOLATION: N_("violation"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("remark"),
}
COUNTS = N_(
    "Nodes checked: {nodes}; shapes met: {shapes}; "
    "violations: {violations}; warnings: {warnings}; remarks: {remarks}."
)
MISSPELT = N_(
    "{shape} checked nothing: the data do not know {targets}. It is misspelt, or the ontology is not loaded."
)
MET_NONE = N_("{shape} checked nothing: {reasons}.")
REASONS = {
    "targetClass": N_("nothing is of the class {term}"),
    "targetNode": N_("{term} is not in the data"),
    "targetSubjectsOf": N_("nothing has {term}"),
    "targetObjectsOf": N_("nothing is a value of {term}"),
    "target": N_("its query finds nothing"),
    "expression": N_("what it describes is not in the data"),
    "shape": N_("no node names it"),
    "targetWhere": N_("nothing fits {term}"),
}


def verdict(report: Findings) -> Message:
    """Return whether the data conform, as a sentence; what makes a command fail does not change it."""
    found = report.counts
    if found[Severity.VIOLATION]:
        return Message(N_("Does not conform."))
    if found[Severity.WARNING]:
        return Message(N_("No violations, but warnings."))
    if found[Severity.INFO]:
        return Message(N_("No violations, but remarks."))
    if not report.nodes:
        changed = N_("Nothing was looked at: nothing changed that the shapes look at.")
        return Message(changed if report.since else N_("Nothing was looked at: no shape meets a node."))
    if report.left_out:
        return Message(N_("Nothing wrong was found in what was looked at."))
    return Message(N_("Conforms."))


def counts(report: Findings) -> Message:
    """Return how many nodes were checked, shapes met, and results found of each severity."""
    found = report.counts
    return Message(
        COUNTS,
        nodes=Number(report.nodes),
        shapes=Number(sum(1 for count in report.targets.values() if count)),
        violations=Number(found[Severity.VIOLATION]),
        warnings=Number(found[Severity.WARNING]),
        remarks=Number(found[Severity.INFO]),
    )


def notes(report: Findings, look: Look) -> Iterator[Message]:
    """Yield what must be known to read the report rightly: what was left out, and who judged."""
    passes = report.passes()
    if not passes and report.fail_on < Severity.VIOLATION:
        said = N_("It does not pass: --fail-on {severity} was asked for.")
        yield Message(said, severity=report.fail_on.name.lower())
    if look.strict and passes and report.unmet:
        yield Message(
            N_("Yet it does not pass: --strict asks that every shape meets a node, and {count} met none."),
            count=len(report.unmet),
        )
    if look.strict and passes and report.left_out:
        yield Message(N_("Yet it does not pass: --strict asks that nothing is left out."))
    yield from _folded(report, look)
    if report.since:
        yield Several(
            "Only what changed since {since}, and what leads to it, was looked at: {count} thing.",
            "Only what changed since {since}, and what leads to it, was looked at: {count} things.",
            len(report.focus),
            since=report.since,
        )
    elif report.focus:
        looked = ", ".join(named(iri, look) for iri in report.focus[:LOOKED_AT])
        more = len(report.focus) - LOOKED_AT
        if more > 0:
            yield Message(
                N_("Nothing was looked at but {things} and {count} more."), things=looked, count=more
            )
        else:
            yield Message(N_("Nothing was looked at but {things}."), things=looked)
    if report.subjects and not report.focus and not report.since:
        yield Message(
            N_("Things described: {subjects}; looked at by no shape: {unseen} ({share})."),
            subjects=Number(report.subjects),
            unseen=Number(report.unseen),
            share=share(report.unseen, report.subjects),
        )


def left_out(notice: Notice) -> Message:
    """Return that something was not looked at, or what else must be known."""
    template = N_("Not looked at: {what}.") if notice.left_out else N_("Note: {what}.")
    return Message(template, what=notice.whole())


def _folded(report: Findings, look: Look) -> Iterator[Message]:
    """Yield what must be known of the shapes; what is said of many places is said once."""
    kinds: dict[tuple[bool, str], list[Notice]] = {}
    for notice in report.notices:
        kinds.setdefault((notice.left_out, notice.kind), []).append(notice)
    for alike in kinds.values():
        shown = len(alike) if look.verbose or len(alike) <= ALIKE else SHOWN_ALIKE
        yield from map(left_out, alike[:shown])
        if alike[shown:]:
            yield Message(ALSO[alike[0].left_out], count=len(alike) - shown, what=_common(alike))


def _common(alike: list[Notice]) -> Message:
    """Return what notices of one kind say, `…` in the place of what differs."""
    first = alike[0].reason
    return Message(
        first.template,
        **{
            name: value if all(str(one.reason.details.get(name)) == str(value) for one in alike) else "…"
            for name, value in first.details.items()
        },
    )


def told(about: str, what: str, look: Look) -> str:
    """Return what is said of something, behind a colon as the language writes it."""
    return Message(N_("{label}: {values}"), label=about, values=what).text(look.translate)


def share(part: int, whole: int) -> Message:
    """Return a part in per cent, without decimals; neither nothing nor all is claimed by rounding."""
    number = round(100 * part / whole)
    if number in (0, 100) and 0 < part < whole:
        return (
            Message(N_("under {number}%"), number=1)
            if number == 0
            else Message(N_("over {number}%"), number=99)
        )
    return Message(N_("{number}%"), number=number)


def of_nodes(rule: Rule, report: Findings) -> Message:
    """Return how many results a rule has, on how many nodes of those its shape was asked about."""
    number, nodes = len(rule.results), rule.nodes
    checked = report.checked.get(rule.first.shape)
    if checked is None:
        return Message(str(number))
    asked = Several("{count} node", "{count} nodes", checked.targeted)
    if number == nodes:
        return Message(N_("{nodes} of {asked}"), nodes=Number(nodes), asked=asked)
    found = Several("{count} finding", "{count} findings", number)
    return Message(N_("{found} on {nodes} of {asked}"), found=found, nodes=Number(nodes), asked=asked)


def unmet(one: Unmet, report: Findings) -> Message:
    """Return which shape met no node, and why."""
    called, prefixes = report.shapes.called(one.shape), report.shapes.prefixes
    if one.undeclared:
        targets = ", ".join(short(term, prefixes) for term in one.undeclared)
        return Message(MISSPELT, shape=called, targets=targets)
    shape = report.shapes.by_iri.get(one.shape)
    reasons = [
        Message(REASONS[target.kind], term=short(str(getattr(target.term, "value", target.term)), prefixes))
        for target in (shape.targets if shape else ())
    ]
    return Message(MET_NONE, shape=called, reasons=_joined(reasons))


def _joined(reasons: list[Message]) -> Message:
    if len(reasons) == 1:
        return reasons[0]
    holes = {f"reason{number}": reason for number, reason in enumerate(reasons)}
    return Message(", ".join(f"{{{name}}}" for name in holes), **holes)


def name(iri: str, report: Findings, language: str) -> str:
    """Return what a shape is called in a language, "" if it has no name."""
    shape = report.shapes.by_iri.get(iri)
    return in_language(shape.names, language) if shape else ""


def title(iri: str, report: Findings, language: str) -> str:
    """Return the short IRI of a shape, with its name if it has one."""
    named_, called = report.shapes.called(iri), name(iri, report, language)
    return f"{named_} – {called}" if called else named_


def heading(rule: Rule, report: Findings, language: str) -> str:
    """Return the title of a rule's shape, with the kind of constraint if several kinds found something."""
    first = rule.first
    alike = [other for other in report.by_rule() if other.first.shape == first.shape]
    kind = f" ({component(first.component)})" if len(alike) > 1 else ""
    return title(first.shape, report, language) + kind


def component(iri: str) -> str:
    """Return the kind of constraint in a word: `MinCount`."""
    return iri.rpartition("#")[2].removesuffix("ConstraintComponent")


def message(rule: Rule, language: str) -> str | None:
    """Return what all results of a rule say, None if they do not say the same."""
    said = {in_language(result.messages, language) for result in rule.results}
    return said.pop() if len(said) == 1 else None


def columns(rule: Rule, look: Look) -> list[str]:
    """Return what a table of the results of a rule shows of each: its node, its value, its own message."""
    value_ = [N_("value")] if rule.valued else []
    message_ = [N_("message")] if message(rule, look.language) is None else []
    return [N_("node"), *value_, *message_]


def path(result: Result) -> str:
    """Return the path of a result as SPARQL writes it, "" if it has none."""
    return result.path.text() if result.path else ""


def value(result: Result, look: Look) -> str:
    """Return what a person sees of the value of a result, "" if it has none or is the focus node."""
    return "" if result.value in (None, result.focus_node) else term(result.value, look)


def statement(result: Result, look: Look) -> str:
    """Return focus node, path and value of a result, as far as it has them."""
    way = result.path.text(look.short) if result.path else ""
    found = (term(result.focus_node, look), way, value(result, look))
    return " ".join(part for part in found if part)


def term(one: Node | None, look: Look) -> str:
    """Return what a person sees of a term: name and short IRI of a thing; a literal, cut if it is long."""
    if isinstance(one, NamedNode):
        return named(one.value, look)
    if isinstance(one, BlankNode) and one.value in look.anonymous:
        return look.anonymous[one.value]
    text = str(one)
    if isinstance(one, Literal) and text.endswith(f"^^{one.datatype}"):
        text = text.removesuffix(str(one.datatype)) + look.short(one.datatype.value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def plain(one: Node | None) -> str:
    """Return a term for a table that programs read: an IRI in full, the text of a literal."""
    return one.value if isinstance(one, (NamedNode, Literal)) else "" if one is None else str(one)


def named(iri: str, look: Look) -> str:
    """Return what a thing is called with its short IRI, or only that."""
    label = look.labels.get(iri)
    return f"{label} ({look.short(iri)})" if label else look.short(iri)
