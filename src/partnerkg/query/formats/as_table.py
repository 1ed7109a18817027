"""A table for people: labels instead of IRIs, fitted to the terminal if there is one."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from pyoxigraph import NamedNode

from partnerkg.query.labels import labels, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Store

GAP = "  "


def lines(solutions: Solutions, store: Store, language: str, width: int | None) -> Iterator[str]:
    """Yield the column names, a rule and the rows; on a terminal long cells are folded to its width."""
    things = (term for row in solutions for term in row if isinstance(term, NamedNode))
    known = labels(things, store, language)
    rows = [[_on_one_line(shown(term, known)) for term in row] for row in solutions]
    if width is not None:
        return _folded(solutions.columns, rows, width)
    return _plain(solutions.columns, rows)


def _on_one_line(cell: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in cell)


def _plain(columns: Sequence[str], rows: list[list[str]]) -> Iterator[str]:
    table = [list(columns), *rows]
    widths = [max(_width(row[place]) for row in table) for place in range(len(columns))]
    table.insert(1, ["-" * width for width in widths])
    for row in table:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield GAP.join(cells).rstrip() + "\n"


def _width(cell: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if cell.isascii():
        return len(cell)
    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in cell)


def _folded(columns: Sequence[str], rows: list[list[str]], width: int) -> Iterator[str]:
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    page = StringIO()
    Console(file=page, width=width, force_terminal=True, color_system=None).print(table)
    return iter(page.getvalue().splitlines(keepends=True))
