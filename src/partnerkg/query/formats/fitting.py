"""What a table leaves out, says once or writes below each other where a terminal is too narrow for it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_
from partnerkg.visible import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.query.formats import Look
    from partnerkg.query.table import Table

    Texts = list[list[str]]

GAP = 2
NOTE = 4  # how far in stands what is below a row
LEADS = "→ "  # before a command that lists what a row counts
_LONG = 30  # characters of what is said once instead of in each row
_WEB = ("http://", "https://")


def fits(headings: Sequence[str], rows: Texts, width: int) -> bool:
    """Return whether columns have room beside each other without a word in them being cut."""
    table = [list(headings), *rows]
    needed = [
        max((len(word) for row in table for word in row[place].split()), default=1)
        for place in range(len(headings))
    ]
    return sum(needed) + GAP * (len(needed) - 1) <= width


def addresses(solutions: Table, known: dict[str, str]) -> list[int]:
    """Return the places of the columns that hold nothing but addresses, of pages or of unnamed things."""
    places = []
    for place in range(len(solutions.columns)):
        terms = [row[place] for row in solutions if row[place] is not None]
        plumbing = all(
            (isinstance(term, NamedNode) and term.value not in known)
            or (isinstance(term, Literal) and term.value.startswith(_WEB))
            for term in terms
        )
        if terms and plumbing:
            places.append(place)
    return places if len(places) < len(solutions.columns) else []


def unreadable(solutions: Table, places: list[int]) -> list[int]:
    """Return these places and those of the columns that a narrow table can do without."""
    return [
        place
        for place, column in enumerate(solutions.columns)
        if place in places or column in solutions.spare
    ]


def tells_apart(rows: Texts, left_out: list[int]) -> bool:
    """Return whether most rows still differ from one another without these places."""
    seen = {tuple(cell for place, cell in enumerate(row) if place not in left_out) for row in rows}
    return not left_out or 2 * len(seen) >= len({tuple(row) for row in rows})


def repeated(rows: Texts) -> list[int]:
    """Return the places of the columns that say the same long text in every row."""
    if len(rows) < 2:
        return []
    return [
        place
        for place, text in enumerate(rows[0])
        if len(text) > _LONG and all(row[place] == text for row in rows)
    ]


def said(look: Look, headings: Sequence[str], rows: Texts, left_out: list[int], once: list[int]) -> list[str]:
    """Return what stands below a table for what does not stand in it."""
    notes = [
        look.say(N_("{label}: {values}"), label=headings[place], values=rows[0][place]) for place in once
    ]
    if left_out:
        names = ", ".join(headings[place] for place in left_out)
        notes.append(look.say(N_("Not shown here: {names}; --format csv has all."), names=names))
    return notes


def records(headings: Sequence[str], rows: Texts, notes: Texts, width: int) -> list[str]:
    """Return each row as lines, a value a line under the name of its column, with its notes below."""
    named = max((len(heading) for heading in headings), default=0)
    lines: list[str] = []
    for row, below in zip(rows, notes, strict=True):
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                lines += folded(cell, width, f"{heading:{named}}{' ' * GAP}", " " * (named + GAP))
        lines += (line for note in below for line in noted(note, width))
        lines.append("")
    return lines


def noted(note: str, width: int) -> list[str]:
    """Return a line below a row in lines of a width, further in; an address that does not fit has its own.

    A command stays in one line, so that it can be copied.
    """
    start = " " * (NOTE + len(note) - len(note.lstrip()))
    later, text = start + " " * GAP, note.strip()
    if text.startswith(LEADS):
        return [start + text]
    named, _, address = text.rpartition(" · ")
    if not named or not address.startswith(_WEB) or len(start + text) <= width:
        return folded(text, width, start, later)
    return [*folded(f"{named}\u00a0·", width, start, later), *folded(address, width, later, later)]
