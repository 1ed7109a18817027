"""How pages look: sheets of style, one thing a file, put together into what one page needs."""

from __future__ import annotations

import re
from functools import cache

ALWAYS, LAST = ("colours", "type", "frame", "tables"), "paper"
_VALUES = re.compile(r":root\{([^}]*)\}")  # the colours and typefaces of a sheet, first those for light paper


@cache
def style(*sheets: str) -> str:
    """Return the style of a page: what all pages need, the sheets of its own, and how it prints."""
    return "".join(_sheet(name) for name in (*ALWAYS, *sheets, LAST))


@cache
def alone(*sheets: str) -> str:
    """Return the style of a picture that stands outside a page: on light paper, whatever the screen."""
    values = (
        found[1].replace("light dark", "light")
        for name in ALWAYS[:2]
        if (found := _VALUES.search(_sheet(name)))
    )
    return f":root{{{';'.join(values)}}}" + "".join(map(_sheet, sheets))


def _sheet(name: str) -> str:
    from importlib.resources import files

    return files("partnerkg.pages").joinpath("sheets", f"{name}.css").read_text(encoding="utf-8")
