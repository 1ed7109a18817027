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
