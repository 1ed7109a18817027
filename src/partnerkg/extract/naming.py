"""The words of a line that name something → a mention: where they stand, of what kind, in which town."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from partnerkg.extract import (
    endings,
    enumerations,
    governed,
    inside,
    kinds,
    placing,
    telling,
    towns,
    where,
    words,
)
from partnerkg.extract.conjunctions import OF_THE_STATE
from partnerkg.extract.sections import PARTNER
from partnerkg.extract.towns import Town
from partnerkg.extract.view import ALT, NAME, Line, View
from partnerkg.model.mention import Mention
from partnerkg.model.name import fold
from partnerkg.places.france import (
    COUNTRY,
    DEPARTEMENT,
    FORMER_REGION,
    INTERCOMMUNALITY,
    REGION,
    STATE,
    france,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.extract.sections import Section

STATED, DISTRIBUTED = "stated", "distributed"
_TERRITORIAL = frozenset(("public-body", "network", "association", "union"))
_OVERRIDING = frozenset(
    ("bookshop", "school", "library", "media", "union", "museum", "cinema-or-theatre", "publisher")
)
_ARTICLE = (
    r"(?:(?:de l|l|d|dell)[’']|(?:del|della|dello|dei|degli|delle|het|le|la|les|un|une|des|du|de la|de|"
    r"the|a|à la|au|aux|d[ao]s?|dels?|d(?:er|ie|as|em|en)|el|los|las|il|gli)\s+)"
)
_LAST = re.compile(r"(?:et|ainsi que|and|und|en|e|y)\s+(?=(?:l[ea]s?|the|die|der|das|la|il|el)\s|l[’'])")
_ASKS = re.compile(r"\b(?:bei|von|mit|an|zu|danken?|gilt|gelten)\s*:?\s*$", re.I)
_OTHER_CASES = re.compile(r"(?:Dem|Den(?! (?:Haag|Bosch|Helder|Burg)\b))\s(?=[A-ZÄÖÜ])")
_CASES = re.compile(r"(?:De[rmn]|Die|Das)\s(?=[A-ZÄÖÜ])")
_OWNER = re.compile(r"([A-Z][\w-]{3,30})[’']s\s(?=[A-Z])")
_TOLD = ("cue", "prose")  # rules that read sentences
_AT = re.compile(r"\s[àÀ]\s([A-ZÉÈÎÔ].*)$")
_OF = r"(?:d[eu]s?\s+|d[’']|de la\s+|de l[’'])"
_WITHOUT_TOWN = OF_THE_STATE | {"communaute de communes", "communaute d agglomeration"}
_LETTERS = re.compile(r"[A-ZÉÈ0-9][A-ZÉÈ0-9.&-]{1,11}$")
_LABELS = ("alt", "heading", "name", "item", "cell")
_DESCRIBES = re.compile(r"\s?[:–—(]|\s(?:est|is|ist)\s")  # behind the name that a line tells of
_FEW = 3  # letters of a town that a name may be as a whole
_NUMBER = re.compile(r"\s[0-9IVX]{1,3}$")
_OF_PLACES = re.compile(
    r"(?:r[ée]gion|(?:conseil )?d[ée]partement(?:al)?|conseil (?:r[ée]gional|g[ée]n[ée]ral)|ville|mairie|"
    r"commune|m[ée]trop[oô]le|gemeente|gemeinde|comune|ayuntamiento|ajuntament|c[âa]mara municipal)s?\s"
    r"(?:d[eu]s?\s|de la\s|de l[’']|d[’']|di\s)?([A-ZÉÈÎÔ].*)$",
    re.I,
)
_WIDE = (REGION, FORMER_REGION, DEPARTEMENT, STATE, COUNTRY)
_NATIONS = (
    "GB-ENG",
    "GB-NIR",
    "GB-SCT",
    "GB-WLS",
)  # whose bodies are not of one part: "Arts Council England"


@dataclass(frozen=True, slots=True)
class Words:
    """The words `[start, end)` of a line that name something, and what stands beside them.

    `head` is the plural head word that they share with others, `shared` words that stand before another only;
    `address` may hold their town, `beside` what describes them; `town` is what a label calls their town.
    """

    line: Line
    start: int
    end: int
    head: str = ""
    address: str = ""
    beside: str = ""
    shared: str = ""
    town: str = ""

    @property
    def text(self) -> str:
        """Return the words."""
        return self.line.text[self.start : self.end]


def named(given: Words, section: Section, view: View, rule: str) -> Mention | None:
    """Return the mention of a name, without its article and parentheses; None if nothing is left of it."""
    given = _in_its_town(given) if rule in _TOLD else given
    town = governed.territory(given.text)
    town = town or towns.of(_NUMBER.sub("", given.text), is_body=kinds.head(given.text) in _WITHOUT_TOWN)
    beside = placing.said(given.address) if town is not None and town.slot == "after" else None
    town = beside if beside is not None and beside.slot != where.TERRITORY else town
    start, end = _bounds(given, town)
    start += _led(given.line.text[start:end], section)
    line = given.line
    name = line.text[start:end]
    if len(fold(name)) < 2:
        return None
    before = line.text[given.start : start]
    described = given.beside or (line.text[given.end :] if _DESCRIBES.match(line.text, given.end) else "")
    kind = kind_of(name, given, section, f"{before}. {line.text[end : given.end]} {described}")
    if not kind and rule in _LABELS and (whole := inside.large(name)):
        kind, town = kinds.BODY, whole
    town = town or _whole(name, given, section)
    town = town or placing.beside(name, kind, given.address, described, section)
    place, code = _place(name, town, kind, given)
    large = _around(given) if not place and kind != kinds.PERSON else None
    if large is not None:
        place, code = large.name, large.spot.code if large.spot else ""
    first, last = line.span(start, _closed(given, end, town))
    return Mention(
        *(
            first,
            last,
            view.text[first:last],
            f"{given.shared} {given.text}"
            if given.shared
            else enumerations.called(name, line.text[:start], given.head),
            kind or kinds.OTHER,
            place,
            code,
        ),
        heading=section.heading.text.rstrip(" :") if section.heading else view.title,
        relation=section.told or PARTNER,
        status=DISTRIBUTED if given.head else STATED,
        rule=rule,
        guessed=not kind,
    )


def _in_its_town(given: Words) -> Words:
    """Return the words of a name behind the great town that it is of: "Bradford’s Kala Sangam"."""
    owner = _OWNER.match(given.text)
    spot = france().town(owner[1]) if owner else None
    if owner is None or spot is None or spot.inhabitants <= inside.GREAT:
        return given
    return replace(given, start=given.start + owner.end(), address=given.address or owner[1])


def _around(given: Words) -> Town | None:
    """Return the place of a name that holds none: beside it, in its brackets, or what a label calls so."""
    found = placing.said(given.address) or where.numbered(given.text) or inside.bracketed(given.text)
    said = given.town.strip()
    if found or not (said and towns.is_written(said)):
        return found
    return Town(0, 0, said, None, "label")


def _bounds(given: Words, town: Town | None) -> tuple[int, int]:
    text, start, end = given.text, given.start, given.end
    if town and town.slot == "tail":
        end = start + len(re.sub(r"\s*(?:,|–|—|\s-|/|\|)\s*$", "", text[: town.start]))
    elif (text.endswith(")") and (opening := text.rfind(" (")) > 0) or (opening := text.find(" [")) > 0:
        end = start + opening
    elif given.head and town and (place := _AT.search(text)) and place[1].startswith(town.name):
        end = start + place.start()  # "lycées A et B à Lens"
    whole = given.line.text[start:end]
    if last := _LAST.match(whole):  # of names on lines of their own: "et la Ville de Coudekerque-Branche"
        start, whole = start + last.end(), whole[last.end() :]
    article = re.match(_ARTICLE, whole, re.I if given.head and kinds.head(whole) else 0)
    start += article.end() if article else 0
    if (
        not given.head
        and given.line.kind not in (ALT, NAME)
        and (describing := _describing().match(given.line.text[start:end]))
    ):
        start += describing.end()
    if given.head and kinds.head(given.line.text[start:end]) == given.head:
        start = _behind(given.line.text, start, end, given.head)
    while end > start and given.line.text[end - 1].isspace():
        end -= 1
    return start, end


def _led(name: str, section: Section) -> int:
    """Return where a German name begins behind an article not of it: "Dem Verein", "Der …" below "bei:"."""
    lead = section.heading.text if section.heading else ""
    article = (_CASES if _ASKS.search(lead) else _OTHER_CASES).match(name)
    return article.end() if article else 0


@cache
def _describing() -> re.Pattern[str]:
    """Return the pattern of common words before a name that say what it is and are no part of it."""
    common = words.alternatives("describing")
    return re.compile(rf"(?:[Ll](?:[ea]s?\s+|[’']))?(?:{common})\s+(?=[A-ZÉÈÊÀÂÎÔÛÇŒ0-9«\"“])")


def _closed(given: Words, end: int, town: Town | None) -> int:
    """Return where the words that prove a name end: behind the town or letters that stand in brackets."""
    brackets = re.match(r"\s?[(\[]([^()\[\]]{1,80})[)\]]", given.line.text[end : given.end])
    if brackets is None:
        return end
    is_told = (town is not None and town.slot == "parentheses") or _LETTERS.match(brackets[1])
    if not is_told:
        return end
    close, starts = end + brackets.end(), given.line.starts
    return close if starts[close - 1] - starts[end - 1] == close - end else end  # no markup between


def _behind(text: str, start: int, end: int, head: str) -> int:
    """Return where a name begins behind its plural head word."""
    place = start
    for _ in head.split():
        match = re.match(r"\S+\s*", text[place:end])
        place += match.end() if match else 0
    of = re.match(_OF, text[place:end])
    return place + (of.end() if of else 0) if place < end else start


def _whole(name: str, given: Words, section: Section) -> Town | None:
    """Return the town that is the whole of a name, as where a heading says what is listed by towns."""
    known = towns.known_town(name) if (given.head or section.kind) and len(name) > _FEW else ""
    return Town(0, 0, name, france().town(known), "whole") if known else None


def _place(name: str, town: Town | None, kind: str, given: Words) -> tuple[str, str]:
    """Return the place of a name and its code: that of the town found, else of what the name holds."""
    if town and town.slot == "after" and kind in _TERRITORIAL and _is_held(name, town):
        town = None
    if town and kind == kinds.COMPANY and town.slot == "after" and fold(name) in kinds.bodies():
        town = None  # "Jeff de Bruges"
    if town is None and not kinds.body(name):
        return _territory(inside.bare(name), kind, given)
    if town is None:
        around = towns.territory(name) if kind in _TERRITORIAL else None
        is_held = (
            around is not None
            and around.kind in _WIDE
            and around.code not in _NATIONS
            and fold(around.name) in fold(name)
        )
        return (around.name, around.code) if around and is_held else ("", "")
    return town.name, town.spot.code if town.spot else ""


def _is_held(name: str, town: Town) -> bool:
    """Return whether the words of a town belong to the name of a territory: "Pays de Lumbres"."""
    around = towns.territory(name)
    if around and around.kind == INTERCOMMUNALITY and fold(around.name) not in fold(name):
        return True
    region = around.name if around and around.kind in (REGION, FORMER_REGION, STATE) else ""
    return f" {fold(town.name)}" in fold(region)


def _territory(name: str, kind: str, given: Words) -> tuple[str, str]:
    """Return the territory, else the town, that a name holds without a preposition."""
    written = _OF_PLACES.match(name)
    found = towns.territory(name) if kind in _TERRITORIAL else inside.ending(name, kind)
    found = found or inside.of_state(name, kind) or inside.said_to_be_in(name, kind)
    town = inside.longer(name, found) if found else None  # "Romano Canavese", a town of the Canavese
    town = town or (endings.town(name, found, kind) if found else None)
    if found and town is None:
        part = inside.part(name, found)
        return (part, "") if part else (found.name, found.code)
    if town is None and written and kind:
        return written[1], ""
    town = town or inside.labelled(name, kind, towns.departement(given.text))
    if town is None:
        return endings.country(name, kind), ""
    part = inside.directed(name, town.name)
    return (part, "") if part else (town.name, town.spot.code if town.spot else "")


def kind_of(name: str, given: Words, section: Section, beside: str) -> str:
    """Return the kind of a name, empty where nothing says it.

    A section of one kind comes before the first words of the name, both before its other words, and these
    before what describes it.
    """
    body = kinds.bodies().get(fold(name), "")
    if not body and telling.is_group(name):
        return kinds.GROUP
    if given.head:
        return kinds.heads()[given.head]
    told = section.told_kind
    if told in _OVERRIDING and not (body or telling.ends(name) == kinds.FOUNDATION):
        return told
    if told == kinds.PERSON and not telling.may_be_person(name):
        told = ""
    known = body or kinds.body(name) or telling.opening(name)
    known = known or (telling.ends(name) if told == kinds.COMPANY else "") or told or telling.copula(beside)
    known = known or telling.closing(name) or telling.described(beside) or telling.trade(name)
    return known or (kinds.PERSON if telling.is_person(name) else "")
