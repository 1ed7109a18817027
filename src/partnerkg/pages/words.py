"""Words as HTML: nothing in them is taken for markup, and nothing in them turns the page around."""

from __future__ import annotations

import re
from html import escape

# What HTML forbids (controls, surrogates, noncharacters), and the controls that reorder what stands around.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]"
    "|[" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)) + "]"
)
_CODE = re.compile("`([^`]+)`")


def visible(words: str) -> str:
    """Return the words with U+FFFD for each character that HTML forbids or that would turn text around."""
    return _HIDDEN.sub("\ufffd", words)


def text(words: str) -> str:
    """Return words as HTML, for elements and for attributes in quotes."""
    return escape(visible(words))


def prose(words: str) -> str:
    """Return a sentence of ours as HTML: what it writes between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", text(words))


def spoken(language: str | None, around: str) -> str:
    """Return the `lang` attribute of words in a language, "" if it is that of the page around or unknown."""
    return f' lang="{text(language)}"' if language and language != around else ""
