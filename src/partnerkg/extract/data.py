"""Pages that are data (YAML, JSON) or a script (JavaScript, TypeScript, with or without markup in it)."""

from __future__ import annotations

import re

from partnerkg.extract import html, objects
from partnerkg.extract.masking import UNSEEN, masked
from partnerkg.extract.view import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.extract.view import Line

_COMMENT = re.compile(r"(?:\s{1,999}|//[^\n]{0,999}|/\*.{0,2000}?\*/){0,50}", re.S)
_SCRIPT = re.compile(
    r"(?:import\s[^\n]{0,300}from\s|import\s?[\"'{]|export\s(?:default|const|function|async|interface|type)\b|"
    r"(?:const|let|var)\s+\w+\s*[:=]|[\"']use (?:client|strict|server)[\"']|module\.exports|"
    r"(?:async )?function\s+\w+\(|interface\s+\w+\s*\{|type\s+\w+\s*=)"
)
_RETURN = re.compile(r"(?:return|=>)\s{0,50}\(?\s{0,200}<(?=[A-Za-z>])")
_YAML = re.compile(
    r"[ \t]*(?:-[ \t]+)?[\w\"'-]{1,60}[ \t]*:(?:[ \t]|$)|[ \t]*-(?:[ \t]|$)|[ \t]*#|---|[ \t]*$|[ \t]{2,}\S"
)
_FOLDED = re.compile(
    r'(?<=: )"(?:[^"\\]|\\.){0,9000}+"(?=[ \t]*$)', re.M
)  # a value in quotes, over several lines
_CODE = re.compile(
    r"<script\b[^<>]{0,500}>(?P<script>.{0,200000}?)</script|<\?(?:php|=)(?P<php>.{0,200000}?)(?:\?>|\Z)",
    re.S | re.I,
)
_TEMPLATE = ("{%", "{{", "{#")  # what templates begin with, and JSON never
_SOME = 2
_START = 100_000


def read(text: str) -> View | None:
    """Return the view of a page that is data or a script, None if it is something else."""
    begin = _COMMENT.match(text, 1 if text.startswith("\ufeff") else 0)
    start = begin.end() if begin else 0
    if _SCRIPT.match(text, start):
        lines = list(objects.lines(text, start, len(text), bare=False))
        shown = html.read(text, _markup(text))
        return View(text, shown.title, [*lines, *shown.lines], listed=not shown.lines and bool(lines))
    is_json = text[start : start + 1] in ("[", "{") and text.rstrip()[-1:] in ("]", "}")
    is_json = is_json and not text.startswith(_TEMPLATE, start)
    if not is_json and not _is_yaml(text[:_START]):
        return None
    end, bare = len(text), not is_json
    if objects.shown(text, start, end, bare=bare) < _SOME and not _tells(text, start, bare=bare):
        return None
    return View(text, "", list(objects.lines(text, start, end, bare=bare, least=1)), listed=True)


def scripts(text: str) -> Iterator[Line]:
    """Yield the names in the lists that programs inside a page hold, if their keys speak of partners."""
    for found in _CODE.finditer(text):
        start, end = found.span("script" if found["script"] is not None else "php")
        yield from objects.lines(text, start, end, bare=False, least=0)


def _tells(text: str, start: int, *, bare: bool) -> bool:
    return any(
        key is not None and objects.tells(text[slice(*key)])
        for key, _, _ in objects.lists(text, start, len(text), bare=bare)
    )


def _is_yaml(text: str) -> bool:
    lines = _FOLDED.sub('""', text).splitlines()
    return len(lines) > 1 and ":" in text and all(map(_YAML.match, lines))


def _markup(text: str) -> str:
    """Return a script with all but its markup made invisible: what it returns, but what is in braces."""
    found = _RETURN.search(text)
    if found is None:
        return UNSEEN * len(text)
    start = found.end() - 1
    pieces, depth = [UNSEEN * start], 0
    for part in re.finditer(r"[{}]|[^{}]+", text[start:]):
        piece = part.group()
        hidden = depth > 0 or piece in "{}"
        depth = max(0, depth + (piece == "{") - (piece == "}"))
        pieces.append(UNSEEN * len(piece) if hidden else piece)
    return masked("".join(pieces))
