"""How French is printed: U+00A0 before a colon and inside « », U+202F before `;`, `?` and `!`."""

from __future__ import annotations

import re

_CODE = r"`[^`]*`|%\(\w+\)\w|\?(?:\w+|\{\w+\})|\{[^}]*\}|<[^>]*>|\w+://\S*|\b\w+:\w[\w:-]*|\bpks:|FOOPS!"
_CITED = r"«\u00a0[^»]*: ?…?\u00a0»"  # the first words of an English note
_NOT_WORDS = re.compile(f"{_CODE}|{_CITED}")
_WRONG = re.compile(r"[^\u00a0]:(?!\S)|[^\u202f;?!][;?!](?![\w,])|«[^\u00a0]|[^\u00a0]»|'\"")


def misprinted(text: str) -> list[str]:
    """Return where a French text has other spaces than print, code and names left aside."""
    return [found[0] for found in _WRONG.finditer(_NOT_WORDS.sub("…", text))]
