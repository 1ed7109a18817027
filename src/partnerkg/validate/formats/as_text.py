"""A report as lines for the person who can put things right."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.errors import N_, Message
from partnerkg.namespaces import prefixes
from partnerkg.translation import Several
from partnerkg.validate import sentences
from partnerkg.validate.shape import in_language
from partnerkg.visible import in_lines, on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Result, Rule

SAMPLES = 3
UNMET = 10
MORE = N_("and {count} more")
COLUMNS = (N_("targeted"), N_("conforming"), N_("violating"), N_("not applicable"))


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the verdict, each rule that found something, the shapes that met no node."""
    return map(in_lines, _lines(report, look))


def _lines(report: Findings, look: Look) -> Iterator[str]:
    say = look.translate
    yield f"{sentences.verdict(report).text(say)} {sentences.counts(report).text(say)}\n"
    yield from (f"{note.text(say)}\n" for note in sentences.notes(report, look))
    for rule in report.by_rule():
        yield "\n"
        yield from _rule(rule, report, look)
    yield from _unmet(report, look)
    if look.verbose:
        yield from _checked(report, look)


def _rule(rule: Rule, report: Findings, look: Look) -> Iterator[str]:
    say = look.translate
    kind = Message(sentences.SEVERITIES[rule.first.severity]).text(say)
    count = sentences.of_nodes(rule, report).text(say)
    yield f"{kind} ({count}) {sentences.heading(rule, report, look.language)}\n"
    message = sentences.message(rule, look.language)
    if message is not None:
        yield f"  {on_one_line(message)}\n"
    for result in rule.results[:SAMPLES]:
        own = in_language(result.messages, look.language) if message is None else ""
        yield f"    {_sample(result, own, look)}\n"
    if len(rule.results) > SAMPLES:
        yield f"    {Message(MORE, count=len(rule.results) - SAMPLES).text(say)}\n"


def _sample(result: Result, message: str, look: Look) -> str:
    sample = sentences.statement(result, look)
    return sentences.told(sample, message, look) if message else on_one_line(sample)


def _unmet(report: Findings, look: Look) -> Iterator[str]:
    """Yield a line for each shape that met no node, first those whose targets nobody declares."""
    found = sorted(report.unmet, key=lambda one: not one.undeclared)
    shown = len([one for one in found if one.undeclared]) + UNMET
    shown = len(found) if look.verbose or shown >= len(found) else shown
    if found:
        yield "\n"
    if look.borrowed and not look.strict and not look.verbose:
        own = [one for one in found if one.undeclared and not one.shape.startswith(prefixes()["pks"])]
        yield from (f"{sentences.unmet(one, report).text(look.translate)}\n" for one in own)
        if found[len(own) :]:
            yield f"{_lent(len(found) - len(own)).text(look.translate)}\n"
        return
    for one in found[:shown]:
        yield f"{sentences.unmet(one, report).text(look.translate)}\n"
    if found[shown:]:
        yield f"{Message(MORE, count=len(found) - shown).text(look.translate)}\n"


def _lent(count: int) -> Message:
    return Several(
        "{count} shape of partnerkg met nothing here: nothing of its kind is in the graph "
        "(--verbose lists it).",
        "{count} shapes of partnerkg met nothing here: nothing of their kind is in the graph "
        "(--verbose lists them).",
        count,
    )


def _checked(report: Findings, look: Look) -> Iterator[str]:
    header = ["", *(Message(column).text(look.translate) for column in COLUMNS)]
    rows = [header]
    for iri, found in sorted(report.checked.items()):
        numbers = found.targeted, found.conforming, found.violating, found.not_applicable
        rows.append([report.shapes.called(iri), *map(str, numbers)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(header))]
    yield "\n"
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        yield "  ".join(cells) + "\n"
