"""What only lays out a page: tables whose cells hold lines as any box does, names broken in two."""

from __future__ import annotations

import re
from collections import Counter

from partnerkg.extract.view import ALT, CELL, FILE, TEXT, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from partnerkg.extract.boxes import Boxes
    from partnerkg.extract.view import Writing

_BROKEN = 60  # characters of each part of a name that is broken
_SMALL = re.compile(r"[a-zà-ÿ]+(?:[’']|\s|$)")  # a small word, and no address of the web
_WORDS = 6
_MANY = 8  # lines of a cell that is no entry of a table


def laid_out(lines: Sequence[Line], boxes: Boxes) -> None:
    """Take rows for text and for no cards where one of their cells holds many lines, or all of them.

    Cells that mostly hold a picture with words are cards themselves.
    """
    cells, pictures = _cells(lines)
    rows = {row for row, held in cells.items() if _lays_out(held)}
    is_grid = _is_grid([held for row, held in cells.items() if row not in rows], pictures)
    for line in lines:
        if line.kind == CELL and line.card in rows:
            line.kind, line.card = TEXT, 0
        elif line.kind == CELL and line.card > 0 and is_grid:
            line.kind, line.card = TEXT, line.group
    for row in cells if is_grid else rows:
        boxes.apart(row)


def _cells(lines: Sequence[Line]) -> tuple[dict[int, Counter[int]], set[int]]:
    """Return how many lines the cells of each row hold, and the boxes in which pictures stand."""
    cells: dict[int, Counter[int]] = {}
    pictures: set[int] = set()
    for line in lines:
        if line.kind == CELL and line.card > 0:
            cells.setdefault(line.card, Counter())[line.group] += 1
        elif line.kind in (ALT, FILE):
            pictures.update(line.box)
    return cells, pictures


def _is_grid(rows: Sequence[Counter[int]], pictures: Container[int]) -> bool:
    """Return whether most cells with words hold a picture, too."""
    return sum(cell in pictures for row in rows for cell in row) * 2 > sum(map(len, rows))


def _lays_out(cells: Counter[int]) -> bool:
    """Return whether the cells of a row, with the lines that each holds, are no entries of a table."""
    return max(cells.values()) >= _MANY or (len(cells) == 1 and cells.total() > 1)


def joined(lines: Sequence[Line], goes_on: Callable[[Line, Line], bool]) -> Iterator[Line]:
    """Yield the lines, those that go on put together with the next."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None and goes_on(waiting, line):
            waiting = together(waiting, line)
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def is_broken(line: Line, after: Line) -> bool:
    """Return whether a name is broken before a small word: "Ambassade de France<br>en Grèce"."""
    if not line.broken or line.box != after.box or line.kind != after.kind or line.kind in (ALT, FILE):
        return False
    short = max(len(line.text), len(after.text)) < _BROKEN
    goes_on = bool(_SMALL.match(after.text)) and line.text[:1].isupper()
    return short and goes_on and line.text[-1].isalnum() and line.text.count(" ") < _WORDS


def glued(page: str, start: int, end: int, writing: Writing) -> bool:
    """Return whether a box whose tag ends at `end` follows another at once, and a capital a small letter.

    "<span>Librairie Meura</span><span>Lille</span>" are two lines of a card.
    """
    written = writing.pieces[-1][-1:] if writing.size else ""
    return written.islower() and page[page.rfind("<", 0, start) - 1] == ">" and page[end : end + 1].isupper()


def together(line: Line, after: Line) -> Line:
    """Return two lines as one."""
    shift = len(line.text) + 1
    joined_ = Line(
        f"{line.text} {after.text}",
        [*line.starts, line.ends[-1], *after.starts],
        [*line.ends, after.starts[0], *after.ends],
        line.kind,
        line.level,
        line.box,
        line.group,
        card=line.card,
        told=line.told,
        scope=line.scope,
        broken=after.broken,
    )
    for name in ("strong", "links", "home"):
        spans = list(getattr(line, name))
        for start, end in getattr(after, name):
            goes_on = start == 0 and spans and spans[-1][1] == len(line.text)  # one link around both
            begin = spans.pop()[0] if goes_on else start + shift
            spans.append((begin, end + shift))
        setattr(joined_, name, spans)
    return joined_
