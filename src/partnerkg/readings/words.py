"""Slugs, days, addresses and passages as readings write them."""

from __future__ import annotations

import re
from datetime import date

from partnerkg.errors import N_
from partnerkg.model.document import CONTEXT, LONGEST_QUOTE, Passage
from partnerkg.readings.located import Located

PASSAGE_KEYS = ("quote", "at", "between")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"  # a language tag as people write it (RFC 5646 §2.1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https?://[^/?#:]+[^\s\x00-\x20\"<>\\^`{|}]*")


def slug(located: Located) -> str:
    """Return the slug; WrongReading unless it is lower-case ASCII words joined by hyphens."""
    text = located.text()
    if not SLUG.fullmatch(text):
        raise located.wrong(
            N_("`{slug}` is no slug; write lower-case letters, digits and single hyphens."), slug=text
        )
    return text


def is_day(text: str) -> bool:
    """Return whether the text is a day of the calendar, written as 2026-11-22."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return _DAY.fullmatch(text) is not None


def day(located: Located) -> str:
    """Return the day; WrongReading unless it is one of the calendar, written as 2026-11-22."""
    text = located.text()
    if not is_day(text):
        raise located.wrong(N_("`{day}` is no day; write it as 2026-11-22."), day=text)
    return text


def language(located: Located) -> str:
    """Return the language tag; WrongReading unless it is one, such as `fr` or `de`."""
    text = located.text()
    if not is_language(text):
        raise located.wrong(N_("`{tag}` is no language; write it as fr, en or de."), tag=text)
    return text


def is_language(text: str) -> bool:
    """Return whether the text is a language tag."""
    return re.fullmatch(LANGUAGE, text) is not None


def is_address(text: str) -> bool:
    """Return whether the text is the address of a web page, without what no IRI may hold (RFC 3987 §2.2)."""
    return _ADDRESS.fullmatch(text) is not None and not set(text) & set(' "<>\\^`{|}')


def passage(keys: dict[str, Located]) -> Passage:
    """Return the passage of `quote`, `at` and `between`; WrongReading when they do not fit one another."""
    exact = keys["quote"].text()
    start, end = _span(keys["at"], exact)
    before, after = _context(keys["between"])
    if len(exact) > LONGEST_QUOTE:
        raise keys["quote"].wrong(
            N_("the quote has {length} characters; {longest} is the most: quote less."),
            length=len(exact),
            longest=LONGEST_QUOTE,
        )
    return Passage(start, end, exact, before, after)


def _span(located: Located, exact: str) -> tuple[int, int]:
    numbers = [item.integer() for item in located.items()]
    if len(numbers) != 2:
        raise located.wrong(N_("`at` takes two numbers: [start, end]."))
    start, end = numbers
    if end <= start:
        raise located.wrong(
            N_("the end {end} is not after the start {start}; exchange or correct them."),
            start=start,
            end=end,
        )
    if end - start != len(exact):
        raise located.wrong(
            N_("[{start}, {end}] spans {span} characters but the quote has {length}; correct one of them."),
            start=start,
            end=end,
            span=end - start,
            length=len(exact),
        )
    return start, end


def _context(located: Located) -> tuple[str, str]:
    sides = [item.value for item in located.items()]
    if len(sides) != 2 or not all(isinstance(side, str) and len(side) <= CONTEXT for side in sides):
        raise located.wrong(
            N_("`between` takes the {length} characters before and after the quote."), length=CONTEXT
        )
    return str(sides[0]), str(sides[1])
