"""Tables in a file of their own (CSV, or the rows of a spreadsheet) as they are seen: a line a cell."""

from __future__ import annotations

import re

from partnerkg.extract import tables
from partnerkg.extract.view import CELL, Line, View, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.view import Span

_BETWEEN = "\t;,|"
_SOME = 20  # lines that tell what stands between cells


def between(text: str) -> str:
    """Return what stands between the cells of a table, empty if a text is none.

    The first line names the columns, one of them the names; or tabs or semicolons divide all lines alike.
    Nothing that begins with a tag is a table.
    """
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return ""
    lines = [line for line in text[:100_000].lstrip("\ufeff").splitlines()[:_SOME] if line.strip()]
    for mark in _BETWEEN:
        heading = [cell.strip(' "') for cell in lines[0].split(mark)] if lines else []
        roles = [tables.role(cell) for cell in heading]
        if len(heading) > 1 and "name" in roles and (mark != "," or len(lines) > 1):
            return mark
        counts = {line.count(mark) for line in lines}
        if mark in "\t;" and len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return mark
    return ""


def read(text: str, mark: str) -> View:
    """Return the view of a table (RFC 4180, with any mark between its cells)."""
    lines: list[Line] = []
    for number, row in enumerate(_rows(text, mark), 1):
        for place, (start, end) in enumerate(row):
            lines.append(_line(text, start, end, number, place))
    return View(text, "", lines, table=True)


def _line(text: str, start: int, end: int, row: int, place: int) -> Line:
    writing = Writing()
    if text[start : start + 1] == '"' and end - start > 1 and text[end - 1] == '"':
        start, end = start + 1, end - 1
        for part in re.finditer(r'[^"]+|""', text[start:end]):
            first = start + part.start()
            if part.group() == '""':
                writing.add_one('"', first, first + 2)
            else:
                writing.add(part.group(), first)
    else:
        writing.add(text[start:end], start)
    line = writing.line() or Line("", (), ())
    line.kind, line.card, line.box, line.level = CELL, row, (row, place), place
    return line


def _rows(text: str, mark: str) -> Iterator[Sequence[Span]]:
    """Yield where the cells of each row stand, quotation marks included."""
    cell = re.compile(rf'[ ]*("(?:[^"]|"")*"|[^{re.escape(mark)}\r\n]*)[ ]*({re.escape(mark)}|\r\n|\r|\n|\Z)')
    place, row = len(text) - len(text.lstrip("\ufeff")), list[tuple[int, int]]()
    while place < len(text):
        found = cell.match(text, place)
        if found is None:  # words behind a closing quotation mark
            end = min(
                (at for at in (text.find(mark, place), text.find("\n", place)) if at >= 0), default=len(text)
            )
            row.append((place, end))
            place = end + 1
            continue
        row.append(found.span(1))
        place = found.end()
        if found[2] != mark:
            if any(start < end for start, end in row):
                yield row
            row = []
    if row:
        yield row
