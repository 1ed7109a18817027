"""The matrix for a terminal: a block a facet, as wide as there is room, colours only there."""

from __future__ import annotations

import textwrap
from unicodedata import combining, east_asian_width

from partnerkg.completeness.formats import LACKING, NEXT, PAGES, RECORDS, STEPS, pages, shown
from partnerkg.errors import N_
from partnerkg.query.formats import fitting
from partnerkg.visible import explained, in_width, on_one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.completeness.cell import Cell
    from partnerkg.completeness.formats import View

WIDTH, GAP = 100, "  "
LONGEST_LABEL = 28
MORE = (
    ("--ranking", N_("the records, the worst first")),
    ("--by category", N_("by group")),
)
QUESTIONS = (
    ("source_gaps --least 4", N_("the stretches of a page that no evidence covers")),
    ("claim_interpretations", N_("the doubtful claims")),
)


def lines(view: View) -> Iterator[str]:
    """Yield both measures, each under its heading, then the next steps and where the rows are."""
    measured = view.say(N_("{label}: {values}"), label=view.say(RECORDS), values=" · ".join(view.score()))
    yield in_width(f"{measured}\n", view.width)
    for facet in view.facets():
        yield "\n"
        yield from _facet(facet, view)
    yield "\n"
    yield from (in_width(f"{line}\n", view.width) for line in view.legend())
    if view.pages:
        yield f"\n{view.say(PAGES)}\n"
        yield from _pages(view)
    yield from _steps(view)
    yield from _more(view)


def _facet(facet: str, view: View) -> Iterator[str]:
    columns, rows = view.matrix(facet)
    label = min(LONGEST_LABEL, max(map(_width, [view.facet(facet), *map(view.class_name, rows)])))
    widths = [_least([name, *(shown(row.get(name), view) for row in rows.values())]) for name in columns]
    for start, end in _packed(widths, (view.width or WIDTH) - label):
        names = columns[start:end]
        table = [[view.facet(facet), *names]]
        inks: list[list[int | None]] = [[None] * len(table[0])]
        for class_, row in rows.items():
            cells = [row.get(name) for name in names]
            if any(cells):
                table.append([view.class_name(class_), *(shown(cell, view) for cell in cells)])
                inks.append([None, *(_ink(cell, view) for cell in cells)])
        yield from drawn(table, [label, *widths[start:end]], inks)


def _least(column: Sequence[str]) -> int:
    """Return the width that a column needs if only its first cell may be folded."""
    return max(map(_width, [*column[0].split(), *column[1:]]))


def _packed(widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where columns go side by side: as many as there is room for, at least one."""
    start, used = 0, 0
    for place, width in enumerate(widths):
        used += width + len(GAP)
        if used > room and place > start:
            yield start, place
            start, used = place, width + len(GAP)
    yield start, len(widths)


def _ink(cell: Cell | None, view: View) -> int | None:
    if not view.colour:
        return None
    share = cell.percent if cell else None
    if share is None:
        return 2
    return 31 if share < 50 else 33 if share < 80 else 32


def _pages(view: View) -> Iterator[str]:
    table = pages(view)
    widths = [_least(column) for column in zip(*table, strict=True)]
    room = (view.width or WIDTH) - sum(widths[1:]) - len(GAP) * len(widths[1:])
    if room < LONGEST_LABEL // 2:
        heads, *rows = table
        yield from (
            f"{line}\n" for line in fitting.records(heads, rows, [[]] * len(rows), view.width or WIDTH)
        )
        return
    yield from drawn(table, [max(min(widths[0], room), LONGEST_LABEL // 2), *widths[1:]])


def _steps(view: View) -> Iterator[str]:
    found = view.found.steps()[:STEPS]
    if found:
        yield f"\n{view.say(NEXT)}\n"
    gains = [view.gain(step) for step in found]
    width = max(map(len, gains), default=0)
    for step, gain in zip(found, gains, strict=True):
        names = view.class_name(step.wanted.class_), step.wanted.name(view.language)
        said = view.say(LACKING, class_=names[0], name=names[1], missing=step.missing)
        for line in (f"  {gain:>{width}}  {said}", f"{' ' * (width + 4)}{view.found.command(step.wanted)}"):
            yield in_width(f"{line}\n", view.width)


def _more(view: View) -> Iterator[str]:
    """Yield the commands that list the rows behind the numbers of both measures."""
    found = view.found
    worth = [step.wanted for step in found.steps()] or [cell.wanted for cell in found.cells]
    commands = [(found.command(one), N_("the records behind a number")) for one in worth[:1]]
    commands += [(found.call(arguments), said) for arguments, said in MORE[: 1 if found.scope else 2]]
    if view.pages:
        commands += [(f"partnerkg query {name} {found.where}".rstrip(), said) for name, said in QUESTIONS]
    yield "\n"
    yield from explained([(command, view.translate(said)) for command, said in commands], view.width)


def drawn(
    table: Sequence[Sequence[str]],
    wide: Sequence[int],
    inks: Sequence[Sequence[int | None]] | None = None,
) -> Iterator[str]:
    """Yield a table, its first row folded to the widths; inks are colours of ANSI (ECMA-48 §8.3.117)."""
    table = [list(map(on_one_line, row)) for row in table]
    head = [_folded(cell, width) for cell, width in zip(table[0], wide, strict=True)]
    height = max(map(len, head))
    for line in range(height):
        cells = (
            column[line - height + len(column)] if line >= height - len(column) else "" for column in head
        )
        yield GAP.join(_padded(cell, width) for cell, width in zip(cells, wide, strict=True)).rstrip() + "\n"
    for place, row in enumerate(table[1:], 1):
        cells = (_padded(_cut(cell, width), width) for cell, width in zip(row, wide, strict=True))
        colours = inks[place] if inks else [None] * len(row)
        yield GAP.join(map(_inked, cells, colours)).rstrip() + "\n"


def _folded(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str, width: int) -> str:
    return text if _width(text) <= width else text[: width - 1] + "…"


def _inked(text: str, colour: int | None) -> str:
    return text if colour is None else f"\x1b[{colour}m{text}\x1b[0m"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in text)
