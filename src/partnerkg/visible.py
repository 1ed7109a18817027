"""Text of others where people read it: nothing in it moves a cursor, hides or turns what stands around."""

from __future__ import annotations

import re

_KEPT = "\u200c\u200d"  # they join letters in Persian, Hindi and emoji, and do nothing else
_MARKS = re.compile(r"([\\`*_\[\]<>|~&$#])")


def on_one_line(text: str) -> str:
    r"""Return a text as a terminal may show it: line ends as spaces, other controls as `\u001B`."""
    return text if text.isprintable() else "".join(map(_shown, text))


def in_lines(text: str) -> str:
    """Return a text of several lines as a terminal may show it, with its line ends and tabs."""
    return text if text.isprintable() else "".join(one if one in "\n\t" else _shown(one) for one in text)


def in_markdown(text: str) -> str:
    """Return a text for Markdown, on one line; what could be read as markup is escaped."""
    return _MARKS.sub(r"\\\1", on_one_line(text))


def _shown(letter: str) -> str:
    from unicodedata import category as category_of

    category = category_of(letter)
    if letter.isprintable() or letter in _KEPT or category == "Zs":
        return letter
    if category[0] == "Z" or letter in "\t\n\v\f\r\x85":
        return " "
    return f"\\u{ord(letter):04X}" if ord(letter) < 1 << 16 else f"\\U{ord(letter):08X}"
