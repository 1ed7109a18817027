"""What XML 1.0 can say of a text, and how (https://www.w3.org/TR/xml/)."""

from __future__ import annotations

import re

from partnerkg.errors import Message

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # §2.2
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_TEXT = str.maketrans(_ESCAPES)
_ATTRIBUTE = str.maketrans({**_ESCAPES, "\n": "&#10;", "\t": "&#9;"})  # else it would have spaces for them


def illegal(text: str) -> Message | None:
    """Return which character of a text XML does not have, None if it has all."""
    found = ILLEGAL.search(text)
    return Message("XML has no character U+{code}", code=f"{ord(found[0]):04X}") if found else None


def escaped(text: str) -> str:
    """Return a text as it stands between tags, or in an attribute that holds neither line feeds nor tabs."""
    return text.translate(_TEXT)


def in_attribute(text: str) -> str:
    """Return a text as it stands in an attribute; between tags it is the same."""
    return text.translate(_ATTRIBUTE)
