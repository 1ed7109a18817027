"""What stands before a page of Markdown: its title, and partners listed there as data."""

from __future__ import annotations

import re

from partnerkg.extract.view import NAME, PLACE, Line, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_TITLE = re.compile(
    r"^[ \t]{0,4}(?:title|titre|titolo|titulo)[ \t]*[:=][ \t]*[\"']?([^\"'\n\r]{1,200})", re.M
)
_TOLD = re.compile(
    r"^(?:description|artist|season|section|name|heading|subtitle)[ \t]*[:=][ \t]*[\"']?([^\n\r]{1,200})",
    re.M,
)
_ENTRY = re.compile(
    r"^[ \t]+(?:-[ \t]+)?(?P<key>name|nom|title|titre|label|address|adresse|city|ville|town)[ \t]*[:=][ \t]*"
    r"(?:\"(?P<double>[^\"\n]{1,200})\"|'(?P<single>(?:[^'\\\n]|\\.){1,200})'|(?P<bare>[^\"'\n\r{\[][^\n\r#]{0,200}))",
    re.M,
)
_NAMES = ("name", "nom", "title", "titre", "label")


def end(text: str) -> int:
    """Return where the page begins behind what stands before it, 0 if nothing does."""
    opening = _MATTER.match(text)
    if opening is None:
        return 0
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t\r]*$", re.M).search(text, opening.end())
    return closing.end() if closing else 0


def title(matter: str) -> str:
    """Return the title and what else says what the page is about."""
    named, told = _TITLE.search(matter), _TOLD.search(matter)
    return " – ".join(found[1].strip(" \"'") for found in (named, told) if found)


def lines(text: str, stop: int) -> Iterator[Line]:
    """Yield a line for each name and address of a list of things that have one."""
    card = 0
    for found in _ENTRY.finditer(text, 0, stop):
        named = found["key"] in _NAMES
        card += named
        value = next(name for name in ("double", "single", "bare") if found[name] is not None)
        writing = Writing()
        writing.add(found[value], found.start(value))
        line = writing.line()
        if line is not None and card:
            line.kind = NAME if named else PLACE
            line.card, line.box = -card, (-card,)
            yield line
