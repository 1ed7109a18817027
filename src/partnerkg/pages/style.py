"""How pages look: sheets of style, one thing a file, put together into what one page needs."""

from __future__ import annotations

from functools import cache

ALWAYS, LAST = ("colours", "type", "frame", "tables"), "paper"


@cache
def style(*sheets: str) -> str:
    """Return the style of a page: what all pages need, the sheets of its own, and how it prints."""
    return "".join(_sheet(name) for name in (*ALWAYS, *sheets, LAST))


def _sheet(name: str) -> str:
    from importlib.resources import files

    return files("partnerkg.pages").joinpath("sheets", f"{name}.css").read_text(encoding="utf-8")
