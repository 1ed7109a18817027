"""A report in a notebook: the verdict, and a row for each rule that found something."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.pages import facts, grid
from partnerkg.translation import translations
from partnerkg.validate import sentences
from partnerkg.validate.formats import Look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.result import Rule

COLUMNS = (N_("rule"), N_("severity"), N_("where"), N_("what to do"))


def html(report: Findings) -> str:
    """Return what the whole report says, and its rules, the worst first."""
    say = translations(report.language)[0]
    look = Look(report.language, say, report.names)
    told = [sentences.counts(report).text(say), *(note.text(say) for note in sentences.notes(report, look))]
    verdict = facts(sentences.verdict(report).text(say), [("", told)])
    rules = report.by_rule()
    return verdict + (
        grid([*map(say, COLUMNS)], [_row(rule, report, look) for rule in rules]) if rules else ""
    )


def _row(rule: Rule, report: Findings, look: Look) -> tuple[str, ...]:
    say = look.translate
    called = sentences.name(rule.first.shape, report, look.language) or report.shapes.called(rule.first.shape)
    kind = Message(sentences.SEVERITIES[rule.first.severity]).text(say)
    count = sentences.of_nodes(rule, report).text(say)
    return called, kind, count, sentences.message(rule, look.language) or ""
