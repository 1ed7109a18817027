"""A report as one page of HTML: the verdict, what to do by severity, one folded rule each, what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partnerkg import pages
from partnerkg.errors import N_, Message
from partnerkg.pages import Column, Entry, Page, text
from partnerkg.validate import sentences
from partnerkg.validate.formats.fold import fold, named
from partnerkg.validate.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.formats import Look
    from partnerkg.validate.result import Unmet

TITLE = N_("Validation report")
SECTIONS = {
    Severity.VIOLATION: N_("Violations"),
    Severity.WARNING: N_("Warnings"),
    Severity.INFO: N_("Remarks"),
}
MISSPELT = N_("Shapes whose targets the data do not know")
UNMET = N_("Shapes that met no node")
CHECKED = N_("What the shapes were asked about")
COLUMNS = (N_("shape"), N_("targeted"), N_("conforming"), N_("violating"), N_("not applicable"))


def lines(report: Findings, look: Look) -> Iterator[str]:
    """Yield the page: the verdict, a fold a rule with up to 500 results, unmet shapes, counts a shape."""
    page = Page(_sentence(TITLE, look), look.language, look.translate, ("report",))
    misspelt = [one for one in report.unmet if one.undeclared]
    others = [one for one in report.unmet if not one.undeclared]
    yield from pages.opening(page)
    yield from _verdict(report, look)
    yield from pages.contents(page, _contents(report, misspelt, others, look))
    yield from _unmet("misspelt", MISSPELT, misspelt, report, look)
    for severity in SECTIONS:
        yield from _section(severity, report, look)
    yield from _unmet("unmet", UNMET, others, report, look)
    yield from _checked(report, look)
    yield from pages.closing()


def _verdict(report: Findings, look: Look) -> Iterator[str]:
    passes = "conforms" if report.passes(look.strict) else "fails"
    kind = passes if report.nodes or report.results or look.strict else "nothing"
    yield f'<p class="sub">{text(_sentence(TITLE, look))}</p>\n'
    yield f'<h1 class="verdict {kind}">{_prose(sentences.verdict(report), look)}</h1>\n'
    yield f'<p class="lead">{_prose(sentences.counts(report), look)}</p>\n'
    yield from (f"<p>{_prose(note, look)}</p>\n" for note in look.subject)
    yield from (f"<p>{_prose(note, look)}</p>\n" for note in sentences.notes(report, look))


def _contents(
    report: Findings, misspelt: Sequence[Unmet], others: Sequence[Unmet], look: Look
) -> Iterator[Entry]:
    if misspelt:
        yield Entry("misspelt", _sentence(MISSPELT, look), len(misspelt))
    for severity, count in report.counts.items():
        if count:
            yield Entry(_anchor(severity), _sentence(SECTIONS[severity], look), count)
    if others:
        yield Entry("unmet", _sentence(UNMET, look), len(others))
    yield Entry("checked", _sentence(CHECKED, look), len(report.checked))


def _unmet(anchor: str, title: str, shapes: Sequence[Unmet], report: Findings, look: Look) -> Iterator[str]:
    if shapes:
        yield from _folded(anchor, f"{_sentence(title, look)} ({len(shapes)})", opened=anchor == "misspelt")
        yield "<ul>\n"
        yield from (f"<li>{_prose(sentences.unmet(one, report), look)}</li>\n" for one in shapes)
        yield "</ul>\n</div>\n</details>\n"


def _folded(anchor: str, title: str, *, opened: bool = False) -> Iterator[str]:
    """Yield the start of a section that is folded up; a link to the place inside unfolds it."""
    yield f'<details class="fold section"{" open" if opened else ""}>\n'
    yield f'<summary><h2>{text(title)}</h2></summary>\n<div id="{anchor}">\n'


def _anchor(severity: Severity) -> str:
    return f"{severity.name.lower()}s"


def _section(severity: Severity, report: Findings, look: Look) -> Iterator[str]:
    rules = [rule for rule in report.by_rule() if rule.first.severity == severity]
    if rules:
        yield f'<section>\n<h2 id="{_anchor(severity)}">{text(_sentence(SECTIONS[severity], look))}</h2>\n'
        for rule in rules:
            yield from fold(rule, report, look)
        yield "</section>\n"


def _checked(report: Findings, look: Look) -> Iterator[str]:
    names = [_sentence(name, look) for name in COLUMNS]
    columns = [Column(names[0]), *(Column(name, numeric=True) for name in names[1:])]
    title = _sentence(CHECKED, look)
    yield from _folded("checked", title)
    yield from pages.table(title, columns, _asked(report, columns[1:], look))
    yield "</div>\n</details>\n"


def _asked(report: Findings, columns: Sequence[Column], look: Look) -> Iterator[str]:
    for iri, checked in sorted(report.checked.items()):
        numbers = checked.targeted, checked.conforming, checked.violating, checked.not_applicable
        kind = "violating" if checked.violating else "none" if not checked.targeted else "fine"
        cells = (column.cell(str(number)) for column, number in zip(columns, numbers, strict=True))
        name = sentences.name(iri, report, look.language)
        yield pages.row(named(name, report.shapes.called(iri)), cells, kind)


def _sentence(sentence: str, look: Look) -> str:
    return look.translate(sentence)


def _prose(message: Message, look: Look) -> str:
    return pages.prose(message.text(look.translate))
