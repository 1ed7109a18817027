"""A table for people: labels instead of IRIs, fitted to the terminal if there is one."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from pyoxigraph import NamedNode

from partnerkg.query.labels import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from partnerkg.query.formats.look import Look
    from partnerkg.query.results import Solutions
    from partnerkg.store.base import Term

GAP = "  "


def lines(solutions: Solutions, look: Look) -> Iterator[str]:
    """Yield the column names, a rule and the rows; on a terminal long cells are folded to its width."""
    known = look.labels(solutions)
    rows = [[_on_one_line(shown(term, known)) for term in row] for row in solutions]
    if look.width is None:
        return _plain(solutions.columns, rows)
    targets = [[_target(term) if look.links else None for term in row] for row in solutions]
    return _folded(solutions.columns, rows, targets, look.width)


def _target(term: Term | None) -> str | None:
    web = isinstance(term, NamedNode) and term.value.startswith(("http://", "https://"))
    return str(term)[1:-1] if web else None


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


def _folded(
    columns: Sequence[str], rows: list[list[str]], targets: list[list[str | None]], width: int
) -> Iterator[str]:
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.style import Style
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False, header_style="")
    for row, links in zip(rows, targets, strict=True):
        cells = zip(row, links, strict=True)
        table.add_row(*(Text(cell, Style(link=link), overflow="fold") for cell, link in cells))
    page = StringIO()
    linked = any(map(any, targets))
    # Without a system of colours rich writes no links either; with one, none of it is used but the links.
    system: Literal["standard"] | None = "standard" if linked else None
    Console(file=page, width=width, force_terminal=True, color_system=system, no_color=True).print(table)
    return iter(page.getvalue().splitlines(keepends=True))
