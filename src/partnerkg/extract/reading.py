"""The lines of a page → mentions: headings that are names, cards, rows, lists, sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from partnerkg.extract import kinds, labels, listing, names, tables, towns, words
from partnerkg.extract import sections as of_page
from partnerkg.extract.enumerations import split
from partnerkg.extract.naming import Words, named
from partnerkg.extract.prose import cued, headed, linked
from partnerkg.extract.sections import Row, Section
from partnerkg.extract.units import activities, is_activity, is_led, is_list, menus, units
from partnerkg.extract.view import ALT, CELL, HEADING, ITEM, NAME, PLACE, TEXT, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.tables import Columns

_SHORT, _ALONE, _NEXT, _BELOW, _LABELS = 3, 80, 60, 3, 4


class Reader:
    """Reads the mentions of one page."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rows = of_page.rows(view)
        self._number = {id(line): number for number, line in enumerate(view.lines)}
        telling = [n for n, row in enumerate(self._rows) if row.is_heading and row.section.relation]
        self._first = telling[0] if telling else 0
        self._about = bool(telling) or bool(of_page.relation(view.title))
        self._named_levels = self._levels()
        self._activities = activities(self._rows)
        menu = menus(self._rows)
        self._rows = [row for row in self._rows if id(row.line) not in menu]
        self._shared = self._labels()
        self._columns: dict[int, Columns] = {}

    def read(self) -> Iterator[Mention]:
        """Yield the mentions, box by box."""
        table: list[list[Row]] = []
        for unit in units(self._rows):
            if unit[0].line.kind == CELL and not unit[0].is_heading:
                if table and table[-1][0].section is not unit[0].section:
                    yield from self._table(table)
                    table = []
                table.append(unit)
                continue
            yield from self._table(table)
            table = []
            yield from self._unit(unit)
        yield from self._table(table)

    def _levels(self) -> set[tuple[int, int]]:
        """Return the levels of headings, by what they stand under, whose headings are mostly names."""
        votes: dict[tuple[int, int], list[bool]] = {}
        listing_ = [section for section, count in Counter(self._listed()).items() if count > 1]
        for row in self._rows:
            if row.is_heading and row.line.kind == HEADING:
                text = row.line.text
                is_name = names.is_name(text) and not of_page.is_category(text) and not towns.is_place(text)
                vote = is_name and not row.section.away and not row.section.relation
                vote = vote and row.section not in listing_
                votes.setdefault((id(row.section.above), row.line.level), []).append(vote)
        return {
            key for key, vote in votes.items() if sum(vote) * 2 > len(vote) and (key[1] > 1 or len(vote) > 2)
        }

    def _listed(self) -> Iterator[Section]:
        """Yield the section of each line that looks like a name by itself: an item, a label, a link."""
        for row in self._rows:
            line = row.line
            whole = any(end - start >= len(line.text) - 1 for start, end in line.links)
            again = (
                line.kind == ALT and row.section.heading and labels.share(line.text, row.section.heading.text)
            )
            if row.is_heading or again:
                continue
            if (line.kind in (ITEM, ALT) or whole) and names.is_name(line.text):
                yield row.section

    def _labels(self) -> dict[int, str]:
        """Return what the labels of each section begin with, by the identity of the section."""
        texts: dict[int, list[str]] = {}
        for row in self._rows:
            if row.line.kind == ALT:
                texts.setdefault(id(row.section), []).append(row.line.text)
        return {section: labels.shared(of_section) for section, of_section in texts.items()}

    def _counts(self, row: Row) -> bool:
        """Return whether a line stands where partners are told."""
        section = row.section
        if words.pattern("sentence.rights").search(row.line.text):
            return False
        if section.left_out or not (section.told or (section.kind and self._about)):
            return False
        early = self._number[id(row.line)] < self._first and not section.kind
        return not early or row.line.kind in (NAME, PLACE)

    def _unit(self, unit: list[Row]) -> Iterator[Mention]:
        """Yield the mentions of a heading, of a line, or of the lines of one card."""
        first = unit[0]
        if first.is_heading:
            yield from self._heading(first.line, first.section)
        elif self._counts(first):
            yield from self._card([row.line for row in unit], first.section)

    def _heading(self, line: Line, section: Section) -> Iterator[Mention]:
        above = section.above
        if line.kind != HEADING:
            yield from self._sentence(line, section, described=True)
            return
        if section.away or above is None or not above.told or above.left_out or above.named:
            return
        is_name = (
            names.is_name(line.text) and not of_page.is_category(line.text) and not towns.is_place(line.text)
        )
        if (id(above), line.level) in self._named_levels and is_name:
            section.relation = section.relation or above.told
            section.named = True
            for start, end in listing.pair(line.text):
                first, last = names.cut(line.text[start:end])
                given = Words(line, start + first, start + last, "", "", self._below(line, start + last))
                yield from self._say(given, above, "heading")

    def _below(self, line: Line, start: int) -> str:
        """Return what describes a heading: the rest of it and the lines below."""
        after = self._number[id(line)] + 1
        below = []
        for other in self._view.lines[after : after + _BELOW]:
            if other.kind not in (TEXT, PLACE):
                break
            below.append(other.text)
        return " . ".join([line.text[start:], *below])

    def _card(self, lines: list[Line], section: Section) -> Iterator[Mention]:
        address = next((line.text for line in lines if line.kind == PLACE or towns.is_address(line.text)), "")
        title = next((line for line in lines if line.kind == NAME), None)
        listed = title is None and is_list(lines)
        seen: list[str] = []
        for number, line in enumerate(lines):
            others = [other.text for other in lines if other is not line]
            if line.kind == PLACE or (line.kind == ALT and (title or self._said(line, section, others))):
                continue
            if section.named and line.kind == ALT and len(lines) < _LABELS:
                continue
            first = listed or (line is title if title else number == 0 or lines[number - 1].kind == ALT)
            first = first and not (section.named and line.kind in (TEXT, ITEM))
            given = Words(line, 0, len(line.text), "", address, " ".join(others))
            for mention in self._line(given, section, first=first):
                if not any(labels.are_alike(fold(mention.name), name) for name in seen) or listed:
                    yield mention
            seen.extend(fold(name.text) for name in lines[: number + 1] if name in (title, line) and first)

    def _said(self, line: Line, section: Section, others: Sequence[str]) -> bool:
        """Return whether a label says again what other words of a card say."""
        start, end = labels.bounds(line.text, self._shared.get(id(section), ""))
        return any(
            labels.are_alike(fold(line.text[start:end]), fold(other))
            for other in others
            if len(other) < _ALONE
        )

    def _table(self, units_: list[list[Row]]) -> Iterator[Mention]:
        """Yield the mentions of the rows of a table."""
        rows = [[row.line for row in unit] for unit in units_ if self._counts(unit[0])]
        if not rows:
            return
        section = units_[0][0].section
        columns = tables.columns([[line.text for line in row] for row in rows])
        for row in rows[columns.headed :]:
            if columns.layout or len(row) == 1:
                for line in row:
                    yield from self._line(Words(line, 0, len(line.text)), section, first=True)
            else:
                yield from tables.mention(row, columns, section, self._view)

    def _line(self, given: Words, section: Section, *, first: bool) -> Iterator[Mention]:
        line = given.line
        if line.kind in (ALT, NAME):
            yield from self._label(given, section)
        elif line.text.rstrip().endswith(":") and of_page.is_category(line.text):
            return
        elif (colon := listing.labelled(line)) > 0:
            yield from self._say(Words(line, 0, colon, "", "", line.text[colon:]), section, "label")
            yield from self._sentence(line, section, described=False)
        elif listing.is_long(line) and listing.is_enumeration(line, section) and not section.named:
            yield from self._enumeration(line, section)
        elif any(cued(line.text)):
            yield from self._sentence(line, section, described=not first)
        elif listing.is_enumeration(line, section) and not section.named and not (first and is_led(line)):
            yield from self._enumeration(line, section)
        elif first and (rule := self._rule(line, section)):
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
        start, end = 0, len(line.text)
        if line.kind == ALT:
            start, end = labels.bounds(line.text, self._shared.get(id(section), ""))
        label = line.text[start:end]
        if line.kind == ALT and any(cued(label)):
            yield from self._sentence(line, section, described=True)
        elif labels.is_label(label) or names.is_name(label) or fold(label) in kinds.bodies():
            for begin, stop in listing.pair(label) if line.kind == NAME else [(0, len(label))]:
                first, last = names.cut(label[begin:stop])
                words_ = replace(given, start=start + begin + first, end=start + begin + last)
                yield from self._say(words_, section, line.kind)

    def _rule(self, line: Line, section: Section) -> str:
        """Return by which rule the start of a line is a name, empty if it is none."""
        strong = next((end for start, end in [*line.strong, *line.links] if start < _SHORT), 0)
        start, end = names.cut(line.text, strong)
        if not names.is_name(line.text[start:end]):
            return ""
        if line.kind == ITEM and (id(section), line.group) in self._activities and not strong:
            return ""
        if line.kind in (ITEM, CELL):
            return "" if is_activity(line.text[start:end]) and not strong else line.kind
        marked = bool(line.strong or line.links) and len(line.text) < _ALONE and strong > 0
        if marked:
            return line.kind
        alone = len(line.text) < _ALONE and (line.broken or strong or self._beside(line))
        ends = line.text.endswith(".") or not names.is_name(line.text)
        return "line" if alone and not ends else ""

    def _beside(self, line: Line) -> bool:
        """Return whether a line beside this one looks like a name too."""
        place, lines = self._number[id(line)], self._view.lines
        beside = [lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        return any(
            other.kind in (TEXT, ALT)
            and (other.group == line.group or other.card == line.card != 0)
            and len(other.text) < _NEXT
            and names.is_name(other.text)
            for other in beside
        )

    def _enumeration(self, line: Line, section: Section) -> Iterator[Mention]:
        pairs = [
            (part, mention)
            for part in listing.parts(line)
            if part.shared or names.is_name(line.text[part.start : part.end])
            for mention in self._part(line, part, section)
        ]
        yield from listing.distributed(pairs)

    def _part(self, line: Line, part: Part, section: Section) -> Iterator[Mention]:
        """Yield the mention of a part of an enumeration; two, if brackets name two of a kind in one town."""
        brackets = listing.brackets(line, part) if section.kind and not part.head else []
        if not brackets:
            yield from self._say(
                Words(line, part.start, part.end, part.head, shared=part.shared), section, "enumeration"
            )
        for number, (start, end) in enumerate(brackets):
            for mention in self._say(
                Words(line, start, end, "", f"({listing.before(line, part)})"), section, "enumeration"
            ):
                if number:
                    yield mention
                    continue
                close = end + 1 if len(brackets) == 1 else end
                first, last = line.span(part.start, close)
                yield replace(mention, start=first, end=last, quote=self._view.text[first:last])

    def _sentence(self, line: Line, section: Section, *, described: bool) -> Iterator[Mention]:
        """Yield what stands behind cues, and, in what describes nothing else, behind head words."""
        for start, end, relation in cued(line.text):
            for part in split(line.text, start, end):
                text = line.text[part.start : part.end]
                if names.is_name(text) or (
                    kinds.head(text) and not words.pattern("sentence.verbs").search(text)
                ):
                    for mention in self._say(Words(line, part.start, part.end, part.head), section, "cue"):
                        yield replace(mention, relation=relation)
        told = section.named and bool(of_page.relation(line.text))
        if told or not described:
            for start, end in linked(line) if described else headed(line):
                yield from self._say(Words(line, start, end), section, "prose")

    def _say(self, given: Words, section: Section, rule: str) -> Iterator[Mention]:
        mention = named(given, section, self._view, rule)
        if mention is not None:
            yield mention
