"""Lines that a page says again and again beside each of its cards: buttons, links to networks, "see more"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from partnerkg.extract.view import ALT, HEADING, NAME, PLACE
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.sections import Row
    from partnerkg.extract.view import Line

_OFTEN, _LONGEST = 3, 60
_COUNTED, _FEW = re.compile(r"(\D{2,40}?)[\s_-]?([0-9]{1,2})$"), 40


def found(rows: Sequence[Row]) -> set[int]:
    """Return the lines, by identity, that are said behind three others at least.

    A carousel that shows its pictures twice says the same behind the same; a button stands behind another
    name each time.
    """
    before: dict[str, set[str]] = {}
    said: dict[str, list[int]] = {}
    folded = [fold(row.line.text) if len(row.line.text) < _LONGEST else "" for row in rows]
    often = {text for text, count in Counter(folded).items() if text and count >= _OFTEN}
    last = ""
    for row, text in zip(rows, folded, strict=True):
        if text in often and row.line.kind not in (HEADING, NAME, PLACE):
            said.setdefault(text, []).append(id(row.line))
            before.setdefault(text, set()).add(last)
        elif text not in often:
            last = text or row.line.text
    for text in _edition(rows, folded) & set(said):
        del said[text]
    return _repeated(rows) | {
        line for text, lines in said.items() if len(before[text]) >= _OFTEN for line in lines
    }


def _edition(rows: Sequence[Row], folded: Sequence[str]) -> set[str]:
    """Return what is said once under each of several headings of partners: who has come back each year."""
    under: dict[str, list[int]] = {}
    for row, text in zip(rows, folded, strict=True):
        own = row.section.relation and row.section.heading
        under.setdefault(text, []).append(id(row.section) if own else 0)
    return {text for text, sections in under.items() if all(sections) and len(set(sections)) == len(sections)}


def _repeated(rows: Sequence[Row]) -> set[int]:
    """Return the labels and titles said three times in a row: ornaments, and templates not filled in."""
    found_: set[int] = set()
    for kind in (ALT, NAME):
        lines = [row.line for row in rows if row.line.kind == kind]
        for _, group in groupby(lines, key=lambda line: fold(line.text)):
            same = [id(line) for line in group]
            found_.update(same if len(same) >= _OFTEN else ())
        found_.update(_numbered(lines))
    return found_


def _numbered(lines: Sequence[Line]) -> set[int]:
    """Return the labels that only count: "Institution 1", "Institution 2"; nobody has filled them in."""
    counted = [(line, match) for line in lines if (match := _COUNTED.match(line.text))]
    stems = Counter((match[1], int(match[2])) for _, match in counted)
    return {
        id(line)
        for line, match in counted
        if int(match[2]) <= _FEW and all((match[1], number) in stems for number in (1, 2))
    }
