"""The files that screens of the desk ask for."""

from __future__ import annotations

from functools import cache

from partnerkg.pages.style import style
from partnerkg.serve.site.assets import SHEETS, script

STYLE, SCRIPT = "desk.css", "desk.js"


@cache
def file(name: str) -> tuple[str, bytes] | None:
    """Return the media type and bytes of a file, None if there is none of this name."""
    if name == STYLE:
        return "text/css; charset=utf-8", style(*SHEETS, "desk").encode()
    if name == SCRIPT:
        return "text/javascript; charset=utf-8", script(f"static/{SCRIPT}")
    return None
