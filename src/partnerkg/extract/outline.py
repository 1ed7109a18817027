"""Under which heading each line of a page stands, or in which box that says as much by its class."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from partnerkg.extract import alike, siblings, titles, towns, words
from partnerkg.extract.sections import (
    LONGEST_HEADING,
    LONGEST_LEAD,
    PARTNER,
    Row,
    Section,
    is_heading,
    relation,
    section,
)
from partnerkg.extract.view import ALT, FILE, HEADING, NAME, TEXT, Line, View

_BOXED = -1  # the level of what a box says: no heading inside ends it
_SOFT = 7  # the level of a heading that is not marked as one
_BELOW = 0.5  # how much deeper than the heading above one is that tells partners, and is not marked either
_BEGINNING = 4  # lines before the first heading of a page that is about what it says


@dataclass(slots=True)
class _Outline:
    """The sections that are open, each with its level, the innermost last."""

    open: list[tuple[float, Section]]
    rows: list[Row] = field(default_factory=list)

    @property
    def here(self) -> Section:
        return self.open[-1][1]

    def enter(self, line: Line) -> None:
        """Take note that a box which holds partners by its class has ended, or begins."""
        boxed = next((place for place, (level, _) in enumerate(self.open) if level == _BOXED), 0)
        if boxed and self.open[boxed][1].box != line.told:
            del self.open[boxed:]
        here = self.here
        begun = here.heading is not None and here.heading.told == line.told
        if line.told and (here.left_out or not here.told) and not (begun or here.box):
            box = Section(here.heading, here.kind, PARTNER, above=here, box=line.told)
            self.open.append((_BOXED, box))

    def leave(self, line: Line) -> None:
        """Close a section that asks for partners where the part of the page ends that it heads."""
        heading = self.here.heading
        if heading is None or not self.here.away or not heading.scope or heading.scope in line.box:
            return
        if words.tells("heading.becoming", heading.text) and not self.rows[-1].is_heading:
            del self.open[-1]

    def name(self, line: Line) -> None:
        """Close what stood under a heading, where the heading of a card ends it that is its name."""
        if line.kind == NAME and line.level:
            self.open = [one for one in self.open if one[0] < line.level] or self.open[:1]

    def _soft(self, line: Line) -> float:
        """Return the level of a heading not marked as one: that tells partners, it holds deeper headings.

        "Merci à nos partenaires" below a first heading leads to the third headings of the cards that follow.
        """
        marked = max((level for level, _ in self.open if level < _SOFT and level == int(level)), default=0)
        return max(marked, 0) + _BELOW if relation(line.text) else _SOFT

    def _has_listed(self) -> bool:
        """Return whether the innermost heading is not marked, and leads to lines that stand below it already.

        "Elle est soutenue par :" and whom it names end where a heading that is marked follows.
        """
        level, here = self.open[-1]
        asks = here.heading is not None and here.heading.text.rstrip().endswith(":")
        return asks and level != int(level) and not self.rows[-1].is_heading

    def head(self, line: Line) -> None:
        """Open the section of a heading; one that tells partners outlasts the box that says the same."""
        level = line.level if line.kind == HEADING else self._soft(line)
        if line.kind == HEADING and self._has_listed():
            del self.open[-1]
        while len(self.open) > 1 and self.open[-1][0] >= level:
            del self.open[-1]
        if relation(line.text):
            self.open = [one for one in self.open if one[0] != _BOXED]
        self.open.append((level, section(line, self.here)))
        self.rows.append(Row(line, self.here, is_heading=True))


def rows(view: View) -> list[Row]:
    """Return each line with its section."""
    lines = [line for line in view.lines if line.kind != FILE]
    top = _top(view, lines)
    outline = _Outline([(0, top)])
    for line in lines:
        if line.kind == HEADING and (_is_paragraph(line.text) or towns.is_address(line.text)):
            line.kind, line.level = TEXT, 0  # in large letters
    shown = _shown(lines)
    lines = [line for line in lines if id(line) not in shown]
    siblings.take(lines)
    titles.take(lines)
    silent = not top.relation
    titled = {line.card for line in lines if line.kind == NAME and line.card}
    behind = {id(line): after for line, after in pairwise(lines)}
    for line in view.lines:
        if id(line) in shown:
            continue
        after = behind.get(id(line))
        if line.kind != HEADING and line.card in titled:
            after = None  # what a card says of what its title names is no heading
        outline.enter(line)
        outline.leave(line)
        opens = silent and after is not None and _opens(line, outline.here)
        outline.name(line)
        if line.kind in (ALT, FILE) or not (opens or is_heading(line, after)):
            outline.rows.append(Row(line, outline.here))
        else:
            outline.head(line)
    return outline.rows


def _shown(lines: list[Line]) -> set[int]:
    """Return the labels of pictures, by identity, that show whom the words in bold behind each name.

    "![ABC logo]", then "**Alpha Beta Centre** is a …", twice at least.
    """
    found = {id(line) for line, after in pairwise(lines) if line.kind == ALT and alike.begins(after)}
    return found if len(found) > 1 else set()


def _is_paragraph(text: str) -> bool:
    """Return whether a heading is a sentence or several."""
    return len(text) > LONGEST_LEAD or (text.endswith((".", "…")) and len(text) > LONGEST_HEADING)


def _top(view: View, lines: list[Line]) -> Section:
    """Return what the title of a page says, or its first heading, or what it is made of."""
    top = Section(relation="" if words.tells("heading.becoming", view.title) else relation(view.title))
    if (view.listed or view.about) and not top.relation:
        top.relation = PARTNER
    first = next((line for line in lines[:_BEGINNING] if line.kind == HEADING), None)
    if first is not None and first.level > 1 and not top.relation:
        given = section(first, top)
        top.relation = "" if given.away else given.relation
    return top


def _opens(line: Line, here: Section) -> bool:
    """Return whether a line speaks of partners in a page whose headings and title do not."""
    untold = not here.told or bool(here.box)
    return untold and line.kind == TEXT and words.tells("heading.partners", line.text)
