"""A report as JUnit XML, which build servers show: a test case a shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from partnerkg.errors import N_, Message
from partnerkg.rdf import xml
from partnerkg.validate import sentences
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Result, Rule

SHOWN = 100
COUNTS = N_(
    "targeted: {targeted}; conforming: {conforming}; violating: {violating}; not applicable: {not_applicable}"
)
ASKED_NOTHING = N_("There was no node to ask it about.")
MORE = N_("and {count} more")


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield one suite. A shape fails if it found something as bad as the report fails on.

    What is milder stands in the output of its case. A shape that met no node is skipped, or fails if `look`
    is strict; a property shape of it is skipped. Up to a hundred results of each rule are written, and how
    many more there are.
    """
    cases = _cases(report)
    unmet = {one.shape for one in report.unmet}
    silent = {iri for iri, found in report.checked.items() if not found.targeted}
    failed = {rule.first.shape for rule in _bad(report.by_rule(), report)}
    skipped = len(silent - unmet if _strict(report, look) else silent)
    failures = len(failed) + (len(unmet) if _strict(report, look) else 0)
    numbers = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="partnerkg validate" {numbers}>\n'
    yield f'<testsuite name="partnerkg validate" {numbers} skipped="{skipped}">\n'
    for iri, rules in cases.items():
        yield from _case(iri, rules, report, look)
    said = [sentences.verdict(report), sentences.counts(report), *sentences.notes(report, look)]
    yield f"<system-out>{_text(' '.join(message.text(look.translate) for message in said))}</system-out>\n"
    yield "</testsuite>\n</testsuites>\n"


def _strict(report: Findings, look: Look) -> bool:
    """Return whether a shape that met no node fails: so do all where nothing at all was looked at."""
    return look.strict or not (report.nodes or report.since)


def _cases(report: Findings) -> dict[str, list[Rule]]:
    """Return the rules of each shape that found something, by the IRI of the shape; all shapes included."""
    cases: dict[str, list[Rule]] = {iri: [] for iri in report.checked}
    for rule in report.by_rule():
        cases.setdefault(rule.first.shape, []).append(rule)
    return dict(sorted(cases.items()))


def _bad(rules: Sequence[Rule], report: Findings) -> list[Rule]:
    return [rule for rule in rules if rule.first.severity >= report.fail_on]


def _case(iri: str, rules: list[Rule], report: Findings, look: Look) -> Iterator[str]:
    title = sentences.title(iri, report, look.language)
    yield f"<testcase classname={_attribute(_owner(iri, report))} name={_attribute(title)}>\n"
    yield from _unmet(iri, report, look)
    bad = _bad(rules, report)
    if bad:
        kinds = ", ".join(dict.fromkeys(sentences.component(rule.first.component) for rule in bad))
        yield f"<failure type={_attribute(kinds)} message={_attribute(_summary(bad[0], report, look))}>"
        yield f"{_text(chr(10).join(_results(bad, look)))}</failure>\n"
    yield f"<system-out>{_text(chr(10).join(_output(iri, rules, report, look)))}</system-out>\n</testcase>\n"


def _unmet(iri: str, report: Findings, look: Look) -> Iterator[str]:
    found = report.checked.get(iri)
    if found is None or found.targeted:
        return
    reason = next((sentences.unmet(one, report) for one in report.unmet if one.shape == iri), None)
    kind = "failure" if _strict(report, look) and reason is not None else "skipped"
    said = (reason or Message(ASKED_NOTHING)).text(look.translate)
    yield f"<{kind} message={_attribute(said)}/>\n"


def _owner(iri: str, report: Findings) -> str:
    """Return the short IRI of the shape with targets that a property shape belongs to, else its own."""
    owners = (shape.iri for shape in report.shapes if iri in shape.properties)
    return report.shapes.called(next(owners, iri))


def _summary(rule: Rule, report: Findings, look: Look) -> str:
    count = sentences.of_nodes(rule, report).text(look.translate)
    return sentences.told(count, in_language(rule.first.messages, look.language), look)


def _output(iri: str, rules: list[Rule], report: Findings, look: Look) -> Iterator[str]:
    found = report.checked.get(iri)
    if found is not None:
        yield Message(
            COUNTS,
            targeted=found.targeted,
            conforming=found.conforming,
            violating=found.violating,
            not_applicable=found.not_applicable,
        ).text(look.translate)
    yield from _results([rule for rule in rules if rule.first.severity < report.fail_on], look)


def _results(rules: list[Rule], look: Look) -> Iterator[str]:
    for rule in rules:
        yield from (_result(result, look) for result in rule.results[:SHOWN])
        if len(rule.results) > SHOWN:
            yield Message(MORE, count=len(rule.results) - SHOWN).text(look.translate)


def _result(result: Result, look: Look) -> str:
    kind = Message(sentences.SEVERITIES[result.severity]).text(look.translate)
    said = in_language(result.messages, look.language)
    return sentences.told(kind, sentences.told(sentences.statement(result, look), said, look), look)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """Return the text without the characters that XML 1.0 §2.2 forbids."""
    return xml.ILLEGAL.sub("\ufffd", text)
