"""The completeness of a graph in a notebook: its score, what raises it most, the shares behind it."""

from __future__ import annotations

from partnerkg.completeness.formats import LACKING, NEXT, RECORDS, STEPS, View, shown
from partnerkg.pages import facts, grid
from partnerkg.translation import Several, translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness.measured import Measured


def html(found: Measured) -> str:
    """Return the score and the next steps, and below, folded, a table a facet."""
    view = View(found, found.language, translations(found.language)[0])
    score = facts(view.say(RECORDS), [("", view.score()), (view.say(NEXT), list(_steps(view)))])
    shares = sum(1 for cell in found.cells if cell.of)
    count = Several("{count} share", "{count} shares", shares).text(view.translate)
    tables = "".join(_facet(facet, view) for facet in view.facets())
    return f"{score}\n<details><summary>{count}</summary>\n{tables}</details>\n"


def _steps(view: View) -> Iterator[str]:
    for step in view.found.steps()[:STEPS]:
        names = view.class_name(step.wanted.class_), step.wanted.name(view.language)
        said = view.say(LACKING, class_=names[0], name=names[1], missing=step.missing)
        yield f"{view.gain(step)} {said}"


def _facet(facet: str, view: View) -> str:
    columns, rows = view.matrix(facet)
    table = [
        [view.class_name(class_), *(shown(row.get(name), view) for name in columns)]
        for class_, row in rows.items()
    ]
    return grid([view.facet(facet), *columns], table)
