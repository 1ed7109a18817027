"""What a page says of itself: where it stands on the web, whom it speaks for, in which language it is."""

from __future__ import annotations

import html
import re
from collections import Counter

from partnerkg.extract import own
from partnerkg.extract.text import is_html
from partnerkg.model.words import words
from partnerkg.readings.words import is_address

_HEAD = 200_000  # characters in which a page says so
_ADDRESS = (
    re.compile(
        r"""<link\b[^<>]{0,300}?\brel=["']?canonical["']?[^<>]{0,300}?\bhref=["']?([^"'<>\s]{1,2000})""", re.I
    ),
    re.compile(
        r"""<link\b[^<>]{0,300}?\bhref=["']?([^"'<>\s]{1,2000})["']?[^<>]{0,300}?\brel=["']?canonical""", re.I
    ),
    re.compile(
        r"""<meta\b[^<>]{0,300}?\bproperty=["']?og:url["']?[^<>]{0,300}?\bcontent=["']?([^"'<>\s]{1,2000})""",
        re.I,
    ),
    re.compile(r"<!-- saved from url=\(\d{1,9}\)([^\s<>]{1,2000}) -->", re.I),
)
_NAMED = r"""\bproperty=["']?og:site_name\b"""
_CALLED = r"""\bcontent=(?:"([^"<>]{1,300})"|'([^'<>]{1,300})')"""
_SITE = tuple(
    re.compile(rf"<meta\b[^<>]{{0,300}}?{first}[^<>]{{0,300}}?{then}", re.I)
    for first, then in ((_NAMED, _CALLED), (_CALLED, _NAMED))
)
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,300}?\blang=["']?([a-z]{2,3})(?![a-z])""", re.I)
_TELLING = {
    "fr": words("le la les des du et nous nos avec est une aux sur pour dans qui"),
    "en": words("the of and our with is for in are by we to from on who"),
    "de": words("der die das und wir uns unsere mit ist für bei von dem den zu im"),
    "nl": words("het een wij onze met is voor van bij ons aan zijn door"),
    "it": words("il lo gli i nostri con per nel dal della dei che una alla sono"),
    "es": words("el los las nuestros con es para del por una que nos al como"),
    "pt": words("os nossos para do da dos pelo pela por uma em que ao são"),
}
_CLEARLY = 2  # times as many small words of one language as of the next
_ENOUGH = 5  # small words from which a language can be told against what the page says


def address(page: str) -> str:
    """Return the address that a page gives as its own, empty if it gives none."""
    head = page[:_HEAD]
    found = (html.unescape(match[1]).strip() for pattern in _ADDRESS if (match := pattern.search(head)))
    return next((one for one in found if is_address(one)), "")


def speaker(page: str, title: str) -> str:
    """Return whom a page says that it speaks for, by its site or its title; empty if it does not say."""
    head = page[:_HEAD]
    site = next((found[1] or found[2] for pattern in _SITE if (found := pattern.search(head))), "")
    return own.speaker(" ".join(html.unescape(site).split()), title if is_html(page) else "")


def language(page: str, text: str) -> str:
    """Return the language of a page: of its small words where they speak clearly, else that it says it is in.

    Templates are often left in the language of their maker. Empty where nothing tells.
    """
    often = Counter(words(text[:_HEAD]))
    counts = {name: sum(often[word] for word in telling) for name, telling in _TELLING.items()}
    best, next_best = sorted(counts, key=lambda name: -counts[name])[:2]
    said = _LANGUAGE.search(page[:_HEAD])
    clear = counts[best] >= _CLEARLY * max(counts[next_best], 1)
    if clear and (counts[best] >= _ENOUGH or not said):
        return best
    return said[1].lower() if said else ""
