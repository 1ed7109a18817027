"""Tables: a caption, columns with a scope, rows that become blocks where the screen is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partnerkg.pages.words import prose, text


def facts(title: str, said: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return a small table for notebooks: what something is called, and its values under each name."""
    rows = "".join(
        f'<tr><th scope="row">{text(name)}</th><td>{"<br>".join(map(prose, values))}</td></tr>\n'
        for name, values in said
        if values
    )
    return f'<table class="partnerkg">\n<caption>{text(title)}</caption>\n{rows}</table>\n'


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows of words for notebooks, the first of each its name."""
    head = "".join(f'<th scope="col">{text(words)}</th>' for words in heads)
    cells = ((first, "".join(f"<td>{prose(words)}</td>" for words in rest)) for first, *rest in rows)
    body = "".join(f'<tr><th scope="row">{text(first)}</th>{rest}</tr>\n' for first, rest in cells)
    return f'<table class="partnerkg">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n'


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and whether it holds numbers."""

    words: str
    numeric: bool = False

    def head(self) -> str:
        """Return the cell that heads the column."""
        return f'<th scope="col" role="columnheader"{self._kind}>{text(self.words)}</th>'

    def cell(self, inside: str, kind: str = "") -> str:
        """Return a cell of the column around what is HTML already; where it is narrow it says its heading."""
        names = " ".join(filter(None, ("num" if self.numeric else "", kind)))
        kind = f' class="{names}"' if names else ""
        return f'<td role="cell"{kind} data-l="{text(self.words)}">{inside}</td>'

    @property
    def _kind(self) -> str:
        return ' class="num"' if self.numeric else ""


def table(caption: str, columns: Sequence[Column], rows: Iterable[str]) -> Iterator[str]:
    """Yield a table around rows, which are HTML; its caption is heard, as the heading above it is seen.

    The roles hold where rows are shown as blocks.
    """
    heads = "".join(column.head() for column in columns)
    yield f'<table class="stack" role="table">\n<caption class="heard">{text(caption)}</caption>\n'
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
    yield '<tbody role="rowgroup">\n'
    yield from rows
    yield "</tbody>\n</table>\n"


def row(head: str, cells: Iterable[str], kind: str = "") -> str:
    """Return a row with its heading, which is HTML, and its cells."""
    named = f' class="{kind}"' if kind else ""
    return f'<tr role="row"{named}><th scope="row" role="rowheader">{head}</th>{"".join(cells)}</tr>\n'
