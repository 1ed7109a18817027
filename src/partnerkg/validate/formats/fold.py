"""A rule on the page of a report, folded up: what it asks, and each thing that breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from partnerkg import pages
from partnerkg.errors import N_, Message
from partnerkg.pages import Column, text
from partnerkg.validate import sentences
from partnerkg.validate.severity import Severity
from partnerkg.validate.shape import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Node, Result, Rule

SHOWN = 500
MORE = N_("and {count} more")


def fold(rule: Rule, report: Findings, look: Look) -> Iterator[str]:
    """Yield a rule folded up, unless it is a violation, with what it found."""
    severity = rule.first.severity
    title = sentences.heading(rule, report, look.language)
    opened = " open" if severity == Severity.VIOLATION else ""
    name = sentences.name(rule.first.shape, report, look.language)
    yield f'<details class="fold {severity.name.lower()}"{opened}>\n<summary>'
    yield f'<span class="rule">{text(name or title)}</span> '
    yield f'<span class="count">({_prose(sentences.of_nodes(rule, report), look)})</span>'
    yield f'<span class="id">{text(title.replace(f" – {name}", "", 1))}</span></summary>\n'
    if rule.first.path:
        yield f"<p><code>{text(sentences.path(rule.first))}</code></p>\n"
    same = sentences.message(rule, look.language) is not None
    if same:
        yield from _messages(rule.first, look)
    yield from _results(rule, title, same, look)
    yield "</details>\n"


def _results(rule: Rule, title: str, same: bool, look: Look) -> Iterator[str]:
    columns = [Column(look.translate(name)) for name in sentences.columns(rule, look)]
    rows = (_row(result, rule, columns[1:], same, look) for result in rule.results[:SHOWN])
    yield from pages.table(title, columns, rows)
    if len(rule.results) > SHOWN:
        yield f"<p>{_prose(Message(MORE, count=len(rule.results) - SHOWN), look)}</p>\n"


def _row(result: Result, rule: Rule, columns: Sequence[Column], same: bool, look: Look) -> str:
    inside = []
    if rule.valued:
        value = None if result.value == result.focus_node else result.value
        inside.append(_term(value, look))
    if not same:
        inside.append("".join(_messages(result, look)))
    cells = (column.cell(words) for column, words in zip(columns, inside, strict=True))
    return pages.row(_term(result.focus_node, look), cells)


def _messages(result: Result, look: Look) -> Iterator[str]:
    """Yield the message in the language of the page, then in the others."""
    best = in_language(result.messages, look.language)
    for language, words in sorted(result.messages.items(), key=lambda item: (item[1] != best, item[0])):
        kind = "message" if words == best else "other message"
        yield f'<p class="{kind}"{pages.spoken(language, "")}>{pages.prose(words)}</p>\n'


def _term(term: Node | None, look: Look) -> str:
    """Return a term: name and short IRI of a thing, which has no page to lead to; the words of a literal."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        return named(look.labels.get(term.value, ""), look.short(term.value))
    if isinstance(term, Literal):
        language = pages.spoken(term.language, look.language)
        return f"<span{language}>{text(term.value)}</span>" if language else text(term.value)
    return text(look.anonymous.get(term.value, str(term)))


def named(name: str, short: str) -> str:
    """Return a name with the short IRI, which is code."""
    code = f'<span class="id">{text(short)}</span>'
    return f"{text(name)} {code}" if name else code


def _prose(message: Message, look: Look) -> str:
    return pages.prose(message.text(look.translate))
