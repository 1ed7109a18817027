"""One frame and one style for every page of HTML: it needs no script and no other file, and prints well."""

from __future__ import annotations

from partnerkg.pages.frame import Entry, Page, closing, contents, opening
from partnerkg.pages.tables import Column, facts, grid, row, table
from partnerkg.pages.words import prose, spoken, text, visible

__all__ = [
    "Column",
    "Entry",
    "Page",
    "closing",
    "contents",
    "facts",
    "grid",
    "opening",
    "prose",
    "row",
    "spoken",
    "table",
    "text",
    "visible",
]
