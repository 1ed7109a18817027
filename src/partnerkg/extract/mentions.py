"""A page → its mentions: lists, cards, tables, enumerations, alternative texts and the cues of prose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from partnerkg.extract import enumerations, kinds, names, text, towns
from partnerkg.extract import sections as of_page
from partnerkg.extract.prose import cued, headed
from partnerkg.extract.view import ALT, CELL, HEADING, ITEM, NAME, PLACE, TEXT, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.place import fold
from partnerkg.places.france import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.sections import Section

Row = tuple[Line, "Section", bool]
_TERRITORIAL = frozenset(("public-body", "network", "association", "union", "other", "programme-or-event"))
_OVERRIDING = frozenset(
    ("bookshop", "school", "library", "media", "union", "museum", "cinema-or-theatre", "publisher")
)


def extract(page: str, publisher: str = "") -> list[Mention]:
    """Return the mentions of a page in their order; those that name the publisher itself are left out."""
    view = text.read(page)
    reader = _Reader(view, publisher)
    found = sorted(reader.read(), key=lambda mention: (mention.start, mention.rule == "prose", -mention.end))
    return _placed(list(_apart(found)))


def _placed(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions; of towns with the same name the one is meant where the others of the page lie."""
    codes = {mention.place_code for mention in mentions if mention.place_code}
    often = Counter(_departement(code) for code in codes if len(code) == 5).most_common(1)
    near = often[0][0] if often and often[0][1] > 2 else ""
    placed = []
    for mention in mentions:
        spot = france().town(mention.place, near) if mention.place and not mention.place_code else None
        doubt = mention.doubt or (
            "place" if mention.place and not mention.place_code and spot is None else ""
        )
        placed.append(replace(mention, place_code=spot.code if spot else mention.place_code, doubt=doubt))
    return placed


def _departement(code: str) -> str:
    return code[:3] if code.startswith("97") else code[:2]


def _apart(found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions without those that lie in one before."""
    end = -1
    for mention in found:
        if mention.start >= end:
            yield mention
            end = mention.end


class _Reader:
    def __init__(self, view: View, publisher: str) -> None:
        self.view = view
        self.publisher = fold(publisher)
        self.rows = of_page.sections(view)
        self.many = Counter(group for group in {(line.group, line.box[-1:]) for line in view.lines})
        self.about = bool(of_page.relation(fold(view.title))) or any(
            heading and section.relation for _, section, heading in self.rows
        )
        self.levels = self._levels()

    def read(self) -> Iterator[Mention]:
        unit: list[Row] = []
        for row in self.rows:
            line, _, heading = row
            if unit and (heading or unit[0][2] or not _together(unit[0][0], line)):
                yield from self._unit(unit)
                unit = []
            unit.append(row)
        if unit:
            yield from self._unit(unit)

    def _levels(self) -> dict[tuple[int, int], bool]:
        """Return for the headings of each level under one heading whether they are names, as most of them are."""
        votes: dict[tuple[int, int], list[bool]] = {}
        for line, section, heading in self.rows:
            if heading and line.kind == HEADING:
                named = not of_page.is_category(line.text) and not section.away and names.is_name(line.text)
                votes.setdefault((id(section.above), line.level), []).append(named and not section.relation)
        return {key: sum(vote) * 2 > len(vote) for key, vote in votes.items()}

    def _unit(self, unit: list[Row]) -> Iterator[Mention]:
        """Yield the mentions of a heading, of a line, or of the lines of one card or row."""
        line, section, heading = unit[0]
        if heading:
            yield from self._heading(line, section)
            return
        if self._is_out(section):
            return
        if line.kind == CELL and len(unit) > 1:
            yield from self._row([row[0] for row in unit], section)
            return
        lines = [line for line, _, _ in unit]
        place = next((line.text for line in lines if line.kind == PLACE or towns.is_address(line.text)), "")
        named = next((line for line in lines if line.kind == NAME), None)
        seen: set[str] = set()
        for number, line in enumerate(lines):
            if line.kind == PLACE or (
                line.kind == ALT
                and any(_alike(line.text, other.text) for other in lines if other is not line)
            ):
                continue
            first = line is named if named else number == 0 or lines[number - 1].kind == ALT
            rest = " ".join(other.text for other in lines if other is not line)
            for mention in self._line(line, section, first=first, place=place, rest=rest):
                if fold(mention.name) not in seen:
                    seen.add(fold(mention.name))
                    yield mention

    def _row(self, cells: list[Line], section: Section) -> Iterator[Mention]:
        """Yield the mention of a row: the first cell is the name, others say town and kind."""
        if all(fold(cell.text) in _COLUMNS for cell in cells):
            return
        name, *others = cells
        plain = [
            cell
            for cell in others
            if not (towns.known_town(cell.text) or (kinds.kind(cell.text) and len(cell.text.split()) < 3))
        ]
        if len(plain) == len(others) and all(names.is_name(cell.text) for cell in cells):
            for cell in cells:
                yield from self._line(cell, section, first=True, place="", rest="")
            return
        if names.is_name(name.text):
            town = next(
                (cell.text for cell in others if towns.known_town(cell.text) or towns.is_address(cell.text)),
                "",
            )
            said = next((kinds.kind(cell.text) for cell in others if kinds.kind(cell.text)), "")
            for mention in self._named(
                name, *names.cut(name.text), section, CELL, address=f"({town})" if town else ""
            ):
                yield replace(mention, kind=said, doubt="") if said and mention.doubt == "kind" else mention

    def _is_out(self, section: Section) -> bool:
        if section.left_out:
            return True
        return not section.told and not (section.kind and self.about)

    def _heading(self, line: Line, section: Section) -> Iterator[Mention]:
        above = section.above
        if section.away or above is None or not above.told or above.left_out or line.kind != HEADING:
            return
        if (
            self.levels.get((id(above), line.level))
            and names.is_name(line.text)
            and not of_page.is_category(line.text)
        ):
            section.relation = section.relation or above.told
            yield from self._named(line, *names.cut(line.text), above, "heading")

    def _line(self, line: Line, section: Section, *, first: bool, place: str, rest: str) -> Iterator[Mention]:
        words = line.text
        if line.kind in (ALT, NAME):
            start = names.unlogo(words) if line.kind == ALT else 0
            if names.is_name(words[start:]) or fold(words[start:]) in kinds.bodies():
                begin, end = names.cut(words[start:])
                yield from self._named(
                    line, start + begin, start + end, section, line.kind, address=place, rest=rest
                )
            return
        if any(cued(words)):
            yield from self._prose(line, section, described=not first)
            return
        if self._enumerates(line, section):
            yield from self._enumeration(line, section)
            return
        strong = next((end for start, end in [*line.strong, *line.links] if start < 3), 0)
        begin, end = names.cut(words, strong)
        listed = line.kind in (ITEM, CELL) or self._is_card(line)
        if (
            first
            and listed
            and names.is_name(words[begin:end])
            and not _is_activity(words[begin:end], strong)
        ):
            yield from self._named(
                line, begin, end, section, line.kind, address=place or words[end:], rest=words[end:] + rest
            )
            return
        alone = line.kind == TEXT and len(words) < 80 and (line.broken or strong or self._is_list(line))
        if first and alone and names.is_name(words) and not words.endswith("."):
            yield from self._named(line, begin, end, section, "line", address=place or words[end:], rest=rest)
            return
        yield from self._prose(line, section, described=not first)

    def _is_card(self, line: Line) -> bool:
        return (
            len(line.box) > 1
            and line.kind == TEXT
            and bool(line.strong or line.links)
            and len(line.text) < 90
        )

    def _is_list(self, line: Line) -> bool:
        """Return whether the lines beside this one look like names too."""
        place = self._places[id(line)]
        lines = self.view.lines
        beside = [lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        return any(
            other.kind == TEXT
            and len(other.text) < 60
            and names.is_name(other.text)
            and other.group == line.group
            for other in beside
        )

    @property
    def _places(self) -> dict[int, int]:
        if not hasattr(self, "_known_places"):
            self._known_places = {id(line): number for number, line in enumerate(self.view.lines)}
        return self._known_places

    def _enumerates(self, line: Line, section: Section) -> bool:
        """Return whether a line lists names between commas."""
        words = line.text
        if section.kind == "" and line.kind == ITEM and len(words) < 90 and words.count(",") < 2:
            return False
        if re.search(r"[.!?]\s+[A-ZÉÈÀ]", words) and words.count(",") < 4:
            return False
        parts = enumerations.split(words)
        if len(parts) < 3 and (len(parts) < 2 or not section.kind or len(words) > 120):
            return False
        last = words[parts[1].start : parts[1].end]
        if len(parts) == 2 and (
            enumerations.is_town(last)
            or towns.territory(last)
            or not last[:1].isupper()
            or (len(last.split()) == 1 and not kinds.kind(last))
        ):
            return False
        good = sum(names.is_name(words[part.start : part.end]) for part in parts)
        size = sum(part.end - part.start for part in parts) / len(parts)
        return good * 4 >= len(parts) * 3 and size < 70

    def _enumeration(self, line: Line, section: Section) -> Iterator[Mention]:
        words = line.text
        colon = words.find(": ", 0, 100)
        lead = (
            colon + 2
            if colon > 0 and (words.count(",", colon) > 1 or of_page.is_category(words[:colon]))
            else 0
        )
        parts = enumerations.split(words, lead)
        mentions = [list(self._part(line, part, section)) for part in parts]
        yield from _distributed(parts, mentions)

    def _part(self, line: Line, part: Part, section: Section) -> Iterator[Mention]:
        words = line.text[part.start : part.end]
        if not names.is_name(words):
            return
        yield from self._named(line, part.start, part.end, section, "enumeration", head=part.head)

    def _prose(self, line: Line, section: Section, *, described: bool) -> Iterator[Mention]:
        for start, end, relation in cued(line.text):
            parts = enumerations.split(line.text, start, end)
            for part in parts:
                if names.is_name(line.text[part.start : part.end]) or kinds.head(
                    line.text[part.start : part.end]
                ):
                    for mention in self._named(line, part.start, part.end, section, "cue", head=part.head):
                        yield replace(mention, relation=relation)
        if (section.told or section.kind) and not described:
            for start, end in headed(line):
                yield from self._named(line, start, end, section, "prose")

    def _named(
        self,
        line: Line,
        start: int,
        end: int,
        section: Section,
        rule: str,
        *,
        head: str = "",
        address: str = "",
        rest: str = "",
    ) -> Iterator[Mention]:
        """Yield the mention of a name: without its article and parentheses, with its kind and town."""
        words = line.text[start:end]
        town = towns.of(words, is_body=kinds.head(words) in enumerations.OF_THE_STATE)
        stop = end
        if town and town.slot == "parentheses":
            stop = start + words.rfind("(")
        elif (paren := words.rfind(" (")) > 0 and words.endswith(")"):
            stop = start + paren
        elif town and town.slot == "tail":
            stop = start + len(re.sub(r"\s*(?:,|–|—|\s-|/|\|)\s*$", "", words[: town.start]))
        elif (paren := words.find(" [")) > 0:
            stop = start + paren
        town = town or (towns.of(address) if address else None)
        begin = start + _article(line.text[start:stop], plural=bool(head))
        if head and kinds.head(line.text[begin:stop]) == head:
            begin = _behind(line.text, begin, stop, head)
        if head or section.kind:
            town = town or _whole(line.text, begin, stop)
        name = line.text[begin:stop].strip()
        if not fold(name) or fold(name) == self.publisher or (stop - begin) < 2:
            return
        first, last = line.span(begin, begin + len(line.text[begin:stop].rstrip()))
        kind, reason = self._kind(name, head, section, f"{line.text[stop:end]} {rest}")
        spot = (
            towns.territory(name)
            if town is None and kind in _TERRITORIAL and fold(name) not in kinds.bodies()
            else None
        )
        if (single := enumerations.singular(head)) and not kinds.head(name):
            name = f"{single} {_of(line.text, begin)}{name}"
        yield Mention(
            first,
            last,
            self.view.text[first:last],
            name,
            kind,
            town.name if town else spot.name if spot else "",
            (town.spot.code if town and town.spot else "") or (spot.code if spot else ""),
            section.heading.text if section.heading else self.view.title,
            section.told or of_page.PARTNER,
            "distributed" if head else "stated",
            rule,
            reason,
        )

    def _kind(self, name: str, head: str, section: Section, rest: str) -> tuple[str, str]:
        if _is_group(name):
            return kinds.GROUP, ""
        own = kinds.kind(name)
        told = section.told_kind
        if head:
            return kinds.heads()[head], ""
        if told in _OVERRIDING and own != told and fold(name) not in kinds.bodies():
            return told, ""
        if own:
            return own, ""
        if told:
            return told, ""
        if last := kinds.tail(fold(name)):
            return kinds.heads()[last], ""
        described = next(
            (
                kinds.heads()[word]
                for piece in re.split(r"[,.:–—|-]", rest[:160])
                if (word := kinds.head(piece.strip()))
            ),
            "",
        )
        return (described, "") if described else (kinds.OTHER, "kind")


def _together(first: Line, line: Line) -> bool:
    """Return whether two lines stand in one card or row."""
    if first.card or line.card:
        return first.card == line.card
    return first.kind == NAME and line.kind in (PLACE, TEXT)


_COLUMNS = frozenset(
    [
        "nom",
        "noms",
        "ville",
        "villes",
        "type",
        "structure",
        "structures",
        "partenaire",
        "adresse",
        "commune",
        "site",
        "kind",
        "name",
        "town",
        "city",
        "address",
        "nature",
        "lieu",
        "contact",
        "code",
        "postal",
        "departement",
        "web",
        "telephone",
    ]
)


def _alike(name: str, other: str) -> bool:
    first, second = fold(name), fold(other)
    return bool(first) and (first in second or second in first)


def _article(words: str, *, plural: bool) -> int:
    """Return where a name begins behind an article that is no part of it: one in lower case, or before a plural."""
    flags = re.I if plural else 0
    match = re.match(
        r"(?:(?:le|la|les|un|une|des|du|de la|de|the|a|au|aux)\s+|(?:l|d|de l)[’'])", words, flags
    )
    return match.end() if match else 0


def _whole(words: str, start: int, end: int) -> towns.Town | None:
    """Return the town whose name is the whole of the words, as under a heading that says of what kind they are."""
    known = towns.known_town(words[start:end])
    return towns.Town(0, 0, words[start:end], france().town(known), "whole") if known else None


def _of(words: str, start: int) -> str:
    """Return the preposition that stands before a name: the `de ` of "centres sociaux d’Arras, de Liévin"."""
    match = re.search(r"(?:\bd[eu]s?\s|\bd[’'])$", words[max(0, start - 4) : start])
    return match.group() if match else ""


def _behind(words: str, start: int, end: int, head: str) -> int:
    """Return where a name begins behind its plural head word."""
    place = start
    for _ in head.split():
        match = re.match(r"\S+\s*", words[place:end])
        place += match.end() if match else 0
    rest = re.match(r"(?:d[eu]s?\s+|d[’']|de la\s+|de l[’'])", words[place:end])
    return place + (rest.end() if rest else 0) if place < end else start


def _distributed(parts: Sequence[Part], mentions: list[list[Mention]]) -> Iterator[Mention]:
    """Yield the mentions; a town said at the end of several under one head word is that of all without one."""
    last: Mention | None = None
    shared: list[Mention] = []
    for part, found in zip(reversed(parts), reversed(mentions), strict=True):
        if not part.head:
            last = None
        for mention in found:
            if (
                mention.place
                and mention.place not in mention.name[: -len(mention.place)]
                and mention.name != f"{enumerations.singular(part.head)} {mention.place}"
            ):
                last = mention
                shared.append(mention)
            elif last is not None and part.head:
                shared.append(
                    replace(mention, place=last.place, place_code=last.place_code, status="distributed")
                )
            else:
                shared.append(mention)
    yield from reversed(shared)


def _is_group(name: str) -> bool:
    """Return whether words mean several that are not named: a plural without a capital, or "several …"."""
    folded = fold(name)
    if re.match(
        r"(?:plusieurs|several|many|de nombreu\w+|various|differents|divers|some|tous|toutes|all)\b", folded
    ):
        return True
    first = kinds.head(name)
    plural = (
        bool(first) and first.split()[0].endswith(("s", "x")) and first not in ("fonds", "jardins", "amis")
    )
    return plural and not any(letter.isupper() for letter in name[1:])


_ACTIVITY = re.compile(
    r"^(?:l[ea’']s?\s*)?(?:accueil|organisation|animation|formation|mise en place|participation|prets?|lectures?|ateliers? de|creation de|realisation|"
    r"interventions?|rencontres? avec|visites?|achats?|soutien|aide|mise a disposition|accompagnement|developpement|promotion|conferences?|"
    r"shared|loans?|reception|reading|training|bibliographic|joint|seminars?|actions?|readings?|support)\b"
)


def _is_activity(words: str, strong: int) -> bool:
    return not strong and bool(_ACTIVITY.match(fold(words))) and not kinds.bodies().get(fold(words))
