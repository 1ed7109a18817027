"""What stands before a page of Markdown: where it ends, and the title it gives."""

from __future__ import annotations

import re

_MATTER = re.compile(r"\A\ufeff?\s{0,20}(---|\+\+\+)[ \t]*\r?\n")
_TITLE = re.compile(
    r"^[ \t]{0,4}(?:title|titre|titolo|titulo)[ \t]*[:=][ \t]*[\"']?([^\"'\n\r]{1,200})", re.M
)
_TOLD = re.compile(
    r"^(?:description|artist|season|section|name|heading|subtitle)[ \t]*[:=][ \t]*[\"']?([^\n\r]{1,200})",
    re.M,
)

_CODE = re.compile(r"<\?(?:php|=)?|<%|\{%|@section\(")  # where a program may give a page its title
_GIVEN = re.compile(
    r"(?:title|titre|titulo|titolo)\w{0,12}[\"']?\]?\s{0,9}(?:=>?|:|,)\s{0,9}[\"']([^\"'\n\r<>{}$]{2,90})[\"']|"
    r"block\s{1,9}title\s{0,9}-?%\}([^<>{}]{2,90})\{%",
    re.I,
)
_NEAR, _START = 1_500, 10_000  # characters of code in which it does; of a page whose code is looked at


def end(text: str) -> int:
    """Return where the page begins behind what stands before it, 0 if nothing does."""
    opening = _MATTER.match(text)
    if opening is None:
        return 0
    closing = re.compile(rf"^{re.escape(opening[1])}[ \t\r]*$", re.M).search(text, opening.end())
    return closing.end() if closing else 0


def assigned(text: str) -> str:
    """Return the title that the code of a template gives its page, empty if it gives none."""
    for code in _CODE.finditer(text[:_START]):
        closing = text.find("?>", code.start(), code.start() + _NEAR)
        end = closing if text[code.start() + 1] == "?" and closing > 0 else code.start() + _NEAR
        if given := _GIVEN.search(text, code.start(), min(end, len(text))):
            return (given[1] or given[2]).strip()
    return ""


def named(text: str) -> str:
    """Return the title that the front matter of a page gives it, empty if it gives none."""
    found = _TITLE.search(text[: end(text)])
    return found[1].strip(" \"'") if found else ""


def title(matter: str) -> str:
    """Return the title and what else says what the page is about."""
    named, told = _TITLE.search(matter), _TOLD.search(matter)
    return " – ".join(found[1].strip(" \"'") for found in (named, told) if found)
