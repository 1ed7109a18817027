"""A report as one HTML page that needs nothing else: no script, no other file; it prints well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.validate import sentences
from partnerkg.validate.formats.style import STYLE
from partnerkg.validate.shapes import in_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.formats import Look
    from partnerkg.validate.report import Node, Report, Result, Rule, Unmet

SHOWN = 500
TITLE = N_("Validation report")
FOUND = N_("What was found")
MISSPELT = N_("Shapes whose targets the data do not know")
UNMET = N_("Shapes that met no node")
CHECKED = N_("What the shapes were asked about")
MORE = N_("and {count} more")
COLUMNS = (N_("shape"), N_("targeted"), N_("conforming"), N_("violating"), N_("not applicable"))


def lines(report: Report, look: Look) -> Iterator[str]:
    """Yield the page: the verdict, a section a rule with up to 500 results, unmet shapes, counts a shape."""
    yield from _opening(report, look)
    misspelt = [one for one in report.unmet if one.undeclared]
    yield from _unmet(misspelt, MISSPELT, report, look)
    if report.results:
        yield f"<h2>{_said(Message(FOUND), look)}</h2>\n"
    for rule in report.by_rule():
        yield from _rule(rule, report, look)
    others = [one for one in report.unmet if not one.undeclared]
    yield from _unmet(others, UNMET, report, look)
    yield from _checked(report, look)
    yield "</main>\n</body>\n</html>\n"


def _opening(report: Report, look: Look) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{escape(look.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{_said(Message(TITLE), look)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
    yield f"<h1>{_said(Message(TITLE), look)}</h1>\n"
    verdict = "conforms" if report.passes(look.strict) else "fails"
    yield f'<p class="verdict {verdict}"><strong>{_said(sentences.verdict(report), look)}</strong>\n'
    yield f"{_said(sentences.counts(report), look)}</p>\n"
    yield from (f"<p>{_said(note, look)}</p>\n" for note in sentences.notes(report, look))


def _unmet(found: Sequence[Unmet], title: str, report: Report, look: Look) -> Iterator[str]:
    if found:
        yield f"<h2>{_said(Message(title), look)} ({len(found)})</h2>\n<ul>\n"
        yield from (f"<li>{_said(sentences.unmet(one, report), look)}</li>\n" for one in found)
        yield "</ul>\n"


def _rule(rule: Rule, report: Report, look: Look) -> Iterator[str]:
    severity = rule.first.severity
    kind = _said(Message(sentences.SEVERITIES[severity]), look)
    title = sentences.heading(rule, report, look.language)
    yield f'<section class="{severity.name.lower()}">\n<h3><span class="severity">{kind}</span> '
    yield f"({_said(sentences.of_nodes(rule, report), look)}) {_escaped(title)}</h3>\n"
    if rule.first.path:
        yield f"<p><code>{_escaped(sentences.path(rule.first))}</code></p>\n"
    same = sentences.message(rule, look.language)
    if same is not None:
        yield from _messages(rule.first, look)
    yield from _head(sentences.columns(rule, look), title, look)
    for result in rule.results[:SHOWN]:
        yield f"<tr>{''.join(_cells(result, rule, same is None, look))}</tr>\n"
    yield "</tbody>\n</table></div>\n"
    if len(rule.results) > SHOWN:
        yield f"<p>{_said(Message(MORE, count=len(rule.results) - SHOWN), look)}</p>\n"
    yield "</section>\n"


def _cells(result: Result, rule: Rule, own: bool, look: Look) -> Iterator[str]:
    yield _node(result.focus_node, look)
    if rule.valued:
        yield _cell(None if result.value == result.focus_node else result.value, look)
    if own:
        yield f"<td>{''.join(_messages(result, look))}</td>"


def _messages(result: Result, look: Look) -> Iterator[str]:
    """Yield the message in the language of the page, then in the others."""
    best = in_language(result.messages, look.language)
    for language, text in sorted(result.messages.items(), key=lambda item: (item[1] != best, item[0])):
        kind = "message" if text == best else "other message"
        spoken = f' lang="{escape(language)}"' if language else ""
        yield f'<p class="{kind}"{spoken}>{_escaped(text)}</p>\n'


def _checked(report: Report, look: Look) -> Iterator[str]:
    title = Message(CHECKED).text(look.translate)
    yield f"<section>\n<h2>{_escaped(title)}</h2>\n"
    yield from _head(COLUMNS, title, look, "wide counts")
    for iri, found in sorted(report.checked.items()):
        numbers = found.targeted, found.conforming, found.violating, found.not_applicable
        name = _escaped(sentences.title(iri, report, look.language))
        kind = "violating" if found.violating else "none" if not found.targeted else "fine"
        cells = "".join(f'<td class="number">{number}</td>' for number in numbers)
        yield f'<tr class="{kind}"><th scope="row">{name}</th>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n</section>\n"


def _head(columns: Sequence[str], title: str, look: Look, kind: str = "wide") -> Iterator[str]:
    names = "".join(f'<th scope="col">{_said(Message(column), look)}</th>' for column in columns)
    yield f'<div class="{kind}" role="region" tabindex="0" aria-label="{_escaped(title)}"><table>\n'
    yield f"<thead><tr>{names}</tr></thead>\n<tbody>\n"


def _node(term: Node, look: Look) -> str:
    return _cell(term, look).replace("<td", '<th scope="row"', 1).removesuffix("</td>") + "</th>"


def _cell(term: Node | None, look: Look) -> str:
    if term is None:
        return "<td></td>"
    shown = _escaped(term.value if isinstance(term, Literal) else sentences.term(term, look))
    if isinstance(term, NamedNode) and term.value.startswith(("http://", "https://")):
        return f'<td><a href="{escape(term.value)}">{shown}</a></td>'
    if isinstance(term, Literal) and term.language:
        return f'<td lang="{escape(term.language)}">{shown}</td>'
    return f"<td>{shown}</td>"


def _said(message: Message, look: Look) -> str:
    return _escaped(message.text(look.translate))


def _escaped(text: str) -> str:
    """Return the text as HTML, without the control characters that it forbids."""
    return escape("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text))
