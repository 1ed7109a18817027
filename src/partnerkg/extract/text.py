"""Plain text and Markdown as they are seen: lines, items, headings, links; their marks are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.extract import html
from partnerkg.extract.view import ALT, CELL, HEADING, ITEM, TEXT, Line, View, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = re.compile(
    r"<(?:!doctype|html|head|body|div|p|ul|ol|li|table|section|article|h[1-6]|main|br)\b", re.I
)
_LINE = re.compile(r"[^\n\r]+")
_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*$", re.S | re.M)
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?([^\"'\n\r]{1,200})", re.M)
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+•●▪◦–—·>✓✔→»]|[0-9]{1,3}[.)])[ \t]+")
_RULE = re.compile(r"[ \t]*(?:[-=_*~#][ \t]*){3,}$")
_ROW = re.compile(r"[ \t]*\|")
_INLINE = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,300})\]\([^)\n]{0,2000}\)(?:\{[^}\n]{0,200}\})?"
    r"|\[(?P<link>[^\]\n]{1,300})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])(?:\{[^}\n]{0,200}\})?"
    r"|(?P<bold>\*\*|__)|(?P<mark>(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])|`)"
    r"|(?P<template>\{\{[^}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}|<%[^%\n]{0,500}%>|\{:[^}\n]{0,200}\}|\{[.#][^}\n]{0,200}\})"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,2000}>)"
)
_SHORT = 60


def is_html(text: str) -> bool:
    """Return whether a page is HTML, by its tags."""
    start = text[:200_000]
    return len(_TAGS.findall(start)) > 2 or "<!doctype html" in start[:1_000].lower()


def read(text: str) -> View:
    """Return the view of a page of any of these syntaxes."""
    if is_html(text) and not _MATTER.match(text):
        return html.read(text)
    start, title = 0, ""
    if matter := _MATTER.match(text):
        start = matter.end()
        named = _TITLE.search(matter.group())
        title = named[1].strip() if named else ""
        if is_html(text[start:]) and len(_TAGS.findall(text[start : start + 200_000])) > 5:
            view = html.read(" " * start + text[start:])
            return View(text, title or view.title, view.lines)
    return View(text, title, list(_joined(list(_lines(text, start)))))


@dataclass(frozen=True, slots=True)
class _Place:
    """How a stretch of text is shown: as what, how deep, in which paragraph, in which card."""

    kind: str
    level: int
    group: int
    card: int
    box: tuple[int, ...]


def _lines(text: str, start: int) -> Iterator[Line]:
    """Yield the lines of a text; `group` counts the paragraphs."""
    group, last = 1, start
    for found in _LINE.finditer(text, start):
        if text.count("\n", last, found.start()) > 1:
            group += 1
        last = found.end()
        if not found.group().strip():
            group += 1
        elif not _RULE.match(found.group()):
            yield from _line(text, found.start(), found.end(), group)


def _line(text: str, start: int, end: int, group: int) -> Iterator[Line]:
    if _ROW.match(text, start, end):
        yield from _cells(text, start, end, group)
        return
    kind, level, at = TEXT, 0, start
    if match := _HEADING.match(text, start, end):
        kind, level, at = HEADING, len(match[1]), match.end()
    elif match := _ITEM.match(text, start, end):
        kind, at = ITEM, match.end()
        level = 1 + (match.end() - len(match.group().lstrip()) - start) // 2
    yield from _seen(text, at, end, _Place(kind, level, group, at, (group, at)))


def _cells(text: str, start: int, end: int, group: int) -> Iterator[Line]:
    place = start
    while place < end:
        bar = text.find("|", place, end)
        bar = end if bar < 0 else bar
        if text[place:bar].strip(" \t:-"):
            yield from _seen(text, place, bar, _Place(CELL, 0, group, start, (start, place)))
        place = bar + 1


def _seen(text: str, start: int, end: int, shown: _Place) -> Iterator[Line]:
    """Yield a stretch of text without its marks, and the alternative texts of its pictures."""
    writing, place = Writing(), start
    labels: list[Line] = []
    for match in _INLINE.finditer(text, start, end):
        writing.add(text[place : match.start()], place)
        place = match.end()
        if match["bold"]:
            (writing.close if "strong" in writing.open else writing.mark)("strong")
        elif match["alt"] is not None or match["link"] is not None:
            labels.extend(_inner(text, match, writing, shown))
    writing.add(text[place:end], place)
    line = writing.line()
    for made in [line, *labels] if line else labels:
        made.kind = shown.kind if made is line else ALT
        made.level, made.group, made.card, made.box = shown.level, shown.group, shown.card, shown.box
        yield made


def _inner(text: str, match: re.Match[str], writing: Writing, shown: _Place) -> Iterator[Line]:
    """Write the words of a link; yield the alternative texts in it, or that of a picture."""
    name = "alt" if match["alt"] is not None else "link"
    for line in _seen(text, match.start(name), match.end(name), shown):
        if name == "alt" or line.kind == ALT:
            yield line
            continue
        writing.mark("links")
        for character, first, last in zip(line.text, line.starts, line.ends, strict=True):
            writing.add_one(character, first, last)
        writing.close("links")


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, those put together that were broken inside a sentence or enumeration."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None and _goes_on(waiting, line):
            waiting = _together(waiting, line)
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _goes_on(line: Line, after: Line) -> bool:
    if after.kind != TEXT or line.kind not in (TEXT, ITEM) or line.group != after.group:
        return False
    last, first = line.text[-1], after.text[0]
    return last in ",;-–(" or (
        last not in ".:!?»)" and len(line.text) >= _SHORT and (first.islower() or len(line.text) > 75)
    )


def _together(line: Line, after: Line) -> Line:
    shift = len(line.text) + 1
    joined = Line(
        f"{line.text} {after.text}",
        [*line.starts, line.ends[-1], *after.starts],
        [*line.ends, after.starts[0], *after.ends],
        line.kind,
        line.level,
        line.box,
        line.group,
    )
    joined.strong = line.strong + [(start + shift, end + shift) for start, end in after.strong]
    joined.links = line.links + [(start + shift, end + shift) for start, end in after.links]
    return joined
