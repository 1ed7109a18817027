"""What a page says of itself: where it stands on the web, in which language it is."""

from __future__ import annotations

import html
import re
from collections import Counter

from partnerkg.model.words import words
from partnerkg.readings.words import is_address

_HEAD = 200_000  # characters in which a page says so
_ADDRESS = (
    re.compile(
        r"""<link\b[^<>]{0,300}?\brel=["']?canonical["']?[^<>]{0,300}?\bhref=["']([^"'<>]{1,2000})""", re.I
    ),
    re.compile(
        r"""<link\b[^<>]{0,300}?\bhref=["']([^"'<>]{1,2000})["'][^<>]{0,300}?\brel=["']?canonical""", re.I
    ),
    re.compile(
        r"""<meta\b[^<>]{0,300}?\bproperty=["']?og:url["']?[^<>]{0,300}?\bcontent=["']([^"'<>]{1,2000})""",
        re.I,
    ),
    re.compile(r"<!-- saved from url=\(\d{1,9}\)([^\s<>]{1,2000}) -->", re.I),
)
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,300}?\blang=["']?([a-z]{2})""", re.I)
_TELLING = {
    "fr": words("le la les des du et nous nos avec est une aux sur pour dans qui"),
    "en": words("the of and our with is for in are by we to from on who"),
}


def address(page: str) -> str:
    """Return the address that a page gives as its own, empty if it gives none."""
    head = page[:_HEAD]
    found = (html.unescape(match[1]).strip() for pattern in _ADDRESS if (match := pattern.search(head)))
    return next((one for one in found if is_address(one)), "")


def language(page: str, text: str, default: str = "fr") -> str:
    """Return the language that a page says it is in, else that of its small words, else the default."""
    said = _LANGUAGE.search(page[:_HEAD])
    if said and said[1].lower() in _TELLING:
        return said[1].lower()
    often = Counter(words(text[:_HEAD]))
    counts = {name: sum(often[word] for word in telling) for name, telling in _TELLING.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if len(set(counts.values())) > 1 else default
