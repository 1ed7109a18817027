"""How days and sentences are printed in each language; words of others are left as they are."""

from __future__ import annotations

import re

from partnerkg.errors import N_
from partnerkg.translation import NARROW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate

_FIXED = "\u00a0"
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
_SPACED = re.compile(r"« | [;?!%»:]")
_UNTOUCHED = frozenset({"q", "blockquote", "pre", "code", "option", "script", "style", "textarea"})
_MONTHS = (
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def day(written: str, translate: Translate) -> str:
    """Return a day as people write it, `22 November 2026`; what is no day stays as it is."""
    match = _DAY.match(written)
    if not match:
        return written
    month = translate(_MONTHS[int(match[2]) - 1]) if 1 <= int(match[2]) <= 12 else match[2]
    return f"{int(match[3])} {month} {match[1]}"


def typeset(page: str, language: str) -> str:
    """Return a page of HTML with the spaces of French print: no line ends before `; : ? ! % »` or after `«`.

    Only spaces that stand there become narrow or fixed; quotes and code keep what they have.
    """
    return "".join(_pieces(page)) if language == "fr" else page


def _pieces(page: str) -> Iterator[str]:
    inside: list[str] = []
    for place, piece in enumerate(_TAG.split(page)):
        if place % 2:
            match = _NAME.match(piece)
            if match and match[2] in _UNTOUCHED:
                if not match[1]:
                    inside.append(match[2])
                elif inside:
                    inside.pop()
            yield piece
        else:
            yield piece if inside or " " not in piece else _sentence(piece)


def _sentence(words: str) -> str:
    if not _SPACED.search(words):
        return words
    words = re.sub(r"« ", f"«{_FIXED}", words)
    words = re.sub(r" ([;?!])", rf"{NARROW}\1", words)
    return re.sub(r" ([%»]|:(?=\s|$))", rf"{_FIXED}\1", words)
