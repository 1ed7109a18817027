"""Enumerations: the parts of a line between commas, with a head word that is said once for several."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.extract import kinds
from partnerkg.model.place import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = {"(": ")", "«": "»", "“": "”", "[": "]"}
_SEPARATORS = ",;•·|\u2022"
_GLUED = re.compile(r"^(?:de|du|des|d|et|aux?|en|sur|of|and|for)\b")
_KEEPS_COMMAS = frozenset(
    "ministere|ministeres|secretariat d etat|direction|direction regionale|direction departementale|ministry|"
    "department of|delegation|commissariat|agence nationale".split("|")
)
_AND = re.compile(r"\s+(?:et|and|ainsi que|&)\s+")
_LEADS = re.compile(
    r"^(?:l[ea’']s?\s*)?(?:et|and|ainsi que|mais aussi|aussi|notamment|dont|ou encore|parmi lesquels|such as|including|celles? de|ceux de)\s+",
    re.I,
)
_SINGULAR = {
    "colleges": "Collège", "lycees": "Lycée", "ecoles": "École", "villes": "Ville", "communes": "Commune",
    "mediatheques": "Médiathèque", "bibliotheques": "Bibliothèque", "librairies": "Librairie", "centres sociaux": "Centre social",
    "associations": "Association", "theatres": "Théâtre", "musees": "Musée", "foyers": "Foyer", "universites": "Université",
    "cinemas": "Cinéma", "conseils departementaux": "Conseil départemental", "conseils regionaux": "Conseil régional",
    "departements": "Département", "regions": "Région", "communautes de communes": "Communauté de communes",
    "editions": "Éditions", "mairies": "Mairie", "festivals": "Festival", "fondations": "Fondation", "maisons de quartier": "Maison de quartier",
    "libraries": "Library", "schools": "School", "bookshops": "Bookshop", "theaters": "Theatre", "museums": "Museum",
}


@dataclass(slots=True)
class Part:
    """A part of an enumeration, `[start, end)`; `head` is the plural head word carried to it, if any."""

    start: int
    end: int
    head: str = ""
    carried: bool = False


def singular(head: str) -> str:
    """Return the head word of one of several, empty where it is not known."""
    return _SINGULAR.get(head, "")


def is_plural(head: str) -> bool:
    """Return whether a head word begins an enumeration of several."""
    return head in _SINGULAR


def split(text: str, start: int = 0, end: int | None = None) -> list[Part]:
    """Return the parts of an enumeration, without articles, conjunctions and full stops at their ends."""
    end = len(text) if end is None else end
    pieces = list(_joined(text, _pieces(text, start, end)))
    parts: list[Part] = []
    many = len(pieces) > 2
    for number, (first, last) in enumerate(pieces):
        ending = many and number == len(pieces) - 1
        for cut_first, cut_last in _ands(text, first, last, ending=ending or many):
            if trimmed := _trimmed(text, cut_first, cut_last):
                parts.append(Part(*trimmed))
    _carry(text, parts)
    return parts


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between separators outside brackets and quotation marks."""
    first, waiting = start, ""
    for place in range(start, end):
        letter = text[place]
        if waiting:
            if letter == waiting:
                waiting = ""
        elif letter in _PAIRS and text.find(_PAIRS[letter], place, min(end, place + 300)) > 0:
            waiting = _PAIRS[letter]
        elif letter in _SEPARATORS or (letter in "/–—-" and text[place - 1 : place + 2] == f" {letter} "):
            if letter != "-" or place > first:
                yield first, place
                first = place + 1
    yield first, end


def _joined(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, those of ministries and directions with their commas."""
    waiting: tuple[int, int] | None = None
    for first, last in pieces:
        if waiting is not None:
            if kinds.head(text[waiting[0] : waiting[1]]) in _KEEPS_COMMAS and _GLUED.match(fold(text[first:last])):
                waiting = (waiting[0], last)
                continue
            yield waiting
        waiting = (first, last)
    if waiting is not None:
        yield waiting


def _ands(text: str, first: int, last: int, *, ending: bool) -> Iterator[tuple[int, int]]:
    """Yield the two sides of an "and" where both are names of their own."""
    words = text[first:last]
    depth = words.find("(")
    for match in _AND.finditer(words):
        if 0 <= depth < match.start() and ")" not in words[depth : match.start()]:
            continue
        left, right = words[: match.start()], words[match.end() :]
        if not left.strip() or not right.strip():
            continue
        own = kinds.head(left) in _KEEPS_COMMAS and not kinds.head(right)
        starts = re.match(r"(?:l[ea]s?\s|l[’']|un\s|une\s|des\s|the\s|d[’']|de\s|du\s|celles?\s)", right)
        if own or (_GLUED.match(fold(right)) and not ending and not kinds.head(right)):
            continue
        if starts or kinds.head(right) or (ending and right.strip()[:1].isupper()):
            yield first, first + match.start()
            yield from _ands(text, first + match.end(), last, ending=ending)
            return
    yield first, last


def _trimmed(text: str, first: int, last: int) -> tuple[int, int] | None:
    while first < last and (text[first].isspace() or text[first] in "-–—•·:.…*"):
        first += 1
    if lead := _LEADS.match(text[first:last]):
        first += lead.end()
    while last > first and (text[last - 1].isspace() or text[last - 1] in ".,;:…-–—!*"):
        last -= 1
    words = fold(text[first:last])
    return (first, last) if words and words not in ("etc", "autres", "others", "and more") else None


def _carry(text: str, parts: list[Part]) -> None:
    """Give a plural head word to what follows it, up to a part with a head word of its own."""
    carried = ""
    for part in parts:
        own = kinds.head(text[part.start : part.end])
        if is_plural(own):
            carried = part.head = own
        elif own and own != carried:
            carried = ""
        else:
            part.head, part.carried = carried, bool(carried)
