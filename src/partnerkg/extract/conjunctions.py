"""Whether "and" stands between two names or inside one: "la Ville et l’État", "Livre et Lecture"."""

from __future__ import annotations

import re

from partnerkg.extract import kinds, telling
from partnerkg.extract.words import is_only
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SEVERAL = 2
_NEAR = 8  # characters before a name that hold its preposition
LONGEST = 300  # characters of a part that is still names and no sentence
OF_THE_STATE = frozenset(  # bodies whose names have commas
    (
        *("ministere", "ministeres", "secretariat d etat", "direction", "direction regionale", "ministry"),
        *("direction departementale", "department of", "delegation", "commissariat", "agence nationale"),
        *("bundesministerium", "ministerium", "ministerie", "ministero", "ministerio"),
    )
)
_AND = re.compile(
    r"\s+(?:et|and(?: (?:of|from|by|to))?(?: the(?= [A-Z]))?|ainsi que|und|sowie|e|ed|y|&|"
    r"en(?= (?:het|de|vzw|(?i:stichting|gemeente|provincie|bibliotheek|universiteit|museum|theater|fonds)) )|"
    r"i(?= (?:d[’']|de|del|dels|l[’']|la|el|els|les)(?:\s|(?<=[’']))))\s+"
    r"(?:(?:natürlich|auch|ebenso|besonders|bien sûr|aussi|également|enfin|of course|also|finally)\s+)?"
)
_ARTICLED = re.compile(
    r"(?:l[ea]s?\s|l[’']|the\s|het\s|d(?:er|ie|as|em|en)\s|a(?:l|lla|llo|gli|lle|i)\s|il\s|"
    r"(?:à )?tou(?:te)?s\s|all\s)"
)
_BODY = re.compile(r"\s\([^()]*\)$")
_BY = re.compile(r"^(?:par|avec|by|with|from|via|von|mit)\s")
_PERSON = re.compile(r"[A-ZÉ][a-zà-ÿ]+(?:-[A-ZÉ][a-zà-ÿ]+)? [A-ZÉ][\w’'-]+$")
_GIVEN_ARTICLE = re.compile(
    r"(?:l[ea]s?\s|l[’']|het\s|d(?:er|ie|as|em|en)\s|il\s|el\s)[A-ZÉÈÎÔÄÖÜ]|de (?:L[’']|L[ea]s?\s)"
)
_ALL = re.compile(
    r"(?:(?:à |to )?tou(?:te)?s (?:les|nos|ceux|celles)|all (?:the|our|those)|(?:nos|our|les) autres)\s", re.I
)
_PURPOSE = re.compile(r"\b(?:für|for|pour)\s+(?:[a-zà-ÿ]+[\s’'])?[\w-]+$")
_LETTERS = re.compile(r"[A-ZÉÈ]{3,12}(?=\s\(|$)")
_TO = re.compile(r"(?:aux?\s|à la\s|à l[’']|à\s)(?=[A-ZÉÈÎÔ])")  # "Merci à la Maison A et aux Caves B"
_FROM = re.compile(r"\b(?:d(?:e|u|es|el|a|o)|de la)\s$|\bd(?:e l)?[’']$", re.I)
_OF_OTHERS = re.compile(r"\bd(?:e|u|es|el|i|a|o)\s|\bd[’']")
_GIVEN = re.compile(r"\s*(?:d[eu]s?\s|d[’']|de la\s|de l[’'])(?=[A-ZÉ])")


def ands(text: str, first: int, last: int, *, ending: bool, carried: bool) -> Iterator[tuple[int, int]]:
    """Yield the sides of each "and" that stands between two names and not inside one.

    It does so at the end of an enumeration, between two that share a head word, and before a head word.
    """
    words = text[first:last]
    for match in _AND.finditer(words) if len(words) < LONGEST else ():
        left, right = words[: match.start()], _BY.sub("", words[match.end() :])
        if left.count("(") > left.count(")") or not left.strip() or not right.strip():
            continue
        is_sign = match.group().strip() == "&"  # "Elm Bookshop & Café"
        if is_sign and not (kinds.kind(right) and right[:1].isupper() and " " in right):
            continue
        if _PURPOSE.search(left) and not kinds.kind(right) and len(right.split()) <= SEVERAL:
            continue  # "für Wissenschaft und Kunst"
        near = _AND.split(right, maxsplit=1)[0]
        keeps = kinds.head(left) in OF_THE_STATE and not (kinds.head(near) or kinds.tail(fold(near)))
        if _is_inside(left, right) or (kinds.head(left) == "editions" and not ending):
            continue
        linked = bool(
            re.match(r"(?:d[’']|de\s|du\s|des\s|d[ao]s?\s|de(?:l|lla|llo|i|gli|lle|ls)\s|dell[’'])", right)
        )
        named = right[:1].isupper() or bool(_ARTICLED.match(right))
        all_ = bool(_ALL.match(right))
        again = ending and _goes_on(text[max(0, first - _NEAR) : first], left)
        if keeps or (linked and not (carried or again or kinds.kind(right) or _GIVEN_ARTICLE.match(right))):
            continue
        if (
            kinds.kind(right)
            or kinds.tail(fold(right))
            or carried
            or all_
            or _TO.match(right)
            or (kinds.head(left) and _LETTERS.match(right))
            or (_GIVEN_ARTICLE.match(right) and (kinds.head(left) or telling.opening(left)))
            or _are_two(left, right)
            or (match.group().strip()[-3:] in (" of", " by", " to", "rom") and right[:1].isupper())
            or (right[:4] in ("the ", "The ") and right[4:5].isupper() and " of " not in left)
            or (ending and (named or (again and linked)) and not _is_one(left, right))
        ):
            yield first, first + match.start()
            yield from ands(text, first + match.end(), last, ending=ending, carried=carried)
            return
    yield first, last


def _goes_on(before: str, left: str) -> bool:
    """Return whether the preposition behind "and" goes on from the first name: "de l’ARS et du Secours"."""
    return bool(_GIVEN.match(left) or (_FROM.search(before) and not _OF_OTHERS.search(left)))


def _is_inside(left: str, right: str) -> bool:
    """Return whether an "and" joins what one name deals with: "Livre et Lecture", "des Foires et Salons"."""
    before, after = fold(left).split()[-1:], fold(right).split()[:1]
    if re.search(r"\bdes\s\w+s$", left) and re.match(r"\w+s\b(?! (?:[A-ZÉ]|[«]))", right):
        return True
    described = bool(after) and is_only("domain", after[0]) and len(right.split()) == SEVERAL
    if described and _ends_in_head(right) and not (kinds.kind(left) or kinds.tail(fold(left))):
        return True  # "Elmville Civic and Garden Council"
    dealt = all(words and is_only("domain", words[0]) for words in (before, after))
    return dealt and [kinds.head(left)] != before


def _are_two(left: str, right: str) -> bool:
    """Return whether the sides are two persons, or the left one ends as names in English do."""
    left, right = (_BODY.sub("", side.strip()) for side in (left, right))
    if _PERSON.match(left) and _PERSON.match(right):
        given = kinds.standing(kinds.GIVEN)
        return all(fold(side.split()[0]) in given for side in (left, right))
    return right[:1].isupper() and " of " not in left and _ends_in_head(left)


def _ends_in_head(text: str) -> bool:
    words = fold(text).split()
    return any(" ".join(words[-size:]) in kinds.standing("en") for size in (2, 1) if len(words) > size)


def _is_one(left: str, right: str) -> bool:
    """Return whether two sides are more likely one name: one word each, or an article on both."""
    article = re.compile(r"\s*(?:l[ea]s?\s|l[’'])(?=[A-ZÉÈÀ])", re.I)
    capital = re.match(r"(?:l[ea]s?\s|l[’'])[A-ZÉÈÀ]", right)
    return bool(article.match(left) and capital and len(left.split()) < 4)
