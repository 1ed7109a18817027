"""What a person sees of a page: lines whose every character knows where it stands in the page.

Markup, scripts, navigation and template tags are left out; nothing is rewritten, so that the words of a line
are always the words of the page (`View.text[start:end]`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT, ITEM, HEADING, CELL, ALT, NAME, PLACE = "text", "item", "heading", "cell", "alt", "name", "place"
FILE = "file"  # the name of the file of a picture that nothing else is said of
STRONG, LINK, HOME = "strong", "link", "home"  # parts of a line; HOME are links to the same site
Span = tuple[int, int]


@dataclass(slots=True)
class Line:
    """A line as it is seen: `starts` and `ends` are the place in the page of each of its characters.

    `level` is that of a heading, `box` tells the boxes it stands in, the innermost last; `card` is the one of
    several alike (list items, rows, cards) that it belongs to, 0 if to none, `group` what these have in
    common; `strong`, `links` and `home` are the parts set in bold, linked, linked to the same site. `told` is
    the outermost box whose class or id says that it holds partners, `scope` the innermost part of the page
    (`section`), 0 if there is none.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    kind: str = TEXT
    level: int = 0
    box: tuple[int, ...] = ()
    group: int = 0
    strong: list[Span] = field(default_factory=list)
    links: list[Span] = field(default_factory=list)
    home: list[Span] = field(default_factory=list)
    broken: bool = False
    card: int = 0
    told: int = 0
    scope: int = 0

    def span(self, start: int, end: int) -> Span:
        """Return where the characters `[start, end)` of the line stand in the page."""
        return self.starts[start], self.ends[end - 1]

    def part(self, start: int, end: int) -> Line:
        """Return a part of the line as a line."""
        parts = ([_cut(span, start, end) for span in spans] for spans in (self.strong, self.links, self.home))
        strong, links, home = ([span for span in spans if span[0] < span[1]] for spans in parts)
        place = (self.kind, self.level, self.box, self.group, strong, links, home, self.broken, self.card)
        where = (self.told, self.scope)
        return Line(self.text[start:end], self.starts[start:end], self.ends[start:end], *place, *where)


def _cut(span: Span, start: int, end: int) -> Span:
    return max(span[0], start) - start, min(span[1], end) - start


@dataclass(frozen=True, slots=True)
class View:
    """A page: its text as it was decoded, its title, its lines; `table` if it is a table and nothing else.

    `listed` if it is nothing but a list of partners as data, `about` if what it is made of calls it a page
    about partners; `spare` are lines of programs inside it, to be read where nothing else is.
    """

    text: str
    title: str
    lines: list[Line]
    table: bool = False
    listed: bool = False
    about: bool = False
    spare: list[Line] = field(default_factory=list)


class Writing:
    """A line being written: characters with their places; white space is one space, none at the ends."""

    __slots__ = ("ends", "open", "parts", "pieces", "size", "starts")

    def __init__(self, open_: Sequence[str] = ()) -> None:
        self.pieces: list[str] = []
        self.starts, self.ends = array("Q"), array("Q")
        self.size = 0
        self.parts: dict[str, list[Span]] = {STRONG: [], LINK: [], HOME: []}
        self.open = dict.fromkeys(open_, 0)

    def add(self, words: str, start: int) -> None:
        """Add words of the page as they stand from `start` on."""
        self.pieces.append(words)
        self.starts.extend(range(start, start + len(words)))
        self.ends.extend(range(start + 1, start + len(words) + 1))
        self.size += len(words)

    def add_one(self, character: str, start: int, end: int) -> None:
        """Add what the page writes by several characters, such as `&amp;`."""
        for one in character:
            self.pieces.append(one)
            self.starts.append(start)
            self.ends.append(end)
            self.size += 1

    def mark(self, name: str) -> None:
        """Begin a part in bold or a link."""
        self.open.setdefault(name, self.size)

    def close(self, name: str) -> None:
        """End a part in bold or a link."""
        start = self.open.pop(name, None)
        if start is not None and start < self.size:
            self.parts[name].append((start, self.size))

    def line(self) -> Line | None:
        """Return the line, None if nothing is seen of it; parts that are open go on in the next."""
        for name in (again := list(self.open)):
            self.close(name)
        text, keep = _kept("".join(self.pieces))
        made = None
        if keep:
            made = Line(
                text,
                array("Q", [self.starts[place] for place in keep]),
                array("Q", [self.ends[place] for place in keep]),
            )
        if made is not None:
            made.strong, made.links, made.home = (_moved(spans, keep) for spans in self.parts.values())
        self.__init__(again)  # type: ignore[misc]
        return made


_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


_RUNS = re.compile(rf"(\s+)|[{_UNSEEN}]+|[^\s{_UNSEEN}]+")


def _kept(text: str) -> tuple[str, list[int]]:
    """Return what is seen of a text, with one space between words, and the place of each character of it."""
    keep: list[int] = []
    pieces: list[str] = []
    spaced = True
    for run in _RUNS.finditer(text):
        if run[0][0] in _UNSEEN:
            continue
        if run[1] is None:
            keep.extend(range(*run.span()))
            pieces.append(run[0])
        elif not spaced:
            keep.append(run.start())
            pieces.append(" ")
        spaced = run[1] is not None
    if spaced and pieces:
        del keep[-1], pieces[-1]
    return "".join(pieces), keep


def _moved(spans: list[Span], keep: list[int]) -> list[Span]:
    moved = ((bisect_left(keep, start), bisect_left(keep, end)) for start, end in spans)
    return [(start, end) for start, end in moved if start < end]
