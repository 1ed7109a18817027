"""The lines of a page that belong together: cards, rows, items; and whether a list is one of names."""

from __future__ import annotations

from partnerkg.extract import kinds, names, phrases, words
from partnerkg.extract.view import ALT, ITEM, NAME, PLACE, TEXT, Line
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.sections import Row

_SHORT, _LIST = 70, 3
_MENU = 3  # links to the same site that make a menu


def units(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the lines of each card, row or paragraph with their section; a heading stands alone."""
    unit: list[Row] = []
    for row in rows:
        if unit and (row.is_heading or unit[0].is_heading or not _together(unit[0].line, row.line)):
            yield unit
            unit = []
        unit.append(row)
    if unit:
        yield unit


def _together(first: Line, line: Line) -> bool:
    """Return whether two lines stand in one card or row."""
    if first.card or line.card:
        return first.card == line.card
    return first.kind == NAME and line.kind in (PLACE, TEXT)


def is_list(lines: Sequence[Line]) -> bool:
    """Return whether the lines of a card are names one below the other, and not one with its description."""
    seen = [line for line in lines if line.kind in (TEXT, ITEM)]
    if len(seen) < _LIST or any(line.kind == PLACE for line in lines):
        return False
    short = [line for line in seen if len(line.text) < _SHORT and names.is_name(line.text)]
    return len(short) * 5 >= len(seen) * 4


def is_menu(line: Line) -> bool:
    """Return whether a line is nothing but a link to the same site."""
    size = len(line.text)
    return any(end - start >= size - 1 for start, end in line.home)


def activities(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """Return the lists, by section and group, whose items mostly tell what is done and name nobody."""
    votes: dict[tuple[int, int], list[bool]] = {}
    for row in rows:
        if row.line.kind == ITEM and not row.is_heading:
            text = row.line.text
            plain = len(text.split()) > _LIST and phrases.is_plain(text) and not row.section.relation
            vote = is_activity(text) or plain
            votes.setdefault((id(row.section), row.line.group), []).append(vote)
    return {key for key, vote in votes.items() if sum(vote) * 2 >= len(vote) and len(vote) > 1}


def is_activity(text: str) -> bool:
    """Return whether words tell what is done ("Accueil de formations") and name nobody."""
    bare = kinds.bare(fold(text))
    if bare in kinds.bodies():
        return False
    if words.pattern("activity").match(bare):
        return True
    small = text[:1].islower() and not kinds.head(text)
    return small and not any(word[:1].isupper() for word in text.split()[1:])


def menus(rows: Sequence[Row]) -> set[int]:
    """Return the lines (by identity) of lists of links to the same site under no heading of partners."""
    lists: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        if row.line.kind not in (NAME, PLACE) and not row.is_heading:
            group = 0 if row.line.kind == ALT else row.line.group
            lists.setdefault((id(row.section), group), []).append(row)
    found: set[int] = set()
    for list_ in lists.values():
        links = [row for row in list_ if is_menu(row.line)]
        untold = list_[0].section.heading is None or not list_[0].section.relation
        if len(links) >= _MENU and len(links) * 3 >= len(list_) * 2 and (untold or _leads(links)):
            found.update(id(row.line) for row in list_)
    return found


def _leads(links: Sequence[Row]) -> bool:
    """Return whether some of the links lead to what every site has: news, contact, donations."""
    usual = ("nothing", "heading.away", "heading.generic", "heading.becoming")
    some = sum(any(words.is_only(name, row.line.text) for name in usual) for row in links)
    return some >= _MENU


def is_led(line: Line) -> bool:
    """Return whether a line begins with a link or bold words and goes on behind a dash."""
    strong = next((end for start, end in [*line.strong, *line.links] if start < 3), 0)
    return 0 < strong < len(line.text) and line.text[strong:].lstrip()[:1] in "-–—:("
