"""A line → its mentions: a label, a name with its description, an enumeration, a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from partnerkg.extract import cues, kinds, labels, leads, listing, names, placing, towns, words
from partnerkg.extract import sections as of_page
from partnerkg.extract.clauses import cued
from partnerkg.extract.enumerations import split
from partnerkg.extract.naming import Words, named
from partnerkg.extract.prose import headed, linked, listed, several
from partnerkg.extract.units import is_activity, is_led
from partnerkg.extract.view import ALT, CELL, ITEM, NAME, TEXT, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.sections import Section

_SHORT, _ALONE, _NEXT = 3, 80, 60
_STREET = 3  # lines below a name, the last of which holds its town


_LOGO = re.compile(r"logo(?:type)?s?\s", re.I)  # of whom data calls so


class Lines:
    """Reads the lines of one page.

    `numbers` are the places of the lines by their identity, `shared` what the labels of each section begin
    with, `activities` the lists, by section and group, that tell what is done and name nobody, `alike` the
    lines, by identity, that are names as those beside them are.
    """

    def __init__(
        self,
        view: View,
        numbers: Mapping[int, int],
        shared: Mapping[int, str],
        activities: set[tuple[int, int]],
        alike: Container[int],
    ) -> None:
        self._view, self._number, self._shared, self._activities = view, numbers, shared, activities
        self._alike = alike

    def read(self, given: Words, section: Section, *, first: bool, under: bool = False) -> Iterator[Mention]:
        """Yield the mentions of a line; `first` if it begins a card or stands alone, `under` a name."""
        line = given.line
        if line.kind in (ALT, NAME):
            yield from self._label(given, section)
        elif (marked := self._marked(line, section)) is not None:
            yield from marked
        elif listing.is_long(line) and listing.is_enumeration(line, section) and not section.named:
            yield from self._enumeration(line, section)
        elif any(line.kind == TEXT or not clause.is_weak for clause in cued(line.text)):
            yield from self.sentence(line, section, described=not first, under=under)
        elif not (under or section.named or (first and is_led(line))) and listing.is_enumeration(
            line, section
        ):
            yield from self._enumeration(line, section)
        elif first and (rule := self._rule(line, section)):
            strong = next((end for start, end in [*line.strong, *line.links] if start < _SHORT), 0)
            start, end = names.cut(line.text, strong)
            beside = f"{line.text[end:]} {given.beside}"
            address = given.address or line.text[end:]
            yield from self.say(Words(line, start, end, "", address, beside, town=given.town), section, rule)
        else:
            yield from self.sentence(line, section, described=not first or under, under=under)

    def _marked(self, line: Line, section: Section) -> Iterable[Mention] | None:
        """Return what a line names by its form: links, names behind a town or a label; None for any other."""
        if linked := listing.linked(line) or listing.paired(line):
            return (one for span in linked for one in self.say(Words(line, *span), section, line.kind))
        if (colon := listing.placed(line)) > 0 and not line.links:
            return self._of_town(line, colon, section)
        if (led := leads.lead(line)) != (0, 0):
            return self.led(line, *led, section)
        if line.text.rstrip().endswith(":") and (of_page.is_category(line.text) or _is_plural(line.text)):
            return ()
        if (colon := listing.labelled(line)) > 0:
            return self._labelled(line, colon, section)
        return None

    def led(self, line: Line, end: int, begin: int, section: Section) -> Iterator[Mention]:
        """Yield the names behind a label that says what they are."""
        below = leads.section(line, end, section)
        pairs = [
            (part, mention)
            for part in split(line.text, begin)
            if part.shared or names.is_name(line.text[part.start : part.end])
            for mention in self._part(line, part, below)
        ]
        yield from listing.distributed(pairs)

    def _labelled(self, line: Line, colon: int, section: Section) -> Iterator[Mention]:
        yield from self.say(Words(line, 0, colon, "", "", line.text[colon:]), section, "label")
        yield from self.sentence(line, section, described=False)

    def _of_town(self, line: Line, colon: int, section: Section) -> Iterator[Mention]:
        """Yield the names behind the town that they are in: "Toulouse : Privat ; Ombres Blanches"."""
        for part in split(line.text, colon + 1):
            if names.is_name(line.text[part.start : part.end]):
                place = line.text[:colon].strip(" –—-")
                yield from self.say(Words(line, part.start, part.end, "", place), section, "enumeration")

    def _label(self, given: Words, section: Section) -> Iterator[Mention]:
        """Yield what an alternative text or the title of a card names."""
        line = given.line
        start, end = 0, len(line.text)
        if line.kind == ALT or _LOGO.match(line.text):
            start, end = labels.bounds(line.text, self._shared.get(id(section), ""))
        label = line.text[start:end]
        if line.kind == ALT and any(cued(label)):
            yield from self.sentence(line, section, described=True)
        elif words.is_only("network", label):
            return
        elif (is_data := _is_value(line, label)) or self._is_named(line, label):
            for begin, stop in (
                listing.pair(label) if line.kind == NAME and not is_data else [(0, len(label))]
            ):
                first, last = _uncut(label) if is_data else names.cut(label[begin:stop])
                rest = label[begin + last : stop]
                where = given.address or (rest if placing.said(rest) else "")
                words_ = replace(given, start=start + begin + first, end=start + begin + last, address=where)
                yield from self.say(words_, section, line.kind)

    def _is_named(self, line: Line, label: str) -> bool:
        """Return whether a label names something, at least before what describes it there."""
        first, last = names.cut(label)
        cut = label[first:last]
        return any(
            labels.is_label(part) or names.is_name(part) or fold(part) in kinds.bodies()
            for part in ([label, cut] if line.kind == NAME else [label])
        )

    def _rule(self, line: Line, section: Section) -> str:
        """Return by which rule the start of a line is a name, empty if it is none."""
        strong = next((end for start, end in [*line.strong, *line.links] if start < _SHORT), 0)
        start, end = names.cut(line.text, strong)
        if not names.is_name(line.text[start:end]) or names.is_where(line.text) or towns.is_in(line.text):
            return ""
        tells = (id(section), line.group) in self._activities and not strong
        if line.kind == ITEM and (tells or _is_heading(line.text)):
            return ""
        if line.kind in (ITEM, CELL):
            return "" if is_activity(line.text[start:end]) and not strong else line.kind
        marked = bool(line.strong or line.links) and len(line.text) < _ALONE and strong > 0
        if marked or id(line) in self._alike:
            return line.kind
        known = fold(line.text) in kinds.bodies() or kinds.bare(fold(line.text)) in kinds.bodies()
        alone = known or (len(line.text) < _ALONE and (line.broken or strong or self._beside(line)))
        if alone and not known and line.kind == TEXT and towns.is_place(line.text):
            return ""
        ends = line.text.endswith(".") or not names.is_name(line.text)
        return "line" if alone and not ends else ""

    def _beside(self, line: Line) -> bool:
        """Return whether a line beside this one looks like a name too, or an address stands below."""
        place, lines = self._number[id(line)], self._view.lines
        below = lines[place + 1 : place + _STREET]
        if any(other.kind == TEXT and towns.is_address(other.text) for other in below):
            return True
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
            yield from self.say(
                Words(line, part.start, part.end, part.head, shared=part.shared), section, "enumeration"
            )
        for number, (start, end) in enumerate(brackets):
            for mention in self.say(
                Words(line, start, end, "", f"({listing.before(line, part)})"), section, "enumeration"
            ):
                if number:
                    yield mention
                    continue
                close = end + 1 if len(brackets) == 1 else end
                first, last = line.span(part.start, close)
                yield replace(mention, start=first, end=last, quote=self._view.text[first:last])

    def sentence(
        self, line: Line, section: Section, *, described: bool, under: bool = False
    ) -> Iterator[Mention]:
        """Yield what stands behind cues, and, in what describes nothing else, behind head words."""
        told_ = list(self.told(line, section))
        yield from told_
        if not (under or section.named):
            taken = {mention.start for mention in told_}
            for start, end in listed(line.text):
                if line.starts[start] not in taken:
                    yield from self.say(Words(line, start, end), section, "cue")
        told = section.named and bool(of_page.relation(line.text))
        if told or not described:
            for given in self._in_sentence(line, described=described):
                first, last = line.span(given.start, given.end)
                if not any(first < mention.end and mention.start < last for mention in told_):
                    yield from self.say(given, section, "prose")

    def _in_sentence(self, line: Line, *, described: bool) -> Iterator[Words]:
        """Yield links, and in what describes nothing else who shares a head word or has one."""
        shared = [] if described else list(several(line.text))
        for part in shared:
            yield Words(line, part.start, part.end, part.head)
        for start, end in linked(line) if described else headed(line):
            if not any(start < part.end and part.start < end for part in shared):
                yield Words(line, start, end)

    def told(self, line: Line, section: Section, *, said: bool = False) -> Iterator[Mention]:
        """Yield what stands behind cues; with `said` only what words say the kind of."""
        pairs = [
            (given, replace(mention, relation=relation))
            for given, relation in cues.named(line, said=said)
            for mention in self.say(given, section, "cue")
        ]
        yield from listing.distributed(pairs)

    def say(self, given: Words, section: Section, rule: str) -> Iterator[Mention]:
        mention = named(given, section, self._view, rule)
        if mention is not None:
            yield mention


def _is_value(line: Line, label: str) -> bool:
    """Return whether a label is a value of data, and nothing but a name."""
    is_none = label.endswith("?") or names.is_address(label)
    is_none = is_none or words.is_only("nothing", label) or words.tells("placeholder", label)
    return line.kind == NAME and line.card < 0 and not is_none and any(map(str.isalpha, label))


def _uncut(label: str) -> tuple[int, int]:
    """Return where a name stands that is a value of data, without the town behind a comma."""
    name, comma, rest = label.rpartition(", ")
    return (0, len(name)) if comma and placing.said(rest) else (0, len(label))


def _is_heading(text: str) -> bool:
    """Return whether an item says what is listed below it: "Associations"."""
    plain = not any(letter.isupper() or letter.isdigit() for letter in text[1:])
    return plain and of_page.is_category(text)


def _is_plural(text: str) -> bool:
    """Return whether words begin with a plural, small behind its first letter: "Sociétés d’arbalétriers"."""
    first = (kinds.bare(fold(text)).split() or [""])[0]
    return first.endswith("s") and not any(map(str.isupper, text.lstrip()[1:]))
