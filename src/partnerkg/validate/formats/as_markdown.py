"""A report for Markdown pages (GitHub Flavored Markdown), such as the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partnerkg.errors import N_, Message
from partnerkg.validate import sentences
from partnerkg.validate.shape import in_language
from partnerkg.visible import in_markdown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Rule

SAMPLES = 10
TITLE = N_("Validation report")
UNMET = N_("Shapes that met no node")
CHECKED = N_("What the shapes were asked about")
MORE = N_("and {count} more")
COLUMNS = (N_("shape"), N_("targeted"), N_("conforming"), N_("violating"), N_("not applicable"))


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the verdict, a section a rule with up to ten results, the unmet shapes, the counts a shape."""
    yield f"# {_sentence(Message(TITLE), look)}\n\n"
    yield f"**{_sentence(sentences.verdict(report), look)}** {_sentence(sentences.counts(report), look)}\n"
    yield from (f"\n{_sentence(note, look)}\n" for note in sentences.notes(report, look))
    for rule in report.by_rule():
        yield from _rule(rule, report, look)
    if report.unmet:
        yield f"\n## {_sentence(Message(UNMET), look)}\n\n"
        yield from (f"* {_sentence(sentences.unmet(one, report), look)}\n" for one in report.unmet)
    yield f"\n## {_sentence(Message(CHECKED), look)}\n\n"
    yield from _head(COLUMNS, look)
    for iri, found in sorted(report.checked.items()):
        numbers = found.targeted, found.conforming, found.violating, found.not_applicable
        yield _line([in_markdown(sentences.title(iri, report, look.language)), *map(str, numbers)])


def _rule(rule: Rule, report: Findings, look: Look) -> Iterator[str]:
    kind = _sentence(Message(sentences.SEVERITIES[rule.first.severity]), look)
    title = in_markdown(sentences.heading(rule, report, look.language))
    yield f"\n## {kind} ({_sentence(sentences.of_nodes(rule, report), look)}) {title}\n\n"
    message = sentences.message(rule, look.language)
    said = [in_markdown(text) for text in (sentences.path(rule.first), message or "") if text]
    yield from (f"{text}\n\n" for text in said)
    yield from _head(sentences.columns(rule, look), look)
    for result in rule.results[:SAMPLES]:
        cells = [sentences.term(result.focus_node, look)]
        cells += [sentences.value(result, look)] if rule.valued else []
        cells += [in_language(result.messages, look.language)] if message is None else []
        yield _line([in_markdown(cell) for cell in cells])
    if len(rule.results) > SAMPLES:
        yield f"\n{_sentence(Message(MORE, count=len(rule.results) - SAMPLES), look)}\n"


def _head(columns: Sequence[str], look: Look) -> Iterator[str]:
    yield _line([_sentence(Message(column), look) for column in columns])
    yield _line(["---"] * len(columns))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _sentence(message: Message, look: Look) -> str:
    return in_markdown(message.text(look.translate))
