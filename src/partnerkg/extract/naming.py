"""The words of a line that name something → a mention: where they stand, of what kind, in which town."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.extract import enumerations, kinds, towns, words
from partnerkg.extract.sections import PARTNER
from partnerkg.extract.towns import Town
from partnerkg.extract.view import Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.places.france import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.extract.sections import Section

STATED, DISTRIBUTED = "stated", "distributed"
_TERRITORIAL = frozenset(("public-body", "network", "association", "union", "other", "programme-or-event"))
_OVERRIDING = frozenset(
    ("bookshop", "school", "library", "media", "union", "museum", "cinema-or-theatre", "publisher")
)
_ARTICLE = r"(?:(?:de l|l|d)[’']|(?:le|la|les|un|une|des|du|de la|de|the|a|au|aux)\s+)"
_OF = r"(?:d[eu]s?\s+|d[’']|de la\s+|de l[’'])"
_NEAR = 160  # characters of a description that may say the kind
_WITHOUT_TOWN = enumerations.OF_THE_STATE | {"communaute de communes", "communaute d agglomeration"}
_NO_PLURALS = ("fonds", "jardins", "amis")


@dataclass(frozen=True, slots=True)
class Words:
    """The words `[start, end)` of a line that name something, and what stands beside them.

    `head` is the plural head word that they share with others; `address` may hold their town, `beside` what
    describes them.
    """

    line: Line
    start: int
    end: int
    head: str = ""
    address: str = ""
    beside: str = ""

    @property
    def text(self) -> str:
        """Return the words."""
        return self.line.text[self.start : self.end]


def named(given: Words, section: Section, view: View, rule: str) -> Mention | None:
    """Return the mention of a name, without its article and parentheses; None if nothing is left of it."""
    town = towns.of(given.text, is_body=kinds.head(given.text) in _WITHOUT_TOWN)
    start, end = _bounds(given, town)
    line = given.line
    name = line.text[start:end]
    if len(fold(name)) < 2:
        return None
    if town is None:
        town = (towns.of(given.address) if given.address else None) or _whole(name, given, section)
    kind, doubt = kind_of(name, given, section, f"{line.text[end : given.end]} {given.beside}")
    place, code = _place(name, town, kind)
    first, last = line.span(start, end)
    return Mention(
        *(
            first,
            last,
            view.text[first:last],
            _called(name, line.text[:start], given.head),
            kind,
            place,
            code,
        ),
        heading=section.heading.text.rstrip(" :") if section.heading else view.title,
        relation=section.told or PARTNER,
        status=DISTRIBUTED if given.head else STATED,
        rule=rule,
        doubt=doubt,
    )


def _bounds(given: Words, town: Town | None) -> tuple[int, int]:
    text, start, end = given.text, given.start, given.end
    if town and town.slot == "tail":
        end = start + len(re.sub(r"\s*(?:,|–|—|\s-|/|\|)\s*$", "", text[: town.start]))
    elif (text.endswith(")") and (opening := text.rfind(" (")) > 0) or (opening := text.find(" [")) > 0:
        end = start + opening
    article = re.match(_ARTICLE, given.line.text[start:end], re.I if given.head else 0)
    start += article.end() if article else 0
    if given.head and kinds.head(given.line.text[start:end]) == given.head:
        start = _behind(given.line.text, start, end, given.head)
    while end > start and given.line.text[end - 1].isspace():
        end -= 1
    return start, end


def _behind(text: str, start: int, end: int, head: str) -> int:
    """Return where a name begins behind its plural head word."""
    place = start
    for _ in head.split():
        match = re.match(r"\S+\s*", text[place:end])
        place += match.end() if match else 0
    of = re.match(_OF, text[place:end])
    return place + (of.end() if of else 0) if place < end else start


def _called(name: str, before: str, head: str) -> str:
    """Return a name with the head word it shares with others: "Collège" and the `de ` before it."""
    single = enumerations.singular(head)
    if not single or kinds.head(name):
        return name
    of = re.search(r"(?:\bd[eu]s?\s|\bd[’'])$", before[-4:])
    return f"{single} {of.group() if of else ''}{name}"


def _whole(name: str, given: Words, section: Section) -> Town | None:
    """Return the town that is the whole of a name, as where a heading says what is listed by towns."""
    known = towns.known_town(name) if given.head or section.kind else ""
    return Town(0, 0, name, france().town(known), "whole") if known else None


def _place(name: str, town: Town | None, kind: str) -> tuple[str, str]:
    if town is not None:
        return town.name, town.spot.code if town.spot else ""
    if kind in _TERRITORIAL and fold(name) not in kinds.bodies():
        spot = towns.territory(name)
        return (spot.name, spot.code) if spot else ("", "")
    return "", ""


def kind_of(name: str, given: Words, section: Section, beside: str) -> tuple[str, str]:
    """Return the kind of a name and, where nothing says it, that this is in doubt.

    A section of one kind comes before the first word of the name, and both before what describes it.
    """
    if is_group(name):
        return kinds.GROUP, ""
    if given.head:
        return kinds.heads()[given.head], ""
    own, told = kinds.kind(name), section.told_kind
    if told in _OVERRIDING and fold(name) not in kinds.bodies():
        return told, ""
    said = own or told or kinds.heads().get(kinds.tail(fold(name)), "") or _described(beside)
    return (said, "") if said else (kinds.OTHER, "kind")


def _described(beside: str) -> str:
    pieces = re.split(r"[,.:–—|-]", beside[:_NEAR])
    return next((kinds.heads()[head] for piece in pieces if (head := kinds.head(piece.strip()))), "")


def is_group(name: str) -> bool:
    """Return whether words mean several that are not named: a plural without a capital, or "several …"."""
    if words.pattern("several").match(fold(name)):
        return True
    head = kinds.head(name)
    plural = head.split()[0].endswith(("s", "x")) and head not in _NO_PLURALS if head else False
    return plural and not any(map(str.isupper, name[1:]))
