"""Names that perhaps nobody read, outside all that was read. No rule vouches for them.

A learned model says what looks like a name, where the extra `nlp` is installed; else words with capitals do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from partnerkg.extract import learned
from partnerkg.extract.names import is_name
from partnerkg.model.name import fold
from partnerkg.places.france import france

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 30
AROUND = 40  # characters shown on each side
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]{0,40}"
_SMALL = r"(?:de|du|des|d[’']|la|le|les|l[’']|aux?|en|sur|pour|of|the)"
_NAME = re.compile(
    rf"\b{_WORD}(?:(?:[ \u00a0]{_SMALL}){{0,3}}[ \u00a0]?(?:{_SMALL}[ \u00a0]?)?{_WORD}){{0,6}}"
)
_FIRST = """a au aux avec c ce ces cette chaque d dans de depuis des du elle elles en et for from ici il ils
in je l la le les leur mais merci notre nos nous of on our ou par pour qu que qui sans ses si son sur the
their these this tous tout toutes un une voici vos votre vous we with your"""
_STARTS = frozenset(_FIRST.split())  # what sentences begin with


@dataclass(frozen=True, slots=True)
class Missed:
    """Words of the page, where they stand, and a little of what surrounds them."""

    start: int
    end: int
    words: str
    before: str
    after: str


def missed(text: str, spans: Sequence[tuple[int, int]], publisher: str) -> list[Missed]:
    """Return up to 30 names in a text, each once, that stand in none of the spans that were read."""
    taken = sorted(spans)
    found: dict[str, Missed] = {}
    for start, end in _seen(text):
        words = text[start:end]
        folded = fold(words)
        if any(first < end and start < last for first, last in taken):
            continue
        if folded in found or folded in fold(publisher) or folded in france():
            continue
        found[folded] = Missed(start, end, words, _before(text, start), _after(text, end))
    return list(found.values())[:MOST]


def _seen(text: str) -> Iterator[tuple[int, int]]:
    """Yield where something looks like a name."""
    if not learned.is_there():
        yield from _names(text)
        return
    for mention in learned.names(text):
        if is_name(mention.name):
            yield mention.start, mention.end


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words with capitals stand; the first of a sentence is none for that alone."""
    for match in _NAME.finditer(text):
        start, end = match.span()
        begins = _begins(text, start)
        first = re.match(r"[^\W\d_]+[’']?[ \u00a0]*", match[0])
        if begins and first and fold(first[0]) in _STARTS:
            start += first.end()
            start = next((at for at in range(start, end) if text[at].isupper()), end)
        words = text[start:end].rstrip(".’'-")
        if len(words) > 2 and not (begins and " " not in words):
            yield start, start + len(words)


def _begins(text: str, start: int) -> bool:
    """Return whether a sentence or a line begins here."""
    return (
        not (before := text[max(0, start - 20) : start].rstrip(' \u00a0«“"(#*>•-')) or before[-1] in ".!?…\n:"
    )


def _before(text: str, start: int) -> str:
    line = text[max(0, start - 200) : start].rpartition("\n")[2]
    return line if len(line) <= AROUND else f"… {line[-AROUND:].partition(' ')[2]}"


def _after(text: str, end: int) -> str:
    line = text[end : end + 200].partition("\n")[0]
    return line if len(line) <= AROUND else f"{line[:AROUND].rpartition(' ')[0]} …"
