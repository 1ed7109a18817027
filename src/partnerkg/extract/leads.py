"""Lines that begin with what they list: "Médias : Radio Campus, Wéo", or the same words in bold."""

from __future__ import annotations

import re

from partnerkg.extract import enumerations, kinds, names, words
from partnerkg.extract.sections import Section, is_category, kind, listed_kind, relation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.extract.view import Line

_LONGEST, _WORDS = 70, 8  # characters and words of a label
_LABELS = re.compile(r"\.\s+[A-ZÉ][^.:,]{2,40}\s?:\s")  # another one behind: "Médias : A. Sponsors : B"
_START = 3  # characters before what is in bold
_FEW, _MANY = 2, 3  # names behind a label in bold, and behind any


def lead(line: Line) -> tuple[int, int]:
    """Return where the label of a line ends and the names behind it begin, 0 and 0 if it has none."""
    text = line.text
    strong = next((end for start, end in line.strong if start < _START), 0)
    end = text.find(":", 0, _LONGEST)
    begin = end + 1
    if end < 0 and strong < len(text) and is_category(text[:strong]):
        end = begin = strong
    label = text[: max(end, 0)].strip(" -–—•")
    if not label or len(label.split()) > _WORDS or text.startswith("//", begin) or _is_none(label):
        return 0, 0
    if _LABELS.search(text, begin):
        return 0, 0
    listed = [text[part.start : part.end] for part in enumerations.split(text, begin)]
    if not listed or sum(map(_is_listed, listed)) * 4 < len(listed) * 3:
        return 0, 0
    general = is_category(label) or relation(label) or kind(label) or listed_kind(label)
    if not general and (kinds.kind(label) or kinds.tail(label.lower())):
        return 0, 0
    marked = strong >= end - 1 or (len(label.split()) < _FEW and any(map(_says_kind, listed)))
    fewest = 1 if general else _FEW if marked else _MANY
    return (end, begin) if len(listed) >= fewest else (0, 0)


def section(line: Line, end: int, above: Section) -> Section:
    """Return the section that the label of a line begins."""
    label = line.text[:end]
    return Section(line.part(0, end), kind(label), relation(label), above=above)


def _says_kind(text: str) -> bool:
    return bool(kinds.kind(text)) and len(text.split()) > 1


def _is_none(label: str) -> bool:
    if not any(map(str.isalpha, label)):
        return True
    return words.is_only("nothing", label) or words.tells("heading.away", label) or names.is_address(label)


def _is_listed(text: str) -> bool:
    verbs = words.pattern("sentence.verbs").search(text) and not kinds.head(text)
    return names.is_name(text) and not verbs and not names.is_where(text)
