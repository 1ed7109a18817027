"""Lines that list names between commas: which they are, and what their parts share."""

from __future__ import annotations

import re
from dataclasses import replace

from partnerkg.extract import enumerations, kinds, names, towns, where
from partnerkg.extract.naming import DISTRIBUTED
from partnerkg.extract.sections import is_category
from partnerkg.extract.view import ITEM
from partnerkg.extract.words import pattern
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.naming import Words
    from partnerkg.extract.sections import Section
    from partnerkg.extract.view import Line
    from partnerkg.model.mention import Mention

_LONG, _LONGEST_PART, _LONGEST_LEAD, _MANY = 120, 70, 100, 5
_LONGEST_LABEL = 60
_LONGEST_TOWN = 40
_CAPITALS = re.compile(r"[A-ZÉÈÎÔ][A-ZÉÈÎÔ’' -]{1,40}[A-ZÉÈ](?=\s[A-ZÉÈÎÔ][a-zà-ÿ])")
_DASH = re.compile(r"\s[–—-](?=\s)")
_SENTENCES = re.compile(r"(?<!\b[A-Z])(?<!\bMme)(?<!\bDr)(?<!\bSt)[.!?]\s+[A-ZÉÈÀ]")  # not behind "M."


def is_enumeration(line: Line, section: Section) -> bool:
    """Return whether a line lists names."""
    return _shares_head(line.text) or _lists(line, section)


def _lists(line: Line, section: Section) -> bool:
    """Return whether most parts of a line look like names, and none is long."""
    text, commas = line.text, max(map(line.text.count, ",•·"))
    if not section.kind and line.kind == ITEM and len(text) < _LONGEST_LEAD and commas < 2:
        return False
    if names.is_where(text) or (_SENTENCES.search(text) and commas < 6):
        return False
    parts = [text[part.start : part.end] for part in enumerations.split(text)]
    if len(parts) < 3 and not (len(parts) == 2 and len(text) < _LONG and _are_two(text, parts, section)):
        return False
    if any(pattern("sentence.verbs").search(part) and not kinds.head(part) for part in parts):
        return False
    said = [_is_where(part) for part in parts]
    if sum(said) * 2 >= len(parts) and (not section.kind or (not said[0] and all(said[1:]))):
        return False
    good = sum(map(names.is_name, parts))
    return good * 4 >= len(parts) * 3 and sum(map(len, parts)) < _LONGEST_PART * len(parts)


def _shares_head(text: str) -> bool:
    """Return whether a line is a plural head word and names: "Les collèges Diderot et Jean Bodel"."""
    head = kinds.head(text)
    if not enumerations.is_plural(head) or head == "editions":
        return False
    parts = enumerations.split(text)
    return len(parts) > 1 and all(
        part.head == head and text[part.start : part.start + 1].isupper() for part in parts[1:]
    )


def _is_where(part: str) -> bool:
    """Return whether a part is nothing but a place, or the letters of one: "Dubuque, Iowa, USA"."""
    return towns.is_place(part) or bool(re.match(r"[A-Z]{2,3}(?:\s[0-9]{4,5})?$|.{0,30}\b[0-9]{4,5}\b", part))


def _are_two(text: str, parts: Sequence[str], section: Section) -> bool:
    """Return whether two parts are names: where a heading says of what, or a sign stands between them."""
    if section.kind:
        return _is_two(parts[1])
    return " / " in text and all(part[:1].isupper() for part in parts) and not enumerations.is_town(parts[1])


def _is_two(last: str) -> bool:
    """Return whether the second of two parts is a name too, and not the town of the first."""
    placed = enumerations.is_town(last) or towns.territory(last)
    return not placed and last[:1].isupper() and (len(last.split()) > 1 or bool(kinds.kind(last)))


def parts(line: Line) -> list[Part]:
    """Return the parts of a line that lists, without what stands before a colon."""
    colon = line.text.find(": ", 0, _LONGEST_LEAD)
    leads = colon > 0 and (line.text.count(",", colon) > 1 or is_category(line.text[:colon]))
    return enumerations.split(line.text, colon + 2 if leads else 0)


def placed(line: Line) -> int:
    """Return where the colon stands behind a town that a line lists names of, 0 if none: "Toulouse : …"."""
    colon = line.text.find(":", 0, _LONGEST_TOWN)
    dash = _DASH.search(line.text, 1, _LONGEST_TOWN) if colon < 0 else None
    if dash is not None and kinds.kind(line.text[dash.end() :]):
        colon = dash.end() - 1
    if colon < 0:
        colon = _shown(line)
    town = line.text[: max(colon, 0)].strip(" –—-")
    if not town[:1].isupper():
        return 0
    return colon if where.place(town) or towns.known_town(re.sub(r"\s[–-]\s", "-", town)) else 0


def _shown(line: Line) -> int:
    """Return where a town ends that stands out in bold or capitals before a name: "LENS Librairie Meura"."""
    capitals = _CAPITALS.match(line.text)
    end = next((end for start, end in line.strong if start == 0), capitals.end() if capitals else -1)
    rest = line.text[end:].lstrip() if 0 < end < _LONGEST_TOWN else ""
    return end if rest[:1].isupper() and kinds.kind(rest) and not kinds.kind(line.text[:end]) else -1


def distributed(pairs: Sequence[tuple[Part | Words, Mention]]) -> list[Mention]:
    """Return the mentions; a town said at the end of several under one head word is that of all before it."""
    last: Mention | None = None
    mentions: list[Mention] = []
    for part, mention in reversed(pairs):
        last = last if part.head else None
        if _has_town(part, mention):
            last = mention
        elif last is not None and part.head:
            mention = replace(  # noqa: PLW2901 - the same mention with what it shares
                mention, place=last.place, place_code=last.place_code, status=DISTRIBUTED
            )
        mentions.append(mention)
    return mentions[::-1]


def _has_town(part: Part | Words, mention: Mention) -> bool:
    """Return whether a part says its town, and is not only named like one ("Saint-Vincent")."""
    alone = mention.name == f"{enumerations.singular(part.head)} {mention.place}"
    return bool(mention.place) and not (
        alone and enumerations.singular(part.head) not in ("Ville", "Commune", "Mairie")
    )


def pair(text: str) -> list[tuple[int, int]]:
    """Return where the names in a heading stand: two, if it joins two that have an article of their own."""
    both = re.match(r"((?:l[ea]s?\s|l[’']).+?)\s+et\s+((?:l[ea]s?\s|l[’']|(?=[A-ZÉÈÀ])).+)$", text, re.I)
    if both is None or "," in text:
        return [(0, len(text))]
    return [both.span(1), both.span(2)]


def linked(line: Line) -> list[tuple[int, int]]:
    """Return the links of a line that is little else than several links, each a name: "[A] - [B] / [C]"."""
    links = [span for span in line.links if span not in line.home]
    shown = sum(end - start for start, end in links)
    named = all(names.is_name(line.text[start:end]) for start, end in links)
    return links if len(links) > 1 and named and shown * 4 >= len(line.text) * 3 else []


def several(line: Line, section: Section) -> list[tuple[int, int]]:
    """Return the names in a heading that lists them."""
    listed = parts(line) if is_enumeration(line, section) else []
    named = all(
        re.match(r"(?:l[ea]s?\s|l[’'])?[A-ZÉÈÀ]", line.text[part.start : part.end]) for part in listed
    )
    return [(part.start, part.end) for part in listed] if named and len(listed) > 2 else []


def is_long(line: Line) -> bool:
    """Return whether a line lists so many that it is no sentence, whatever words introduce some of them."""
    return line.text.count(",") + line.text.count(";") > _MANY


def paired(line: Line) -> list[tuple[int, int]]:
    """Return the two names of an item where words say what both are: "La Ville et le Département"."""
    spans = pair(line.text) if line.kind == ITEM else []
    return spans if len(spans) > 1 and all(kinds.kind(line.text[slice(*span)]) for span in spans) else []


def brackets(line: Line, part: Part) -> list[tuple[int, int]]:
    """Return the names in brackets behind the town that a part is: "Arras (Saint-Vaast et Verlaine)"."""
    opening = line.text.find(" (", part.start, part.end)
    if opening < 0 or line.text[part.end - 1] != ")" or not enumerations.is_town(before(line, part)):
        return []
    inner = line.text[opening + 2 : part.end - 1]
    if enumerations.is_town(inner) or not inner[:1].isupper():
        return []
    both = re.match(r"(.+?)\s+et\s+(.+)$", inner)
    spans = [both.span(1), both.span(2)] if both else [(0, len(inner))]
    return [(opening + 2 + start, opening + 2 + end) for start, end in spans]


def before(line: Line, part: Part) -> str:
    """Return the words of a part before its brackets."""
    words = line.text[part.start : part.end].partition(" (")[0]
    return re.sub(r"^d(?:e\s|[’'])", "", words)


def labelled(line: Line) -> int:
    """Return where the colon stands behind a body whose part an item tells, 0 if none: "Department: …"."""
    colon = line.text.find(":", 0, _LONGEST_LABEL)
    words = line.text[: max(colon, 0)].strip()
    if line.kind != ITEM or colon < 0 or is_category(words) or not names.is_name(words):
        return 0
    last = (fold(words).split() or [""])[-1]
    return colon if kinds.kind(words) or kinds.tail(fold(words)) or last in kinds.heads() else 0
