"""The whole as one page of HTML that needs no script: heat maps, the lists behind them, the trend."""

from __future__ import annotations

from html import escape

from partnerkg.completeness.formats import (
    LACKING,
    NEXT,
    NOT_APPLICABLE,
    PAGES,
    RECORDS,
    STEPS,
    pages,
    ratio,
)
from partnerkg.completeness.formats.style import STYLE
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.formats import View
    from partnerkg.completeness.matrix import Cell

TITLE = N_("Completeness")
BEHIND = N_("What is missing")
CLASS = N_("class")
TREND = N_("Score by release")
NOTHING = N_("not applicable")


def lines(view: View) -> Iterator[str]:
    """Yield the page: both measures, the next steps, the trend, and the records behind each number."""
    title = escape(view.say(TITLE))
    yield f'<!DOCTYPE html>\n<html lang="{escape(view.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    yield f"<h2>{escape(view.say(RECORDS))}</h2>\n<ul>\n"
    yield "".join(f"<li>{escape(part)}</li>\n" for part in view.score())
    yield "</ul>\n"
    for facet in view.facets():
        yield from _facet(facet, view)
    yield from (f"<p>{escape(line)}</p>\n" for line in view.legend())
    yield from _steps(view)
    yield from _pages(view)
    yield from _trend(view)
    yield from _behind(view)
    yield "</main>\n</body>\n</html>\n"


def _facet(facet: str, view: View) -> Iterator[str]:
    columns, rows = view.matrix(facet)
    name = escape(view.facet(facet))
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{name}">\n'
    yield f'<table>\n<caption>{name}</caption>\n<thead><tr><th scope="col">{escape(view.say(CLASS))}</th>'
    yield "".join(f'<th scope="col">{escape(column)}</th>' for column in columns) + "</tr></thead>\n<tbody>\n"
    for class_, row in rows.items():
        cells = "".join(_cell(row.get(column), view) for column in columns)
        yield f'<tr><th scope="row">{escape(view.class_name(class_))}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"


def _cell(cell: Cell | None, view: View) -> str:
    if cell is None or cell.percent is None:
        said = escape(view.say(NOTHING))
        hidden = f'<span class="heard">{said}</span>'
        return f'<td class="none"><span aria-hidden="true">{NOT_APPLICABLE}</span>{hidden}</td>'
    words = f"{escape(view.share(cell.percent))} <small>{escape(ratio(cell))}</small>"
    if cell.missing:
        words = f'<a href="#{_anchor(cell, view)}">{words}</a>'
    return f'<td class="h{cell.percent // 10}">{words}</td>'


def _anchor(cell: Cell, view: View) -> str:
    return f"missing-{view.found.cells.index(cell)}"


def _steps(view: View) -> Iterator[str]:
    found = view.found.steps()[:STEPS]
    if not found:
        return
    yield f"<h2>{escape(view.say(NEXT))}</h2>\n<ol>\n"
    for step in found:
        names = view.class_name(step.wanted.class_), step.wanted.name(view.language)
        said = view.say(LACKING, class_=names[0], name=names[1], missing=step.missing)
        command = escape(view.found.command(step.wanted))
        yield f"<li>+{step.gain:.1f} {escape(said)}<br><code>{command}</code></li>\n"
    yield "</ol>\n"


def _pages(view: View) -> Iterator[str]:
    if not view.pages:
        return
    head, *rows = pages(view)
    name = escape(view.say(PAGES))
    yield f'<h2>{name}</h2>\n<div class="wide" role="region" tabindex="0" aria-label="{name}">\n<table>\n'
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) + "</tr></thead>\n"
    yield "<tbody>\n"
    for first, *others in rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</div>\n"


def _trend(view: View) -> Iterator[str]:
    """Yield the scores of the releases as a picture, with the same numbers as its text."""
    known = [(version, share) for version, share in view.trend if share is not None]
    if not known:
        return
    title = view.say(TREND)
    said = ", ".join(f"{version}: {view.share(share)}" for version, share in known)
    points = [(40 + 80 * place, 110 - share) for place, (_, share) in enumerate(known)]
    yield f"<h2>{escape(title)}</h2>\n"
    yield f'<svg viewBox="0 0 {80 * len(known)} 140" width="{80 * len(known)}" height="140" role="img" '
    yield f'aria-label="{escape(said)}">\n'
    yield f'<polyline points="{" ".join(f"{x},{y}" for x, y in points)}"/>\n'
    for (version, share), (x, y) in zip(known, points, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="3"/><text x="{x}" y="{y - 6}">{escape(view.share(share))}</text>'
        yield f'<text x="{x}" y="132">{escape(version)}</text>\n'
    yield "</svg>\n"


def _behind(view: View) -> Iterator[str]:
    """Yield the records that lack each property, and the query that finds them."""
    wanting = [cell for cell in view.found.cells if cell.missing]
    if wanting:
        yield f"<h2>{escape(view.say(BEHIND))}</h2>\n"
    for cell in wanting:
        names = view.class_name(cell.wanted.class_), cell.wanted.name(view.language)
        said = view.say(LACKING, class_=names[0], name=names[1], missing=len(cell.missing))
        advice = cell.wanted.messages.get(view.language) or cell.wanted.messages.get("en") or ""
        yield f"<details>\n<summary>{escape(said)}</summary>\n"
        yield f'<p id="{_anchor(cell, view)}">{escape(advice)}</p>\n<ul>\n'
        for thing in sorted(cell.missing, key=lambda thing: (view.names.get(thing, thing).casefold(), thing)):
            yield f"<li>{_link(thing, view)}</li>\n"
        yield f"</ul>\n<pre>{escape(cell.queries['missing'])}</pre>\n</details>\n"


def _link(thing: str, view: View) -> str:
    words = escape(view.names.get(thing, thing))
    if thing.startswith(("http://", "https://")):
        return f'<a href="{escape(thing)}">{words}</a>'
    return words
