"""Enumerations: the parts of a line between commas, with a head word that is said once for several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from partnerkg.extract import kinds
from partnerkg.extract.conjunctions import OF_THE_STATE, SEVERAL, ands
from partnerkg.extract.words import alternatives
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = {"(": ")", "«": "»", "“": "”", "[": "]"}
_SEPARATORS = ",;•·|\u2022"
_GLUED = re.compile(r"^(?:de|du|des|d|et|aux?|en|sur|of|and|for)\b")
_ETC = re.compile(
    r",?\s+(?:etc|usw|ecc)\.?$|\s(?:in|en|depuis|since) (?:19|20)[0-9]{2}$|"
    r",?\s(?:and|et|und) (?:d[’']|many |several |(?:de )?nombreu\w+ |bien d[’'])?"
    r"(?:autres?|others?|anderen?)\b[^A-ZÉ]*$|"
    r",?\s(?:et|and|und|e|y|en)\s[0-9]+\s[a-zà-ÿ][^,;]*$|"  # "und 19 kooperierenden KMU"
    r"(?<=[a-z])(?<![\s-][a-z])\s(?:and|or)\s[a-z][a-z-]*(?:\s[a-z-]+){0,3}$|"
    rf"\s(?:et|and)\s(?:les|nos|ses|son|sa|leurs?|toute?s?(?: les?| ses| son)?|its|his|her|their|our|all)\s"
    rf"(?:{alternatives('people')})\b[^A-ZÉ]*$|"
    rf"\s(?:{alternatives('predicate')})\s[^A-ZÉ]*$"  # what all of them do
)
_SPACED = "/–—+*-"  # separators where a space stands on both sides; the first one separates two, too
_LEADS = re.compile(rf"^(?:l[ea’']s?\s*)?(?:{alternatives('lead')})\s+", re.I)
_SENTENCE = re.compile(  # not behind letters alone: "St. Omer"
    r"(?:(?<=[^\W\d_]{2}[a-zà-ÿ])(?<!\bSte)(?<!\bMme)|(?<=[0-9)»”]))[.!?]\s+(?=[A-ZÉÈÀÊÎÔÛÇ«])"
)
_LONGEST = 300  # characters of a part that is still names and no sentence
_FARTHEST = 40  # parts over which a head word is carried
_OF_ITS_OWN = re.compile(r"(?:et\s+)?(?:l[ae]\s|l[’'])(?=[A-ZÉÈÊÀÂÎÔÛÇŒ])")  # "les lycées A, B, le Bureau C"
_SINGULAR = {
    "colleges": "Collège",
    "lycees": "Lycée",
    "ecoles": "École",
    "villes": "Ville",
    "communes": "Commune",
    "mediatheques": "Médiathèque",
    "bibliotheques": "Bibliothèque",
    "librairies": "Librairie",
    "centres sociaux": "Centre social",
    "associations": "Association",
    "theatres": "Théâtre",
    "musees": "Musée",
    "foyers": "Foyer",
    "universites": "Université",
    "cinemas": "Cinéma",
    "conseils departementaux": "Conseil départemental",
    "conseils regionaux": "Conseil régional",
    "departements": "Département",
    "regions": "Région",
    "communautes de communes": "Communauté de communes",
    "editions": "Éditions",
    "mairies": "Mairie",
    "festivals": "Festival",
    "fondations": "Fondation",
    "maisons de quartier": "Maison de quartier",
    "libraries": "Library",
    "schools": "School",
    "bookshops": "Bookshop",
    "theaters": "Theatre",
    "museums": "Museum",
}
_VOWELS, _OF_A_TOWN = "aeiouyh", ("Ville", "Commune", "Mairie")
_OF_FIRST = re.compile(r"\b(\w+[sx])\s+d(?:e\s|[’'])")
_HEADED = 300  # characters before a name that may hold the plural head word it shares


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an enumeration, `[start, end)`.

    `head` is the plural head word carried to it, `shared` the words that it shares with the part before
    ("PJJ" in "PJJ d’Arras et de Liévin"), if any.
    """

    start: int
    end: int
    head: str = ""
    shared: str = ""


def singular(head: str) -> str:
    """Return the head word of one of several, empty where it is not known."""
    return _SINGULAR.get(head, "")


def is_plural(head: str) -> bool:
    """Return whether a head word begins an enumeration of several."""
    return head in _SINGULAR


def split(text: str, start: int = 0, end: int | None = None, *, several: bool = False) -> list[Part]:
    """Return the parts of an enumeration, without articles, conjunctions and full stops at their ends.

    `several` where words before it say that there are two at least: "such as A and B".
    """
    return list(_split(text, start, len(text) if end is None else end, several))


@lru_cache(maxsize=8)  # whether a line is an enumeration is asked before its parts are
def _split(text: str, start: int, end: int, several: bool) -> tuple[Part, ...]:
    pieces = list(_joined(text, _pieces(text, start, end)))
    parts: list[Part] = []
    for number, (first, last) in enumerate(pieces):
        carried = _carried(text, parts, first, last)
        ending = (several or len(pieces) > 1) and number == len(pieces) - 1
        for cut_first, cut_last in ands(text, first, last, ending=ending, carried=bool(carried)):
            if trimmed := _trimmed(text, cut_first, cut_last):
                part = Part(*trimmed, _carried(text, parts, *trimmed))
                parts.extend(_members(text, part) or _towns(text, part) or [part])
    return tuple(parts)


def _members(text: str, part: Part) -> list[Part]:
    """Return those whom brackets behind a plural name: "les syndicats (CGT, FSU)"."""
    opening = text.find(" (", part.start, part.end)
    own = kinds.head(text[part.start : part.end])
    head = part.head or (own if own.endswith(("s", "x")) else "")
    if not head or opening < 0 or text[part.end - 1] != ")":
        return []
    named = split(text, opening + 2, part.end - 1)
    if len(named) < SEVERAL:
        return []
    if any(is_town(text[one.start : one.end]) for one in named):
        return named if head == "communes" else []
    return [Part(one.start, one.end, one.head or head) for one in named]


_TWO = re.compile(r"^(.*?)\s(d[’'e]\s?\S.*?)\s+et\s+(d[’'e]\s?\S.*)$")


def _towns(text: str, part: Part) -> list[Part]:
    """Return the two of one name in two towns: "PJJ d’Arras et de Liévin"."""
    two = _TWO.match(text[part.start : part.end])
    if two is None or part.head or not all(is_town(re.sub(r"^d(?:e\s|[’'])", "", two[n])) for n in (2, 3)):
        return []
    return [
        Part(part.start, part.start + two.end(2)),
        Part(part.start + two.start(3), part.end, shared=_LEADS.sub("", two[1])),
    ]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between separators outside brackets and quotation marks."""
    first, waiting = start, ""
    separators = _separators(text[start:end])
    ends = {match.start() for match in _SENTENCE.finditer(text, start, end)}
    counts = [text.count(f" {dash} ", start, end) for dash in _SPACED]
    dashed = (sum(counts) > 1 or counts[0] > 0) and "," not in text[start:end]
    for place in range(start, end):
        letter = text[place]
        if waiting:
            if letter == waiting:
                waiting = ""
        elif letter in _PAIRS and text.find(_PAIRS[letter], place, min(end, place + 300)) > 0:
            waiting = _PAIRS[letter]
        elif (
            letter in separators
            or place in ends
            or (dashed and letter in _SPACED and text[place - 1 : place + 2] == f" {letter} ")
        ):
            yield first, place
            first = place + 1
    yield first, end


def _separators(text: str) -> str:
    """Return what stands between parts; no comma, where it leads to towns: "A, Lens ; B, Lille"."""
    groups = text.split(";")
    placed = sum(group.count(",") == 1 and is_town(group.partition(",")[2]) for group in groups)
    return _SEPARATORS.replace(",", "") if len(groups) > 1 and placed * 2 > len(groups) else _SEPARATORS


def _joined(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, those of ministries and directions with their commas."""
    waiting: tuple[int, int] | None = None
    for first, last in pieces:
        if waiting is not None:
            said = text[
                waiting[0] : waiting[1]
            ]  # "…, de l’Air et de la Mer, et du CNC": the second "et" leads on
            if (
                kinds.head(said) in OF_THE_STATE
                and " et " not in said
                and _GLUED.match(fold(text[first:last]))
            ):
                waiting = (waiting[0], last)
                continue
            yield waiting
        waiting = (first, last)
    if waiting is not None:
        yield waiting


def _trimmed(text: str, first: int, last: int) -> tuple[int, int] | None:
    while first < last and (text[first].isspace() or text[first] in "-–—•·:.…*"):
        first += 1
    if lead := _LEADS.match(text[first:last]):
        first += lead.end()
    while last > first and text[last - 1].isspace():
        last -= 1
    if etc := _ETC.search(text, first, last):
        last = etc.start()
    while last > first and (text[last - 1].isspace() or text[last - 1] in ".,;:…-–—!*"):
        last -= 1
    words = fold(text[first:last])
    return (first, last) if words and words not in ("etc", "autres", "others", "and more") else None


def _carried(text: str, parts: list[Part], first: int, last: int) -> str:
    """Return the plural head word of a part: its own, or that of the part before, if it goes on.

    "les centres sociaux d’Arras, de Liévin" goes on over "de …" and towns, "les collèges Diderot,
    Debussy" over all.
    """
    words = text[first : min(last, first + _LONGEST)].strip()
    own = kinds.head(_LEADS.sub("", words))
    if own:
        return own if is_plural(own) else ""
    if not parts or not parts[-1].head or _OF_ITS_OWN.match(words):
        return ""
    if _SENTENCE.search(text, parts[-1].start, first + 1):
        return ""
    near = reversed(parts[-_FARTHEST:])
    start = next((part for part in near if kinds.head(text[part.start : part.end]) == part.head), parts[-1])
    behind = re.sub(r"^\W*(?:l[ea]s?\s|l[’'])?", "", text[start.start : start.end], flags=re.I).split(
        None, len(parts[-1].head.split())
    )
    placed = len(behind) > len(parts[-1].head.split()) and bool(re.match(r"(?:d[eu]s?\s|d[’'])", behind[-1]))
    goes_on = not placed or bool(re.match(r"(?:et\s+)?(?:d[eu]s?\s|d[’'])", words)) or is_town(words)
    return parts[-1].head if goes_on else ""


def is_town(words: str) -> bool:
    """Return whether the words, without what stands in parentheses, are the name of a town."""
    from partnerkg.extract.towns import known_town

    return bool(known_town(re.sub(r"\s*\(.*$|[.;,]+$", "", words).strip()))


def called(name: str, before: str, head: str) -> str:
    """Return a name with the head word it shares with others: "Collège" and the `de ` before it."""
    single = singular(head)
    if not single or kinds.head(name):
        return name
    of = re.search(r"(?:\bd[eu]s?\s|\bd[’'])$", before[-4:])
    if of is None and _is_of_towns(before, single, head) and is_town(name):
        return f"{single} {'d’' if fold(name)[:1] in _VOWELS else 'de '}{name}"
    return f"{single} {of.group() if of else ''}{name}"


def _is_of_towns(before: str, single: str, head: str) -> bool:
    """Return whether a plural head word goes on with towns: "les bibliothèques de Vire, Flers"."""
    said = _OF_FIRST.findall(before[-_HEADED:])
    return single in _OF_A_TOWN or any(fold(word) in head.split() for word in said)
