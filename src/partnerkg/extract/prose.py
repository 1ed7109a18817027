"""Names in sentences: listed behind a colon or in brackets, or behind a head word ("la médiathèque")."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from partnerkg.extract import kinds, names, words
from partnerkg.extract.clauses import LONGEST, ending
from partnerkg.extract.enumerations import is_plural, split
from partnerkg.model.name import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkg.extract.enumerations import Part
    from partnerkg.extract.view import Line

_UPPER = r"(?:[A-ZÉÈÊÀÂÎÔÛÇŒ0-9«\"“][\w’'&»\"”-]*(?:\.[\w.]+)?|[LldD][’'][A-ZÉÈÊÀÂÎÔÛÇŒ][\w’'-]*)"
_SMALL = (
    r"(?:de|du|des|la|le|les|en|sur|sous|lès|lez|aux|au|à|d[’']|l[’']|municipale?|départementale?|régionale?|"
    r"nationale?|publique|intercommunale?|culturel|culturelle|social|sociale|of|the|for|"
    r"del|della|dello|dei|di|von|der|den|van|los|las|el|für|"
    r"und(?! d(?:ie|er|as|em|en)\b)|y(?! (?:el|la|los|las)\b)|i(?! (?:de|del|la|el|l)\b))"
)
_NAME = re.compile(
    rf"(?:[ ’'-]+(?:{_SMALL}))*(?:[ ’'-]+{_UPPER}|[’']{_UPPER})(?:(?:[ -]{_SMALL})*[ -]{_UPPER}){{0,6}}"
)

_TITLED = re.compile(r"[ «\"“]+(?:L[ea]s?\s|L[’']|Aux?\s|Un[e]?\s)")
_SMALL_TAIL = re.compile(
    r"(?:\s(?:(?:d[eu]s?|en|aux?|à|sous|sur)\s(?:(?:la|les?)\s|l[’'])?|d[’'])[a-zà-ÿ-]{3,})"
    r"{1,2}(?=[\s,.;:)»]|$)"
)
_WHEN = re.compile(  # what says when and how, and belongs to no name
    r"\s(?:de|en|à|au|sur|sous|du|des) (?:la |le |les |l[’'])?"
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|"
    r"septembre|octobre|novembre|d[ée]cembre|partir|travers|cours|lieu|faveur|partenariat|collaboration|"
    r"lien|tant|plus|"
    r"fin|occasion|ann[ée]es?|ligne|place|moment|total|notre|nos|votre|leurs?|son|ses|cette|ces|nombreu\w+|plusieurs|"
    r"particulier|effet|suite|terme|titre|sein|c[ôo]t[ée]s?|demande|initiative|nouveau|long|printemps|automne|matin|soir)"
)
_OPENING = re.compile(r":\s+|\s\(")
_CLOSING = re.compile(r"[.!?;](?=\s|$)|\n")
_OPENED, _FEWEST, _WORDS = 8, 3, 9  # lists looked for in a line; names in one; words of a name in it


def listed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names in a sentence stand that are listed behind a colon or in brackets."""
    last = 0
    for opening in islice(_OPENING.finditer(text), _OPENED):
        start = opening.end()
        if start < last:
            continue
        stop = min(len(text), start + LONGEST)
        if opening.group().endswith("("):
            closing = text.find(")", start, stop)
            end = closing if closing >= 0 else start
        else:
            end = found.start() if (found := _CLOSING.search(text, start, stop)) else stop
        parts = [(part.start, part.end) for part in split(text, start, end)]
        if _spells(text[:start].rstrip(" ("), [text[first] for first, _ in parts]):
            continue
        good = [span for span in parts if _is_listed(text[slice(*span)])]
        if len(good) >= _FEWEST and len(good) * 5 >= len(parts) * 4:
            yield from good
            last = end


def _spells(before: str, initials: Sequence[str]) -> bool:
    """Return whether the letters before brackets stand for the words inside: "STEM (Science, …)"."""
    last = before.rpartition(" ")[2]
    return len(last) == len(initials) and [fold(letter) for letter in last] == [fold(one) for one in initials]


def _is_listed(words: str) -> bool:
    return len(words.split()) < _WORDS and (names.is_name(words) or bool(kinds.head(words)))


def named_last(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the name in a part of a sentence stands: not in an office, behind what says whose it is.

    "our two teachers Ann Bee" names Ann Bee, "Director of the Theatre" nobody.
    """
    first = (kinds.bare(fold(text[start:end])).split() or [""])[0]
    if first in kinds.roles():
        return None
    ours = _WHO.search(text, start, end) if first not in _OURS else None
    if ours and not names.is_open(text[start : ours.start()].rpartition(" ")[2].lower()):
        end = ours.start()
    if first in _OURS and (tail := _TAIL.search(text, start, end)):
        return tail.span()
    if first in _OURS and not any(map(str.isupper, text[start + 1 : end])):
        return None
    return start, end


_OURS = frozenset(
    (
        *("notre", "nos", "votre", "leur", "leurs", "son", "sa", "ses", "mon", "ma", "mes", "our", "my"),
        *("their", "his", "her", "deux", "trois", "two", "three"),
    )
)
_WHO = re.compile(r"\s(?:notre|our)\s")  # "Ann Bee our teacher"
_TAIL = re.compile(rf"{_UPPER}(?:[ -]{_UPPER}){{1,4}}$")


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(
        (
            word
            for word, kind in kinds.heads().items()
            if kind not in (kinds.OTHER, kinds.PERSON) and len(word) > 3
        ),
        key=len,
        reverse=True,
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _known() -> re.Pattern[str]:
    names = sorted((name for name in kinds.bodies() if len(name) > 4 and " " in name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _plain(text: str) -> str:
    """Return a text in lower-case ASCII, character by character."""
    return text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Letters in lower-case ASCII, each found once."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else " "
        return self[code]


_LETTERS = _Letters()


_ARTICLE = re.compile(r"^(?:L[ea]s?\s|L[’'])")


def _acts(plain: str, place: int) -> bool:
    """Return whether what was named at the start of a sentence does something there: it is the publisher."""
    return bool(words.pattern("sentence.acts").match(plain, place + 1))


_BARE = frozenset(
    (
        "ville",
        "villes",
        "commune",
        "communes",
        "departement",
        "region",
        "etat",
        "pays",
        "city of",
        "town of",
        "county",
    )
)


def _is_indefinite(before: str, head: str) -> bool:
    """Return whether a head word means any of its kind ("une bibliothèque") or a place and no body of it."""
    return head in _BARE or bool(
        re.search(r"\b(?:une?|des?|d|notre|nos|son|sa|leurs?|ces?|cette|a|an|our|any) $", before)
    )


def _is_year(rest: str) -> bool:
    """Return whether nothing but a number stands behind a head word: "édition 2026"."""
    return not any(map(str.isalpha, rest))


def several(text: str) -> Iterator[Part]:
    """Yield the parts of a sentence that share a plural head word: "Les collèges Diderot et Rodin"."""
    plain, last = _plain(text), 0
    for match in _heads().finditer(plain):
        head = match.group()
        if match.start() < last or not is_plural(head) or not text[match.start()].islower():
            continue
        if _is_indefinite(plain[: match.start()], head):
            continue
        last = ending(text, match.end())
        parts = [part for part in split(text, match.start(), last) if part.head == head]
        if len(parts) > 1 and all(_is_listed(text[part.start : part.end]) for part in parts):
            yield from parts


def headed(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where a head word with its name stands, and linked or bold names in a sentence."""
    text = line.text
    plain = _plain(text)
    for match in _heads().finditer(plain):
        rest = _NAME.match(text, match.end())
        if rest and (_is_indefinite(plain[: match.start()], match.group()) or _is_year(rest.group())):
            continue
        if rest and text[match.start()].islower() and match.group() in kinds.standing("de"):
            continue  # "initiative": nouns are written large there
        if rest and not (match.start() < 6 and _acts(plain, rest.end())):
            yield match.start(), _whole(text, rest)
    for match in _known().finditer(plain):
        if any(map(str.isupper, _ARTICLE.sub("", text[match.start() : match.end()]))):
            yield match.start(), match.end()
    yield from linked(line)
    yield from _marked(line, line.strong)


def _whole(text: str, name: re.Match[str]) -> int:
    """Return where a name ends: one with an article goes on small, "Les Passeurs de mots", up to a verb."""
    tail = _SMALL_TAIL.match(text, name.end()) if _TITLED.match(name.group()) else None
    return tail.end() if tail and not _WHEN.search(tail.group()) else name.end()


def linked(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where links to other sites stand that look like names."""
    yield from _marked(line, [span for span in line.links if span not in line.home])


def _marked(line: Line, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    text = line.text
    for start, end in spans:
        words = text[start:end].strip(" .,;:")
        if (
            names.is_name(words)
            and words[0].isupper()
            and len(words) < 80
            and start < end
            and not words.endswith(" :")
        ):
            yield start, start + len(text[start:end].rstrip(" .,;:"))
