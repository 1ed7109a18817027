"""Rows on a terminal: columns as wide as it allows, long cells folded, notes below their row."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from partnerkg.query.formats.fitting import GAP, noted
from partnerkg.visible import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Cell = tuple[str, str | None]  # what is seen, and the address it leads to


def lines(
    columns: Sequence[str],
    rows: list[list[Cell]],
    notes: list[list[str]],
    width: int,
    end: str | None = None,
) -> Iterator[str]:
    """Yield the column names, a rule, the rows, each with its notes below, and a note at the end."""
    names: list[Cell] = [(column, None) for column in columns]
    widths = _fitted([names, *rows], width)
    linked = any(address for row in rows for _, address in row)
    # Without a system of colours rich writes no links; with one, none of it is used but the links.
    page = Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard" if linked else None,
        no_color=True,
        highlight=False,
    )
    yield from _drawn(page, _line(names, widths))
    yield from _drawn(page, _line([("─" * width, None) for width in widths], widths))
    for row, below in zip(rows, notes, strict=True):
        yield from _drawn(page, _line(row, widths))
        yield from (f"{line}\n" for note in below for line in noted(note, width))
    if end:
        yield from _drawn(page, Padding(_text(end, width), (1, 0, 0, 0)))


def _fitted(table: list[list[Cell]], width: int) -> list[int]:
    """Return the width of each column: that of its widest cell, the widest cut to what there is.

    No column gets narrower than its longest word while another has room.
    """
    room = max(width - GAP * (len(table[0]) - 1), len(table[0]))
    columns = list(zip(*table, strict=True))
    widths = [min(max(Text(cell).cell_len for cell, _ in column) or 1, room) for column in columns]
    words = [
        max((Text(word).cell_len for cell, _ in column for word in cell.split(" ")), default=1)
        for column in columns
    ]
    while sum(widths) > room:
        above = [place for place, least in enumerate(words) if widths[place] > least]
        widest = max(above or range(len(widths)), key=lambda place: widths[place])
        widths[widest] -= 1
    return widths


def _line(row: list[Cell], widths: list[int]) -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    cells = zip(row, widths, strict=True)
    grid.add_row(*(_text(cell, width, Style(link=address)) for (cell, address), width in cells))
    return grid


def _text(words: str, width: int, style: Style | str = "") -> Text:
    """Return words in lines of a width; rich alone would break them at the spaces that are to hold, too."""
    lines = (line for part in words.split("\n") for line in folded(part, width))
    return Text("\n".join(lines), style, overflow="fold")


def _drawn(page: Console, what: Table | Padding) -> Iterator[str]:
    with page.capture() as found:
        page.print(what)
    return (line.rstrip() + "\n" for line in found.get().splitlines())
