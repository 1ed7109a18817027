"""A page of any of the syntaxes that are read → its view."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from partnerkg.extract import data, html, layout, markdown, matter, objects, sheet
from partnerkg.extract.masking import masked
from partnerkg.extract.view import ITEM, TEXT, Line, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = re.compile(
    r"<(?:!doctype|html|head|body|div|p|ul|ol|li|table|section|article|h[1-6]|main|br)\b", re.I
)
_MARKS = re.compile(r"^(?:[ \t]{0,3}#{1,6}[ \t]+\S|[ \t]{0,3}[-*+][ \t]+\S|\|.{1,500}\|[ \t]*$)", re.M)
_START = 200_000  # characters that tell which syntax a page is written in
LONGEST = 4_000  # characters of a line
_SHORT, _FULL = 60, 75  # letters of a line that is broken, and of one that is as long as lines get


def is_html(text: str) -> bool:
    """Return whether a page is HTML, by its tags."""
    start = text[:_START]
    if "<!doctype html" in start[:1_000].lower():
        return True
    tags = len(_TAGS.findall(start))
    return tags > 2 and tags > 2 * len(_MARKS.findall(start))


@lru_cache(maxsize=1)
def read(text: str) -> View:
    """Return the view of a page; that of the last one is kept, since it is asked for its words and names."""
    if mark := sheet.between(text):
        return sheet.read(text, mark)
    view = _page(text)
    return replace(view, lines=list(_bounded(view.lines)))


def _bounded(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, those that are too long for any sentence in pieces."""
    for line in lines:
        if len(line.text) <= LONGEST:
            yield line
            continue
        for start in range(0, len(line.text), LONGEST):
            yield line.part(start, start + LONGEST)


def _page(text: str) -> View:
    start = matter.end(text)
    if not start and (view := data.read(text)) and (view.lines or not is_html(text)):
        return view
    if not start and is_html(text):
        view = html.read(text, masked(text))
        return replace(view, title=view.title or matter.assigned(text), spare=list(data.scripts(text)))
    hidden = " " * start + masked(text[start:])
    title = matter.title(text[:start])
    view = markdown.read(text, hidden, start, title)
    listed = list(objects.lines(text, 0, start))
    return View(text, view.title, [*listed, *layout.joined(view.lines, _goes_on)])


def _goes_on(line: Line, after: Line) -> bool:
    if after.kind != TEXT or line.kind not in (TEXT, ITEM) or line.group != after.group or line.broken:
        return False
    last, first = line.text[-1], after.text[0]
    return last in ",;-–(" or (
        last not in ".:!?»)" and len(line.text) >= _SHORT and (first.islower() or len(line.text) > _FULL)
    )
