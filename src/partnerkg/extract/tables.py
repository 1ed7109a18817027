"""Tables: which column holds names, towns, kinds, addresses; and what a row names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from partnerkg.extract import kinds, labels, listing, names, towns, words
from partnerkg.extract import sections as of_page
from partnerkg.extract.naming import Words, named
from partnerkg.extract.sections import PARTNER, Section
from partnerkg.extract.view import ALT, CELL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.view import Line, View
    from partnerkg.model.mention import Mention

ROLES = ("name", "town", "address", "kind", "since", "source", "web", "relation")
_MOST = 3  # words of a cell that is a kind
_LONG = 60  # characters of cells that are no names on an average


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of the column that holds each role; `layout` if every cell is a name of its own."""

    roles: dict[str, int]
    headed: bool = False
    layout: bool = False


def role(heading: str) -> str:
    """Return the role that the heading of a column gives it, empty if none."""
    return next((name for name in ROLES if words.is_only(f"column.{name}", heading)), "")


def columns(rows: Sequence[Sequence[str]]) -> Columns:
    """Return what the columns of a table hold, by their headings, else by what most of their cells are."""
    first = {role(cell): place for place, cell in reversed(list(enumerate(rows[0]))) if role(cell)}
    lists = any(cell.count(",") > 1 for cell in rows[0])
    width = max(map(len, rows))
    if "name" in first and len(rows) > 1 and not lists:
        below = {place: [row[place] for row in rows[1:] if place < len(row)] for place in range(width)}
        taken = {place for name, place in first.items() if name not in ("source", "web")}
        told = [place for place in below if place not in taken and _are_relations(below[place])]
        if told and "relation" not in first:
            first = {name: place for name, place in first.items() if place != told[0]} | {"relation": told[0]}
        return Columns(first, headed=True)
    cells = [[row[place] for row in rows if place < len(row)] for place in range(width)]
    found: dict[str, int] = {}
    for place, column in enumerate(cells):
        for name, test in (("town", _is_town), ("kind", _is_kind), ("address", towns.is_address)):
            if name not in found and sum(map(test, column)) * 2 > len(column):
                found[name] = place
    rest = [place for place in range(width) if place not in found.values()]
    named = [place for place in rest if _are_names(cells[place])]
    headed = all(words.is_only("column", cell) for cell in rows[0])
    if len(named) > 1 and not found and len(named) == width:
        return Columns({}, headed=headed, layout=True)
    found["name"] = named[0] if named else rest[0] if rest else 0
    return Columns(found, headed=headed)


def _is_town(cell: str) -> bool:
    return bool(towns.known_town(cell))


def _is_kind(cell: str) -> bool:
    return bool(kinds.kind(cell)) and len(cell.split()) < _MOST


def _are_relations(cells: Sequence[str]) -> bool:
    """Return whether all that a column says is how somebody is related, in a word or two."""
    said = [cell for cell in cells if cell]
    return len(said) > 1 and all(of_page.relation(cell) and len(cell.split()) < _MOST for cell in said)


def _are_names(cells: Sequence[str]) -> bool:
    """Return whether the cells of a column look like names and not like descriptions."""
    good = sum(map(names.is_name, cells))
    return good * 3 >= len(cells) * 2 and sum(map(len, cells)) < _LONG * len(cells)


def pile(row: Sequence[Line]) -> Sequence[Line]:
    """Return the names that the second cell of a row holds one below the other, none if it does not."""
    below = row[1:]
    is_pile = len(below) > 1 and row[0].group != below[0].group and len({line.group for line in below}) == 1
    named = sum(names.is_name(line.text) and len(line.text) < _LONG for line in below)
    return below if is_pile and named * 4 >= len(below) * 3 else ()


def listed(rows: Sequence[Sequence[Line]], section: Section) -> int:
    """Return the number of the column behind the first whose cells mostly list names, 0 if there is none."""
    for place in range(1, max(map(len, rows), default=0)):
        cells = [row[place] for row in rows if place < len(row)]
        if sum(listing.is_enumeration(cell, section) for cell in cells) * 2 > len(cells):
            return place
    return 0


def mentions(view: View) -> Iterator[Mention]:
    """Yield the mention of each row of a table that is a page of its own."""
    rows = [list(row) for _, row in groupby(view.lines, key=lambda line: line.card)]
    if not rows:
        return
    found = columns([[line.text for line in row] for row in rows])
    for row in rows[found.headed :]:
        yield from mention(row, found, Section(relation=PARTNER), view)


def mention(row: Sequence[Line], found: Columns, section: Section, view: View) -> Iterator[Mention]:
    """Yield the mention of a row: one cell is the name, others say town, kind, relation, since when."""
    told = {key: row[place] for key, place in found.roles.items() if place < len(row)}
    name = told.get("name")
    if name is None or words.is_only("column", name.text):
        return
    if not (names.is_name(name.text) or labels.is_label(name.text)):
        return
    said = {key: line.text for key, line in told.items()}
    address = said.get("address", "") if towns.is_address(said.get("address", "")) else ""
    beside = " ".join(line.text for line in row if line is not name)
    start, end = (0, len(name.text)) if name.kind == ALT or view.table else names.cut(name.text)
    given = Words(
        name,
        start,
        end,
        "",
        address or said.get("town", "") or said.get("address", "") or name.text[end:],
        beside,
        town=said.get("town", ""),
    )
    for read in [named(given, section, view, CELL)]:
        if read is not None:
            kind = kinds.kind(said.get("kind", "")) or of_page.kind(said.get("kind", ""))
            yield replace(
                read,
                kind=kind or read.kind,
                guessed=read.guessed and not kind,
                relation=of_page.relation(said.get("relation", "")) or read.relation,
                address=address,
                since=said.get("since", ""),
                source=said.get("source", ""),
                web=said.get("web", ""),
            )
