"""What is known of a picture that no words are said of: the name of its file, or of the site it leads to."""

from __future__ import annotations

import re

from partnerkg.extract import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkg.extract.view import Span

_STEM = re.compile(r"([^/\\]{2,80}?)(?:\.(?:jpe?g|png|svg|gif|webp|avif))+(?:\?[^\s]*)?$", re.I)
_SITE = re.compile(r"https?://(?:www\.)?([\w-]{3,40}(?:\.[\w-]{3,40})*)\.[a-z]{2,12}(?:/|$|\?)", re.I)
_NOISE = re.compile(  # what stands before or behind the name in the name of a file
    r"(?<![^\W_])(?:logos?(?:type)?|white|black|blanc|noir|couleurs?|color|small|large|petit|grand|hd|web|rvb|cmjn|"
    r"quadri|final|new|copie|copy|bd|bw|nb|v?[0-9]+(?:x[0-9]*)?(?:px)?|[0-9a-f]{6,}|redimensionne|min|thumb|scaled|"
    r"carre|horizontal|vertical|transparent|removebg|preview|img|image|photo|partenaires?|sponsors?|partner|fr|en|"
    r"site|print)(?![^\W_])",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}(?:[^\w]?[\w'&]+)*")
_LONGEST = 40


def named(text: str, given: Mapping[str, Span], address: Span | None) -> Span | None:
    """Return where the file of a picture is named, by its attributes, or the site that it leads to."""
    source = given.get("data-src") or given.get("data-lazy-src") or given.get("src")
    found = file(text, source) if source else None
    return found or (site(text, address) if address else None)


def file(text: str, span: Span) -> Span | None:
    """Return where the words that name something stand in the address of a picture, None if none do."""
    found = _STEM.search(text, *span)
    if found is None:
        return None
    start, end = found.span(1)
    return _words(text, start, end)


def site(text: str, span: Span) -> Span | None:
    """Return where the name of a site stands in its address, None for the networks of everybody."""
    found = _SITE.match(text, *span)
    if found is None or words.is_only("network", found[1].rpartition(".")[2]):
        return None
    return found.span(1)


def _words(text: str, start: int, end: int) -> Span | None:
    """Return where the longest stretch without what is no name stands."""
    stretches, place = [], start
    for noise in _NOISE.finditer(text, start, end):
        stretches.append((place, noise.start()))
        place = noise.end()
    stretches.append((place, end))
    first, last = max(stretches, key=lambda one: one[1] - one[0])
    while first < last and not text[first].isalnum():
        first += 1
    while last > first and not text[last - 1].isalnum():
        last -= 1
    named = _LETTERS.search(text, first, last)
    return (first, last) if named and last - first <= _LONGEST else None
