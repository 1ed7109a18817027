"""The lines of a page → mentions: headings that are names, cards, rows, lists, sentences."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkg.extract import (
    alike,
    buttons,
    kinds,
    labels,
    leads,
    levels,
    listing,
    names,
    outline,
    tables,
    towns,
    words,
)
from partnerkg.extract import sections as of_page
from partnerkg.extract.lines import Lines
from partnerkg.extract.naming import Words
from partnerkg.extract.prose import listed
from partnerkg.extract.sections import Row, Section
from partnerkg.extract.units import activities, is_list, menus, units
from partnerkg.extract.view import ALT, CELL, FILE, HEADING, ITEM, NAME, PLACE, TEXT, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_ALONE, _BELOW, _LABELS = 80, 3, 4
_RIGHTS = 30  # characters at the start of a line that tells whose the page or a picture is
_ALONE_RULES = (TEXT, "line")  # by which a line of its own is a name


class Reader:
    """Reads the mentions of one page."""

    def __init__(self, view: View) -> None:
        self._view = view
        rows = outline.rows(view)
        self._files = [row for row in rows if row.line.kind == FILE]
        self._rows = [row for row in rows if row.line.kind != FILE]
        self._number = {id(line): number for number, line in enumerate(view.lines)}
        self._first = self._begins(rows)
        self._about = (
            bool(of_page.relation(view.title))
            or view.about
            or any(
                row.is_heading and row.section.relation and len(row.line.text) <= of_page.LONGEST_LEAD
                for row in rows
            )
        )
        listed = alike.found(self._rows)
        self._named_levels = levels.named(self._rows, listed)
        self._led = levels.led(self._rows)
        self._parents = levels.parents(self._rows)
        doing = activities(self._rows)
        left_out = menus(self._rows) | buttons.found(self._rows)
        self._rows = [row for row in self._rows if id(row.line) not in left_out]
        self._shared = self._labels()
        self._under: Section | None = None  # where the last line was a name, which the next ones describe
        self._lines = Lines(view, self._number, self._shared, doing, listed)

    def _begins(self, rows: Sequence[Row]) -> int:
        """Return the number of the first heading that tells of partners: what stands before it introduces.

        Where the title tells, a sentence that only leads to a list begins nothing.
        """
        first = next((row.line for row in rows if row.is_heading and row.section.relation), None)
        titled = bool(of_page.relation(self._view.title))
        if first is None or (titled and len(first.text) > of_page.LONGEST_HEADING):
            return 0
        return self._number[id(first)]

    def read(self) -> Iterator[Mention]:
        """Yield the mentions, box by box.

        Where there are none, what stands behind cues in a page that has no heading of partners, and the names
        of the files of pictures.
        """
        found = [*self._boxes(), *self._elsewhere()]
        for row in () if found else self._files:
            if self._counts(row):
                found.extend(self._lines.say(Words(row.line, 0, len(row.line.text)), row.section, FILE))
        yield from found

    def _elsewhere(self) -> Iterator[Mention]:
        """Yield what sentences tell in a page, or a part of one, that is not about partners."""
        for row in self._rows:
            if row.line.kind not in (TEXT, ITEM, CELL) or row.is_heading or row.section.left_out:
                continue
            if self._about and (self._counts(row) or len(row.line.text) < _ALONE):
                continue
            yield from self._lines.told(row.line, row.section, said=True)
            if not self._about:
                for start, end in listed(row.line.text):
                    if kinds.kind(row.line.text[start:end]):
                        yield from self._lines.say(Words(row.line, start, end), row.section, "prose")

    def _boxes(self) -> Iterator[Mention]:
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
        if words.pattern("sentence.rights").search(row.line.text) or "©" in row.line.text[:_RIGHTS]:
            return False
        if section.left_out or not (section.told or (section.kind and self._about)):
            return False
        early = self._number[id(row.line)] < self._first and not section.kind
        return not early or row.line.kind in (NAME, PLACE) or bool(row.line.told)

    def _unit(self, unit: list[Row]) -> Iterator[Mention]:
        """Yield the mentions of a heading, of a line, or of the lines of one card."""
        first = unit[0]
        if first.is_heading:
            self._under = None
            yield from self._heading(first.line, first.section)
        elif self._counts(first):
            under = self._under is first.section and first.line.kind == TEXT
            read = list(self._card([row.line for row in unit], first.section, under=under))
            alone = len(unit) == 1 and first.line.kind == TEXT
            if alone and len(first.line.text) < _ALONE and any(one.rule in _ALONE_RULES for one in read):
                self._under = first.section
            yield from read
        else:
            yield from self._labelled(unit)

    def _labelled(self, unit: list[Row]) -> Iterator[Mention]:
        """Yield the names behind labels that say partners, wherever in a page: "Soutiens : A, B"."""
        for row in unit:
            if row.line.kind in (TEXT, ITEM) and not row.section.left_out:
                end, begin = leads.lead(row.line)
                if end and of_page.relation(row.line.text[:end]):
                    yield from self._lines.led(row.line, end, begin, row.section)

    def _heading(self, line: Line, section: Section) -> Iterator[Mention]:
        above = self._led.get(id(line), section.above)
        if line.kind != HEADING:
            yield from self._lines.sentence(line, section, described=True)
            return
        if section.away or above is None or above.left_out or above.named:
            return
        end, begin = leads.lead(line)
        if end and of_page.relation(line.text[:end]):  # "Silver sponsor: Elm Ltd"
            section.named = True
            yield from self._lines.led(line, end, begin, section)
            return
        if not above.told:
            return
        is_name = names.is_name(line.text) and not of_page.is_category(line.text)
        is_name = is_name and id(line) not in self._parents
        if id(line) in self._led or ((id(above), line.level) in self._named_levels and is_name):
            section.relation = section.relation or above.told
            section.named = True
            for start, end in listing.linked(line) or listing.several(line, above) or listing.pair(line.text):
                first, last = names.cut(line.text[start:end])
                given = Words(line, start + first, start + last, "", "", self._below(line, start + last))
                yield from self._lines.say(given, above, "heading")

    def _below(self, line: Line, start: int) -> str:
        """Return what describes a heading: the rest of it and the lines below."""
        after = self._number[id(line)] + 1
        below = []
        for other in self._view.lines[after : after + _BELOW]:
            if other.kind not in (TEXT, PLACE):
                break
            below.append(other.text)
        return " . ".join([line.text[start:], *below])

    def _card(self, lines: list[Line], section: Section, *, under: bool = False) -> Iterator[Mention]:
        labelled = next((line.text for line in lines if line.kind == PLACE), "")
        address = next((line.text for line in lines if line.kind == PLACE or towns.is_address(line.text)), "")
        title = next((line for line in lines if line.kind == NAME), None)
        listed = title is None and is_list(lines)
        seen: list[str] = []
        named = 0
        for number, line in enumerate(lines):
            others = [other.text for other in lines if other is not line]
            if line.kind == PLACE or (line.kind == ALT and (title or self._said(line, section, others))):
                continue
            if section.named and line.kind == ALT and len(lines) < _LABELS:
                continue
            first = listed or (line is title if title else number == 0 or lines[number - 1].kind == ALT)
            first = first and not (section.named and line.kind in (TEXT, ITEM))
            given = Words(line, 0, len(line.text), "", address, " ".join(others), town=labelled)
            below = (bool(named) and not listed) or (under and len(line.text) > _ALONE)
            for mention in self._lines.read(given, section, first=first, under=below):
                named += line.kind in (ALT, NAME)
                name = kinds.bare(fold(mention.name))
                if not any(labels.are_alike(name, other) for other in seen) or listed:
                    yield mention
            seen.extend(fold(name.text) for name in lines[: number + 1] if name in (title, line) and first)

    def _said(self, line: Line, section: Section, others: Sequence[str]) -> bool:
        """Return whether a label says again what other words of a card say."""
        start, end = labels.bounds(line.text, self._shared.get(id(section), ""))
        return any(
            labels.are_alike(fold(line.text[start:end]), fold(other))
            for other in others
            if len(other) < _ALONE and not names.is_address(other)
        )

    def _table(self, units_: list[list[Row]]) -> Iterator[Mention]:
        """Yield the mentions of the rows of a table."""
        rows = [[row.line for row in unit] for unit in units_ if self._counts(unit[0])]
        if not rows:
            return
        section = units_[0][0].section
        columns = tables.columns([[line.text for line in row] for row in rows])
        listed = tables.listed(rows[columns.headed :], section)
        for row in rows[columns.headed :]:
            if pile := tables.pile(row):
                below = leads.section(row[0], len(row[0].text), section)
                for line in pile:
                    yield from self._lines.read(Words(line, 0, len(line.text)), below, first=True)
            elif columns.layout or len(row) == 1:
                for line in row:
                    yield from self._lines.read(Words(line, 0, len(line.text)), section, first=True)
            elif listed:
                yield from self._lists(row, listed, section)
            else:
                yield from tables.mention(row, columns, section, self._view)

    def _lists(self, row: Sequence[Line], listed: int, section: Section) -> Iterator[Mention]:
        """Yield the names that a cell lists behind one that says what they are."""
        if listed < len(row):
            below = leads.section(row[0], len(row[0].text), section)
            line = row[listed]
            yield from self._lines.read(Words(line, 0, len(line.text)), below, first=True)
