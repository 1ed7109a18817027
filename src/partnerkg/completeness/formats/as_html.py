"""The whole as one page of HTML: what is known by class and facet, the next steps, the lists behind each."""

from __future__ import annotations

from partnerkg import pages
from partnerkg.completeness.formats import (
    LACKING,
    NEXT,
    PAGES,
    RECORDS,
    STEPS,
)
from partnerkg.completeness.formats import pages as pages_read
from partnerkg.completeness.formats.heat import anchor, heat
from partnerkg.errors import N_
from partnerkg.model.name import collated
from partnerkg.pages import Column, Entry, Page, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.formats import View

TITLE = N_("Completeness")
BEHIND = N_("What is missing")
TREND = N_("Score by release")


def lines(view: View) -> Iterator[str]:
    """Yield the page: both measures, the next steps, the trend, and the records behind each number."""
    page = Page(view.say(TITLE), view.language, view.translate, ("heat",))
    yield from pages.opening(page)
    yield f"<h1>{text(page.title)}</h1>\n"
    yield from pages.contents(page, _contents(view))
    yield from _records(view)
    yield from _steps(view)
    yield from _pages(view)
    yield from _trend(view)
    yield from _behind(view)
    yield from pages.closing()


def _contents(view: View) -> Iterator[Entry]:
    yield Entry("records", view.say(RECORDS))
    if view.found.steps():
        yield Entry("next", view.say(NEXT))
    if view.pages:
        yield Entry("pages", view.say(PAGES), len(view.pages))
    if _known(view):
        yield Entry("trend", view.say(TREND))
    if _wanting(view):
        yield Entry("missing", view.say(BEHIND), len(_wanting(view)))


def _records(view: View) -> Iterator[str]:
    yield f'<h2 id="records">{text(view.say(RECORDS))}</h2>\n<ul>\n'
    yield "".join(f"<li>{text(part)}</li>\n" for part in view.score())
    yield "</ul>\n"
    yield from heat(view)
    yield from (f'<p class="small">{text(line)}</p>\n' for line in view.legend())


def _lacking(cell: Cell, view: View) -> str:
    names = view.class_name(cell.wanted.class_), cell.wanted.name(view.language)
    return view.say(LACKING, class_=names[0], name=names[1], missing=len(cell.missing))


def _steps(view: View) -> Iterator[str]:
    steps = view.found.steps()[:STEPS]
    if not steps:
        return
    yield f'<h2 id="next">{text(view.say(NEXT))}</h2>\n<ol class="steps">\n'
    for step in steps:
        names = view.class_name(step.wanted.class_), step.wanted.name(view.language)
        words = view.say(LACKING, class_=names[0], name=names[1], missing=step.missing)
        command = text(view.found.command(step.wanted))
        yield f"<li><b>{view.gain(step)}</b> {text(words)}<br><code>{command}</code></li>\n"
    yield "</ol>\n"


def _pages(view: View) -> Iterator[str]:
    if not view.pages:
        return
    head, *rows = pages_read(view)
    columns = [Column(head[0]), *(Column(words, numeric=True) for words in head[1:])]
    yield f'<h2 id="pages">{text(view.say(PAGES))}</h2>\n'
    yield from pages.table(view.say(PAGES), columns, (_page(row, columns[1:]) for row in rows))


def _page(row: Sequence[str], columns: Sequence[Column]) -> str:
    cells = (column.cell(text(words)) for column, words in zip(columns, row[1:], strict=True))
    return pages.row(text(row[0]), cells)


def _known(view: View) -> list[tuple[str, int]]:
    return [(version, share) for version, share in view.trend if share is not None]


def _trend(view: View) -> Iterator[str]:
    """Yield the scores of the releases as a picture, with the same numbers as its text."""
    known = _known(view)
    if not known:
        return
    words = ", ".join(f"{version}: {view.share(share)}" for version, share in known)
    points = [(40 + 80 * place, 110 - share) for place, (_, share) in enumerate(known)]
    yield f'<h2 id="trend">{text(view.say(TREND))}</h2>\n'
    yield f'<svg class="trend" viewBox="0 0 {80 * len(known)} 140" width="{80 * len(known)}" height="140" '
    yield f'role="img" aria-label="{text(words)}">\n'
    yield f'<polyline points="{" ".join(f"{x},{y}" for x, y in points)}"/>\n'
    for (version, share), (x, y) in zip(known, points, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="3"/><text x="{x}" y="{y - 6}">{text(view.share(share))}</text>'
        yield f'<text x="{x}" y="132">{text(version)}</text>\n'
    yield "</svg>\n"


def _wanting(view: View) -> list[Cell]:
    return [cell for cell in view.found.cells if cell.missing]


def _behind(view: View) -> Iterator[str]:
    """Yield the records that lack each property, and the query that finds them."""
    wanting = _wanting(view)
    if wanting:
        yield f'<h2 id="missing">{text(view.say(BEHIND))}</h2>\n'
    for cell in wanting:
        advice = cell.wanted.messages.get(view.language) or cell.wanted.messages.get("en") or ""
        yield f'<details class="fold">\n<summary>{text(_lacking(cell, view))}</summary>\n'
        yield f'<p id="{anchor(cell, view)}">{pages.prose(advice)}</p>\n<ul class="names">\n'
        for thing in sorted(cell.missing, key=lambda thing: (collated(view.names.get(thing, thing)), thing)):
            yield f"<li>{text(view.names.get(thing, thing))}</li>\n"
        yield f"</ul>\n<pre>{text(cell.queries['missing'])}</pre>\n</details>\n"
