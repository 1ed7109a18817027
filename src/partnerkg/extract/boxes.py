"""The boxes of HTML that are open where a reader stands: which are alike, and which say what is in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from partnerkg.extract import tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEEPEST = 16  # boxes that a line knows of
FARTHEST = 40  # boxes that one closing tag may close
_WHOLE = ("html", "body", "main")  # boxes that are the page
_INSIDE = ("a", "span")  # boxes inside a line
_ALIKE = ("li",)  # what is alike in one list, whatever it is called
_NUMBER = re.compile(r"(?<=[^\W\d_])[0-9]{1,3}$")  # of one of several that are called alike: "step2"
_SECTIONS = ("section", "article", "aside")  # what begins a part of a page (HTML Living Standard, 4.3)


@dataclass(frozen=True, slots=True)
class Box:
    """An open element; `group` is what it has in common with those beside it of the same look.

    `told` is the outermost box around, or itself, whose class or id says that it holds partners, `scope` the
    innermost part of the page, 0 if there is none.
    """

    name: str
    number: int
    group: int
    told: int = 0
    scope: int = 0


class Boxes:
    """The open boxes, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Box] = []
        self._count = 0
        self._groups: dict[tuple[int, str, str], int] = {}
        self._alike: Counter[int] = Counter()  # how many boxes of each group
        self._group_of: dict[int, int] = {}  # the group of each box that may be a card
        self.about = False  # the page as a whole says by its class or id that it is about partners

    def __len__(self) -> int:
        """Return how many boxes are open."""
        return len(self._open)

    def opened(self, name: str, given: Mapping[str, str]) -> None:
        """Take note of a box with its attributes."""
        look = given.get("class", "")
        group = self.group(name, look)
        self._count += 1
        if name in tags.CARDS:
            self._group_of[self._count] = group
            self._alike[group] += 1
        tells = tags.tells_partners(f"{look} {given.get('id', '')}") or (
            name in _SECTIONS and tags.tells_partners(given.get("aria-label", "").lower())
        )
        self.about = self.about or (tells and name in _WHOLE)
        told = self.told or (self._count if tells and name not in _WHOLE else 0)
        scope = self._count if name in _SECTIONS else self.scope
        self._open.append(Box(name, self._count, group, told, scope))

    def group(self, name: str, look: str) -> int:
        """Return what a box of this look has in common with others inside the open one, numbered or not."""
        called = "" if name in _ALIKE else _NUMBER.sub("", (look.split() or [""])[0])
        key = (self._open[-1].number if self._open else 0, name, called)
        return self._groups.setdefault(key, len(self._groups) + 1)

    def closed(self, name: str) -> None:
        """Close the innermost box of a tag, and all in it."""
        last = range(len(self._open) - 1, max(-1, len(self._open) - FARTHEST), -1)
        depth = next((place for place in last if self._open[place].name == name), None)
        if depth is not None:
            del self._open[depth:]

    @property
    def around(self) -> int:
        """Return how many boxes are open up to the one around the innermost that is not inside a line."""
        inner = next(
            (place for place in range(len(self), 0, -1) if self._open[place - 1].name not in _INSIDE), 1
        )
        return inner - 1

    @property
    def told(self) -> int:
        """Return the outermost open box whose class or id says that it holds partners, 0 if none does."""
        return self._open[-1].told if self._open else 0

    @property
    def scope(self) -> int:
        """Return the innermost open part of the page, 0 if none is."""
        return self._open[-1].scope if self._open else 0

    @property
    def near(self) -> Sequence[Box]:
        """Return the boxes that a line knows of."""
        return self._open[-DEEPEST:]

    def row(self) -> tuple[int, int]:
        """Return the innermost row of a table near by and its cell, 0 if none is open."""
        inner = 0
        for box in reversed(self.near):
            if box.name == "tr":
                return box.number, inner
            inner = box.number
        return 0, 0

    def card(self, boxes: Sequence[int]) -> int:
        """Return the innermost of some boxes that is one of several alike, 0 if there is none."""
        return next((box for box in reversed(boxes) if self._alike[self._group_of.get(box, 0)] > 1), 0)

    def apart(self, number: int) -> None:
        """Take a box for no card."""
        self._group_of.pop(number, None)
