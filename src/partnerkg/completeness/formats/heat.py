"""What is known of each class, by facet: a table in which each property is as dark as it is complete."""

from __future__ import annotations

from partnerkg import pages
from partnerkg.completeness.formats import NOT_APPLICABLE, RECORDS, SHARE, ratio
from partnerkg.errors import N_
from partnerkg.pages import Column, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.formats import View

    Cells = Mapping[str, Mapping[str, Mapping[str, Cell]]]  # class → facet → property

CLASS = N_("class")
NOTHING = N_("not applicable")
_SHADES = (1, 25, 75, 100)  # from how many per cent a cell is one shade darker
_SCALE = ("0", "1–24", "25–74", "75–99", "100")


def heat(view: View) -> Iterator[str]:
    """Yield what the shades mean, and the table."""
    yield '<ul class="scale">'
    yield "".join(
        f'<li class="s{shade}">{text(view.say(SHARE, percent=share))}</li>'
        for shade, share in enumerate(_SCALE, 1)
    )
    yield '</ul>\n<div class="heat">\n'
    columns = [Column(view.facet(facet)) for facet in view.facets()]
    rows = _rows(columns, _cells(view), view)
    yield from pages.table(view.say(RECORDS), [Column(view.say(CLASS)), *columns], rows)
    yield "</div>\n"


def anchor(cell: Cell, view: View) -> str:
    """Return where on the page the records stand that lack the property of a cell."""
    return f"missing-{view.found.cells.index(cell)}"


def _cells(view: View) -> Cells:
    cells: dict[str, dict[str, Mapping[str, Cell]]] = {}
    for facet in view.facets():
        for class_, row in view.matrix(facet)[1].items():
            cells.setdefault(class_, {})[facet] = row
    return cells


def _rows(columns: Sequence[Column], cells: Cells, view: View) -> Iterator[str]:
    for class_, facets in cells.items():
        inside = (_group(facets.get(facet, {}), view) for facet in view.facets())
        row = (column.cell(words) for column, words in zip(columns, inside, strict=True))
        yield pages.row(text(view.class_name(class_)), row)


def _group(group: Mapping[str, Cell], view: View) -> str:
    """Return the properties of a class in one facet."""
    if not group:
        words = text(view.say(NOTHING))
        return f'<span class="na" role="img" aria-label="{words}">{text(NOT_APPLICABLE)}</span>'
    return f"<ul>{''.join(f'<li>{_cell(name, cell, view)}</li>' for name, cell in group.items())}</ul>"


def _cell(name: str, cell: Cell, view: View) -> str:
    if cell.percent is None:
        return f'<span class="cell na">{text(name)} {text(NOT_APPLICABLE)}</span>'
    words = f"<span>{text(name)}</span> <b>{text(view.share(cell.percent))} {text(ratio(cell))}</b>"
    kind = f"cell s{1 + sum(cell.percent >= least for least in _SHADES)}"
    if cell.missing:
        return f'<a class="{kind}" href="#{anchor(cell, view)}">{words}</a>'
    return f'<span class="{kind}">{words}</span>'
