"""The lines of a page → mentions: headings that are names, cards, rows, lists, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from partnerkg.extract import kinds, listing, names, towns, words
from partnerkg.extract import sections as of_page
from partnerkg.extract.enumerations import split
from partnerkg.extract.naming import Words, named
from partnerkg.extract.prose import cued, headed
from partnerkg.extract.sections import Section
from partnerkg.extract.view import ALT, CELL, HEADING, ITEM, NAME, PLACE, TEXT, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold

Row = tuple[Line, Section, bool]
_SHORT, _ALONE, _NEXT = 3, 80, 60


class Reader:
    """Reads the mentions of one page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rows = of_page.sections(view)
        self._number = {id(line): number for number, line in enumerate(view.lines)}
        self._about = bool(of_page.relation(view.title)) or any(
            heading and section.relation for _, section, heading in self._rows
        )
        self._named_levels = self._levels()

    def read(self) -> Iterator[Mention]:
        """Yield the mentions, box by box."""
        unit: list[Row] = []
        for row in self._rows:
            if unit and (row[2] or unit[0][2] or not _together(unit[0][0], row[0])):
                yield from self._unit(unit)
                unit = []
            unit.append(row)
        if unit:
            yield from self._unit(unit)

    def _levels(self) -> set[tuple[int, int]]:
        """Return the levels of headings, by what they stand under, whose headings are mostly names."""
        votes: dict[tuple[int, int], list[bool]] = {}
        for line, section, heading in self._rows:
            if heading and line.kind == HEADING:
                is_name = names.is_name(line.text) and not of_page.is_category(line.text)
                vote = is_name and not section.away and not section.relation
                votes.setdefault((id(section.above), line.level), []).append(vote)
        return {key for key, vote in votes.items() if sum(vote) * 2 > len(vote)}

    def _unit(self, unit: list[Row]) -> Iterator[Mention]:
        """Yield the mentions of a heading, of a line, or of the lines of one card or row."""
        line, section, heading = unit[0]
        lines = [row[0] for row in unit]
        if heading:
            yield from self._heading(line, section)
        elif section.left_out or not (section.told or (section.kind and self._about)):
            return
        elif line.kind == CELL and len(unit) > 1:
            yield from self._row(lines, section)
        else:
            yield from self._card(lines, section)

    def _heading(self, line: Line, section: Section) -> Iterator[Mention]:
        above = section.above
        if section.away or above is None or not above.told or above.left_out or line.kind != HEADING:
            return
        is_name = names.is_name(line.text) and not of_page.is_category(line.text)
        if (id(above), line.level) in self._named_levels and is_name:
            section.relation = section.relation or above.told
            yield from self._say(Words(line, *names.cut(line.text)), above, "heading")

    def _card(self, lines: list[Line], section: Section) -> Iterator[Mention]:
        address = next((line.text for line in lines if line.kind == PLACE or towns.is_address(line.text)), "")
        title = next((line for line in lines if line.kind == NAME), None)
        seen: set[str] = set()
        for number, line in enumerate(lines):
            others = [other.text for other in lines if other is not line]
            if line.kind == PLACE or (line.kind == ALT and any(_alike(line.text, other) for other in others)):
                continue
            first = line is title if title else number == 0 or lines[number - 1].kind == ALT
            given = Words(line, 0, len(line.text), "", address, " ".join(others))
            for mention in self._line(given, section, first=first):
                if fold(mention.name) not in seen:
                    seen.add(fold(mention.name))
                    yield mention

    def _row(self, cells: list[Line], section: Section) -> Iterator[Mention]:
        """Yield the mention of a row of a table: the first cell is the name, others say town and kind."""
        if all(words.is_only("column", cell.text) for cell in cells):
            return
        name, *others = cells
        told = [cell for cell in others if towns.known_town(cell.text) or _is_kind(cell.text)]
        if not told and all(names.is_name(cell.text) for cell in cells):
            for cell in cells:
                yield from self._line(Words(cell, 0, len(cell.text)), section, first=True)
        elif names.is_name(name.text):
            town = next((cell.text for cell in others if towns.known_town(cell.text)), "")
            address = next((cell.text for cell in others if towns.is_address(cell.text)), f"({town})")
            said = next((kinds.kind(cell.text) for cell in others if kinds.kind(cell.text)), "")
            for mention in self._say(Words(name, *names.cut(name.text), "", address), section, CELL):
                yield replace(mention, kind=said, doubt="") if said and mention.doubt else mention

    def _line(self, given: Words, section: Section, *, first: bool) -> Iterator[Mention]:
        line = given.line
        if line.kind in (ALT, NAME):
            yield from self._label(given, section)
        elif any(cued(line.text)):
            yield from self._sentence(line, section, described=not first)
        elif listing.is_enumeration(line, section):
            yield from self._enumeration(line, section)
        elif first and (rule := self._rule(line)):
            strong = next((end for start, end in [*line.strong, *line.links] if start < _SHORT), 0)
            start, end = names.cut(line.text, strong)
            beside = f"{line.text[end:]} {given.beside}"
            address = given.address or line.text[end:]
            yield from self._say(Words(line, start, end, "", address, beside), section, rule)
        else:
            yield from self._sentence(line, section, described=not first)

    def _label(self, given: Words, section: Section) -> Iterator[Mention]:
        """Yield what an alternative text or the title of a card names."""
        line = given.line
        skip = names.unlogo(line.text) if line.kind == ALT else 0
        label = line.text[skip:]
        if names.is_name(label) or fold(label) in kinds.bodies():
            start, end = names.cut(label)
            yield from self._say(replace(given, start=skip + start, end=skip + end), section, line.kind)

    def _rule(self, line: Line) -> str:
        """Return by which rule the start of a line is a name, empty if it is none."""
        strong = next((end for start, end in [*line.strong, *line.links] if start < _SHORT), 0)
        start, end = names.cut(line.text, strong)
        if not names.is_name(line.text[start:end]):
            return ""
        marked = len(line.box) > 1 and bool(line.strong or line.links) and len(line.text) < _ALONE
        if line.kind in (ITEM, CELL) or marked:
            return "" if _is_activity(line.text[start:end]) and not strong else line.kind
        alone = len(line.text) < _ALONE and (line.broken or strong or self._beside(line))
        ends = line.text.endswith(".") or not names.is_name(line.text)
        return "line" if alone and not ends else ""

    def _beside(self, line: Line) -> bool:
        """Return whether a line beside this one looks like a name too."""
        place, lines = self._number[id(line)], self._view.lines
        beside = [lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        return any(
            other.kind == TEXT
            and other.group == line.group
            and len(other.text) < _NEXT
            and names.is_name(other.text)
            for other in beside
        )

    def _enumeration(self, line: Line, section: Section) -> Iterator[Mention]:
        pairs = [
            (part, mention)
            for part in listing.parts(line)
            if names.is_name(line.text[part.start : part.end])
            for mention in self._say(Words(line, part.start, part.end, part.head), section, "enumeration")
        ]
        yield from listing.distributed(pairs)

    def _sentence(self, line: Line, section: Section, *, described: bool) -> Iterator[Mention]:
        """Yield what stands behind cues, and, in what describes nothing else, behind head words."""
        for start, end, relation in cued(line.text):
            for part in split(line.text, start, end):
                text = line.text[part.start : part.end]
                if names.is_name(text) or kinds.head(text):
                    for mention in self._say(Words(line, part.start, part.end, part.head), section, "cue"):
                        yield replace(mention, relation=relation)
        if not described:
            for start, end in headed(line):
                yield from self._say(Words(line, start, end), section, "prose")

    def _say(self, given: Words, section: Section, rule: str) -> Iterator[Mention]:
        mention = named(given, section, self._view, rule)
        if mention is not None:
            yield mention


def _together(first: Line, line: Line) -> bool:
    """Return whether two lines stand in one card or row."""
    if first.card or line.card:
        return first.card == line.card
    return first.kind == NAME and line.kind in (PLACE, TEXT)


def _alike(name: str, other: str) -> bool:
    first, second = fold(name), fold(other)
    return bool(first) and bool(second) and (first in second or second in first)


def _is_kind(text: str) -> bool:
    return bool(kinds.kind(text)) and len(text.split()) < _SHORT


def _is_activity(text: str) -> bool:
    """Return whether words tell what is done ("Accueil de formations") and name nobody."""
    bare = re.sub(r"^(?:l[ea]s? |l )", "", fold(text))
    return bool(words.pattern("activity").match(bare)) and bare not in kinds.bodies()
